#include "cli/archive_view.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <ostream>
#include <utility>

#include "cli/facts.h"
#include "cli/messages.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kSuggestions = 5;
constexpr std::size_t kMostOfOneName = 50;

void say_nobody(Archive& archive, const std::string& name, const Environment& environment) {
  std::string message = "nobody and nothing is called \"" + name + "\" there";
  const auto near = suggest_names(archive, name, kSuggestions);
  if (near && !near->empty()) message += "; did you mean " + join(*near, ", ") + "?";
  print_message(environment.err, message);
}

}  // namespace

void add_view_options(CLI::App& command, ArchiveViewOptions& options, std::size_t limit) {
  options.limit = limit;
  command.add_option("ARCHIVE", options.archive, "The archive's file, as `sayso add` makes it")
      ->required()
      ->type_name("");
  command.add_flag("--json", options.json, "Print JSON, for programs");
  command
      .add_option("--limit", options.limit,
                  "Print this many at most, 0 for all (default: " + std::to_string(limit) + ")")
      ->type_name("N");
  command.add_option("--width", options.width, "Columns to print in (default: as wide as the terminal)")
      ->type_name("N")
      ->check(CLI::Range(20, 1000).description(""));
  command.add_flag("--no-color", options.no_color, "Print without colours, as does NO_COLOR=1");
}

WrapOptions wrap_options(const ArchiveViewOptions& options, const Environment& environment) {
  return {.width = text_width(environment.out_terminal, options.width),
          .colour = shows_colour(environment.out_terminal, environment.variable, options.no_color)};
}

std::optional<Archive> open_archive(const std::string& file, ArchiveAccess access, const Environment& environment) {
  Result<Archive> archive = Archive::open(file, {.access = access});
  if (archive) return *std::move(archive);
  print_error(environment.err, archive.error());
  return std::nullopt;
}

int fail(const Error& error, const Environment& environment) {
  print_error(environment.err, error);
  return error.code == ErrorCode::bad_argument ? kWrongUse : kSomeFailed;
}

int finish_output(int status, const Environment& environment) {
  environment.out.flush();
  if (environment.out) return status;
  if (errno == EPIPE) return kOutputClosed;
  print_message(environment.err,
                std::string("cannot write the output: ") + std::strerror(errno != 0 ? errno : EIO));
  return kSomeFailed;
}

std::optional<std::vector<EntitySummary>> look_up_name(Archive& archive, const std::string& name,
                                                       const Environment& environment) {
  Result<std::vector<EntitySummary>> found = find_entities(archive, name, kMostOfOneName);
  if (!found) {
    fail(found.error(), environment);
    return std::nullopt;
  }
  if (found->empty()) say_nobody(archive, name, environment);
  return *std::move(found);
}

}  // namespace sayso::cli
