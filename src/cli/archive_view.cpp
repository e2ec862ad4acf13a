#include "cli/archive_view.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <ostream>
#include <utility>

#include "cli/messages.h"

namespace sayso::cli {
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

std::optional<Archive> open_archive(const std::string& file, ArchiveAccess access,
                                    const Environment& environment) {
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

}  // namespace sayso::cli
