#include "cli/export_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/choices.h"
#include "sayso/claim_export.h"
#include "sayso/event_export.h"
#include "sayso/export.h"
#include "sayso/record_export.h"

namespace sayso::cli {
namespace {

constexpr const char* kFooter =
    R"(Formats (docs/EXPORTS.md):
  of records
  jsonl           a record a line, as sayso read --json prints it
  csv             a row for each attribution
  brat            standoff files and annotation.conf, in the folder --output
  annotations     W3C Web Annotation: an annotation for each attribution
  citron          Citron's JSON, an article a line
  gqg             quotations in the fields of GDELT's Global Quotation Graph, an article a line
  prov, turtle    PROV-O as JSON-LD and as Turtle
  followthemoney  entities of FollowTheMoney, one a line
  html            one page with all texts, attributions marked
  of claims, who acts on whom, and events
  claims          schema.org Claim, a claim a line; where --verdicts has a person's verdict, ClaimReview
  print           one page with all claims, made to be printed
  dossier         one JSON object: claims with statements, origins and polarity, copies, entities with aliases;
                  articles by the ids that they came with
  graphml         who cites whom (--graph acts: who acts on whom)
  plover          JSON Lines: an event a line in PLOVER's fields, with its origins and factuality
  cameo           tab-separated: events with CAMEO's codes in the columns of GDELT's event table, a row for each pair of
                  sides
  counts          tab-separated: events by month, countries and type
  uncoded         tab-separated: articles that were read and in which no event was found

Examples:
  sayso export news.sayso --format dossier > news.json
  sayso export news.sayso --format plover > events.jsonl
  sayso export news.sayso --format brat --output news-brat
  sayso export news.sayso --format claims --verdicts verdicts.jsonl > claims.jsonl

Exit codes:
  0    done
  1    the archive could not be read
  2    wrong use)";

struct ExportOptions {
  std::string archive;
  std::string format;
  std::string output;    // folder
  std::string verdicts;  // file
  GraphKind graph = GraphKind::citations;
};

constexpr std::array kFormats = {"annotations", "brat",    "cameo",          "citron", "claims",  "counts",
                                 "csv",         "dossier", "followthemoney", "gqg",    "graphml", "html",
                                 "jsonl",       "plover",  "print",          "prov",   "turtle",  "uncoded"};

// Calls `take` with each record, in the order of their addition, until it says false.
int for_each_record(Archive& archive, const std::function<bool(const Record&)>& take,
                    const Environment& environment) {
  std::vector<std::string> ids;
  const auto listed = archive.query("SELECT id FROM document ORDER BY key", {}, [&](const SqlRow& row) {
    ids.emplace_back(row.text(0));
    return true;
  });
  if (!listed) return fail(listed.error(), environment);
  for (const std::string& id : ids) {
    const Result<std::optional<Record>> record = archive.record(id);
    if (!record) return fail(record.error(), environment);
    if (*record && !take(**record)) break;
    if (environment.interrupted()) return finish_output(kInterrupted, environment);
  }
  return kDone;
}

int export_records(Archive& archive, RecordFormat& format, const Environment& environment) {
  environment.out << format.begin();
  const int status = for_each_record(
      archive, [&](const Record& record) { return bool(environment.out << format.one(record)); },
      environment);
  if (status != kDone) return status;
  environment.out << format.end();
  return finish_output(kDone, environment);
}

int export_brat(Archive& archive, const std::string& folder, const Environment& environment) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  std::optional<Error> failed;
  const auto write = [&](const std::vector<ExportFile>& files) {
    for (const ExportFile& file : files) {
      std::ofstream out(std::filesystem::path(folder) / file.name, std::ios::binary);
      if (!(out << file.text).flush())
        failed = Error{ErrorCode::unwritable, "cannot be written", folder + "/" + file.name, {}};
    }
    return !failed;
  };
  int status = kDone;
  if (write(brat_configuration()))
    status = for_each_record(
        archive, [&](const Record& record) { return write(brat_files(record)); }, environment);
  return failed ? fail(*failed, environment) : status;
}

// Each claim that several articles make, those of most articles first.
int export_claims(Archive& archive, const std::function<std::string(const ClaimPage&)>& write,
                  const Environment& environment) {
  const auto claims = list_claims(archive, {});
  if (!claims) return fail(claims.error(), environment);
  for (const ClaimSummary& claim : *claims) {
    const Result<ClaimPage> page = find_claim(archive, claim.id);
    if (!page) return fail(page.error(), environment);
    if (!(environment.out << write(*page)) || environment.interrupted()) break;
  }
  return environment.interrupted() ? kInterrupted : kDone;
}

int export_schema_org(Archive& archive, const std::string& file, const Environment& environment) {
  std::map<std::string, std::vector<Verdict>> verdicts;
  if (!file.empty()) {
    std::ifstream lines(file);
    if (!lines) return fail({ErrorCode::not_found, "cannot be opened", file, {}}, environment);
    auto read = read_verdicts(lines, file);
    if (!read) return fail(read.error(), environment);
    verdicts = *std::move(read);
  }
  const int status = export_claims(
      archive, [&](const ClaimPage& page) { return to_schema_org(page, verdicts[page.claim.id]); },
      environment);
  return finish_output(status, environment);
}

int export_print(Archive& archive, const Environment& environment) {
  environment.out << dossier_begin("Claims of " + archive.file().filename().string());
  const int status = export_claims(archive, to_dossier, environment);
  environment.out << dossier_end();
  return finish_output(status, environment);
}

int export_graph(Archive& archive, GraphKind kind, const Environment& environment) {
  const auto graph = make_graph(archive, {.kind = kind});
  if (!graph) return fail(graph.error(), environment);
  environment.out << to_graphml(*graph);
  return finish_output(kDone, environment);
}

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
  if (const auto format = record_format(options.format))
    return export_records(*archive, *format, environment);
  if (options.format == "brat") return export_brat(*archive, options.output, environment);
  if (options.format == "claims") return export_schema_org(*archive, options.verdicts, environment);
  if (options.format == "print") return export_print(*archive, environment);
  if (options.format == "graphml") return export_graph(*archive, options.graph, environment);
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
  command->add_option("--format", options->format, "See below")
      ->required()
      ->type_name("NAME")
      ->check(one_of({kFormats.begin(), kFormats.end()}));
  command->add_option("--output", options->output, "Folder that brat's files go to; made where there is none")
      ->type_name("DIR");
  command
      ->add_option(
          "--verdicts", options->verdicts,
          "What persons found about claims, JSON Lines of {claim, rating, author, url, date, text, value}")
      ->type_name("FILE")
      ->check(CLI::ExistingFile.description(""));
  command->add_option("--graph", options->graph, "Which graph: cites (default) or acts")
      ->type_name("NAME")
      ->transform(with_choices(CLI::CheckedTransformer(std::map<std::string, GraphKind>{
                                   {"cites", GraphKind::citations}, {"acts", GraphKind::acts}}),
                               {"cites", "acts"}));
  command->footer(kFooter);
  command->callback([options, &environment, &status] {
    if ((options->format == "brat") == options->output.empty())
      throw CLI::ValidationError("--output names the folder for --format brat, and is for nothing else");
    status = run_export(*options, environment);
  });
}

}  // namespace sayso::cli
