#include "cli/timeline_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/timeline_view.h"
#include "sayso/query_json.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kListed = 50;
constexpr std::size_t kLeastOfAnId = 8;

constexpr const char* kFooter =
    R"(WHAT is a claim's id, as `sayso claims` prints it, or the name or id of somebody; without it, all
statements of all claims.

Examples:
  sayso timeline news.sayso
  sayso timeline news.sayso "Coastal Light Board"
  sayso timeline news.sayso 5f3c0011 --json

Exit codes:
  0    done
  1    no such claim or name, or the archive could not be read
  2    wrong use)";

struct TimelineOptions : ArchiveViewOptions {
  std::string what;
};

bool looks_like_claim(const std::string& what) {
  return what.size() >= kLeastOfAnId &&
         std::ranges::all_of(what, [](unsigned char c) { return std::isxdigit(c) != 0; });
}

// Whose timeline; none where that is nobody's, which is said.
std::optional<TimelineFilter> find_subject(Archive& archive, const TimelineOptions& options,
                                           const Environment& environment) {
  TimelineFilter filter;
  filter.limit = options.limit;
  if (options.what.empty()) return filter;
  if (looks_like_claim(options.what)) {
    const Result<ClaimPage> page = find_claim(archive, options.what);
    if (page) {
      filter.claim = page->claim.id;
      return filter;
    }
  }
  const auto entities = look_up_name(archive, options.what, environment);
  if (!entities || entities->empty()) return std::nullopt;
  for (const EntitySummary& entity : *entities) filter.entities.push_back(entity.id);
  return filter;
}

int run_timeline(const TimelineOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  const auto filter = find_subject(*archive, options, environment);
  if (!filter) return kSomeFailed;
  const Result<Timeline> timeline = make_timeline(*archive, *filter);
  if (!timeline) return fail(timeline.error(), environment);
  environment.out << (options.json ? to_json_lines(*timeline)
                                   : view_timeline(*timeline, wrap_options(options, environment)));
  return finish_output(kDone, environment);
}

}  // namespace

void add_timeline_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("timeline", "Who affirmed or denied what on which day");
  const auto options = std::make_shared<TimelineOptions>();
  add_view_options(*command, *options, kListed);
  command->add_option("WHAT", options->what, "A claim's id, or somebody's name or id")->type_name("");
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = run_timeline(*options, environment); });
}

}  // namespace sayso::cli
