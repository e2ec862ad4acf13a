#include "cli/events_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/event_view.h"
#include "cli/messages.h"
#include "sayso/event_json.h"
#include "sayso/event_queries.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kListed = 20;

constexpr const char* kFooter =
    R"(Without an ID it lists events, the latest first; with an ID (a beginning is enough) it prints that event: which articles
report it, in which words, how surely, and on how many independent origins it rests.

TYPE is PLOVER's (AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST,
SANCTION, MOBILIZE, COERCE, ASSAULT), or a code of CAMEO or the beginning of one. WHO is a code with or without a sector
(RUS, RUSGOV) or part of a name. VALUE is FactBank's: CT+, PR+, PS+, CT-, PR-, PS-, U.

Examples:
  sayso events news.sayso
  sayso events news.sayso --type ACCUSE --type THREATEN --from 2016-10
  sayso events news.sayso --actor RUS --recipient USA --factuality CT+
  sayso events news.sayso --min-origins 2 --json --limit 0 | jq .text
  sayso events news.sayso 5f3c0011

Exit codes:
  0    done, also where there are no events
  1    no such event, or the archive could not be read
  2    wrong use)";

struct EventsOptions : ArchiveViewOptions {
  std::string id;
  EventFilter filter;
};

const std::map<std::string, Commitment>& commitments() {
  static const std::map<std::string, Commitment> values = [] {
    std::map<std::string, Commitment> out;
    for (int i = 0; i <= static_cast<int>(Commitment::uncommitted); ++i) {
      const auto value = static_cast<Commitment>(i);
      out.emplace(to_string(value), value);
    }
    return out;
  }();
  return values;
}

int print_event(Archive& archive, const EventsOptions& options, const Environment& environment) {
  const Result<EventPage> page = find_event(archive, options.id);
  if (!page) return fail(page.error(), environment);
  environment.out << (options.json ? to_json(page->event) + "\n"
                                   : view_event(*page, wrap_options(options, environment)));
  return finish_output(kDone, environment);
}

int list(Archive& archive, const EventsOptions& options, const Environment& environment) {
  std::optional<Error> failed;
  const auto count = list_events(archive, options.filter, [&](const SharedEvent& event) {
    if (!options.json) {
      environment.out << view_event_summary(event, wrap_options(options, environment));
    } else {  // as much of each event as a list needs for people; the whole event for programs
      const Result<EventPage> page = find_event(archive, event.id);
      if (!page) return failed = page.error(), false;
      environment.out << to_json(page->event) << "\n";
    }
    return environment.out && !environment.interrupted();
  });
  if (!count) return fail(count.error(), environment);
  if (failed) return fail(*failed, environment);
  if (*count == 0) print_message(environment.err, "no events there");
  return finish_output(environment.interrupted() ? kInterrupted : kDone, environment);
}

int run_events(EventsOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  if (!options.id.empty()) return print_event(*archive, options, environment);
  options.filter.limit = options.limit;
  return list(*archive, options, environment);
}

}  // namespace

void add_events_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("events", "Who did what to whom, on whose word, how surely");
  const auto options = std::make_shared<EventsOptions>();
  EventFilter& filter = options->filter;
  add_view_options(*command, *options, kListed);
  CLI::Option* const id = command->add_option("ID", options->id, "Print this event alone")->type_name("");
  const auto add = [&](const char* name, auto& value, const char* help, const char* type) {
    return command->add_option(name, value, help)->type_name(type)->excludes(id);
  };
  add("--type", filter.types, "Only events of this type; may be given several times", "TYPE")
      ->expected(1)
      ->take_all();
  add("--actor", filter.actor, "Only what somebody did", "WHO");
  add("--recipient", filter.recipient, "Only what was done to somebody", "WHO");
  add("--country", filter.country, "Only events with a side of this country (USA), or in it (US)", "CODE");
  add("--from", filter.from, "Only events of this day, month or year, and later", "DATE");
  add("--to", filter.to, "Only events of this day, month or year, and earlier", "DATE");
  add("--factuality", filter.factuality, "Only events that are so sure; may be given several times", "VALUE")
      ->expected(1)
      ->take_all()
      ->transform(CLI::Transformer(commitments()).description(""));
  add("--min-origins", filter.min_origins, "Only events that rest on so many independent origins or more",
      "N");
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = run_events(*options, environment); });
}

}  // namespace sayso::cli
