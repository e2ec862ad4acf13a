#include "cli/export_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "sayso/event_export.h"
#include "sayso/export.h"

namespace sayso::cli {
namespace {

constexpr const char* kFooter =
    R"(Formats:
  dossier   one JSON object: claims with statements, origins and polarity, copies, entities with aliases;
            articles by the ids that they came with
  plover    JSON Lines: an event a line in PLOVER's fields, with its origins and factuality
  cameo     tab-separated: events with CAMEO's codes in the columns of GDELT's event table, a row for each pair of sides
  counts    tab-separated: events by month, countries and type
  uncoded   tab-separated: articles that were read and in which no event was found

Examples:
  sayso export news.sayso --format dossier > news.json
  sayso export news.sayso --format plover > events.jsonl

Exit codes:
  0    done
  1    the archive could not be read
  2    wrong use)";

struct ExportOptions {
  std::string archive;
  std::string format;
};

// Each event as `write` gives it, the latest first.
int export_events(Archive& archive, std::string (*write)(const EventPage&), const Environment& environment) {
  std::optional<Error> failed;
  const auto count = list_events(archive, {}, [&](const SharedEvent& event) {
    const Result<EventPage> page = find_event(archive, event.id);
    if (!page) return failed = page.error(), false;
    environment.out << write(*page);
    return environment.out && !environment.interrupted();
  });
  if (!count) return fail(count.error(), environment);
  if (failed) return fail(*failed, environment);
  return finish_output(environment.interrupted() ? kInterrupted : kDone, environment);
}

std::string plover_line(const EventPage& page) {
  return to_plover(page) + "\n";
}

int export_counts(Archive& archive, const Environment& environment) {
  const auto counts = count_events(archive, {});
  if (!counts) return fail(counts.error(), environment);
  environment.out << to_count_table(*counts);
  return finish_output(kDone, environment);
}

int export_uncoded(Archive& archive, const Environment& environment) {
  const auto cards = documents_without_events(archive);
  if (!cards) return fail(cards.error(), environment);
  environment.out << to_card_table(*cards);
  return finish_output(kDone, environment);
}

int run_export(const ExportOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  if (options.format == "plover") return export_events(*archive, plover_line, environment);
  if (options.format == "cameo") {
    environment.out << gdelt_header();
    return export_events(*archive, to_gdelt, environment);
  }
  if (options.format == "counts") return export_counts(*archive, environment);
  if (options.format == "uncoded") return export_uncoded(*archive, environment);
  const Result<std::string> text = export_dossier(*archive);
  if (!text) return fail(text.error(), environment);
  environment.out << *text << "\n";
  return finish_output(kDone, environment);
}

}  // namespace

void add_export_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("export", "Print an archive in another format");
  const auto options = std::make_shared<ExportOptions>();
  command->add_option("ARCHIVE", options->archive, "The archive's file")->required()->type_name("");
  command->add_option("--format", options->format, "cameo, counts, dossier, plover or uncoded")
      ->required()
      ->type_name("NAME")
      ->check(CLI::IsMember({"cameo", "counts", "dossier", "plover", "uncoded"}).description(""));
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = run_export(*options, environment); });
}

}  // namespace sayso::cli
