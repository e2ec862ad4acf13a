#include "cli/export_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "sayso/export.h"

namespace sayso::cli {
namespace {

constexpr const char* kFooter =
    R"(Formats:
  dossier   one JSON object: claims with statements, origins and polarity, copies, entities with aliases;
            articles by the ids that they came with

Examples:
  sayso export news.sayso --format dossier > news.json

Exit codes:
  0    done
  1    the archive could not be read
  2    wrong use)";

struct ExportOptions {
  std::string archive;
  std::string format;
};

int run_export(const ExportOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
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
  command->add_option("--format", options->format, "dossier")
      ->required()
      ->type_name("NAME")
      ->check(CLI::IsMember({"dossier"}).description(""));
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = run_export(*options, environment); });
}

}  // namespace sayso::cli
