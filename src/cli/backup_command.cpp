#include "cli/backup_command.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/progress_bar.h"
#include "cli/visible_text.h"
#include "sayso/archive.h"

namespace sayso::cli {
namespace {

using std::chrono::steady_clock;

constexpr const char* kFooter =
    R"(Copies the archive as it is at this moment, also while `sayso add` writes to it. FILE appears when the copy is whole.

Examples:
  sayso backup news.sayso /mnt/disk/news-2025-03-13.sayso

Exit codes:
  0    done
  1    the archive could not be read or the copy not written; there is no new FILE then
  2    wrong use, also where FILE is there already and --force is not given
  130  interrupted; there is no new FILE)";

struct BackupOptions {
  std::string archive;
  std::string file;
  bool force = false;
  bool quiet = false;
};

int backup(const BackupOptions& options, const Environment& environment) {
  const std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  const steady_clock::time_point start = steady_clock::now();
  ProgressBar bar(environment.err,
                  environment.err_terminal.columns > 0 ? environment.err_terminal.columns : 80,
                  !options.quiet && can_redraw(environment.err_terminal, environment.variable), start);
  const Result<std::uint64_t> size =
      archive->backup(options.file, options.force, [&](std::uint64_t done, std::uint64_t total) {
        bar.show({static_cast<std::size_t>(done), static_cast<std::size_t>(total)}, steady_clock::now());
        return !environment.interrupted();
      });
  bar.erase();
  if (!size) {
    const int status = fail(size.error(), environment);
    return size.error().code == ErrorCode::interrupted ? kInterrupted : status;
  }
  if (!options.quiet) {
    environment.err << visible_line(options.file) + ": " + std::to_string(*size) + " bytes\n" << std::flush;
  }
  return kDone;
}

}  // namespace

void add_backup_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("backup", "Copy an archive, also while it is written to");
  const auto options = std::make_shared<BackupOptions>();
  command->add_option("ARCHIVE", options->archive, "The archive's file")->required()->type_name("");
  command->add_option("FILE", options->file, "The copy")->required()->type_name("");
  command->add_flag("--force", options->force, "Replace FILE where it is there already");
  command->add_flag("--quiet", options->quiet, "Print no progress and no summary; errors are still named");
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = backup(*options, environment); });
}

}  // namespace sayso::cli
