#include "cli/verify_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <chrono>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/messages.h"
#include "cli/progress_bar.h"
#include "cli/visible_text.h"
#include "sayso/archive_json.h"

namespace sayso::cli {
namespace {

using std::chrono::steady_clock;

constexpr const char* kFooter =
    R"(Reads the whole archive: the file's structure, what its tables say of each other, the full-text index, and of each
document its raw input, its record and the hash of its text. Changes nothing.

Exit codes:
  0    the archive is whole
  1    it is not, or it could not be read; each problem is named
  2    wrong use
  130  interrupted)";

struct VerifyOptions {
  std::string archive;
  bool json = false;
  bool quiet = false;
};

// For the check of the full-text index, which SQLite takes for a change, the archive is opened for writing
// where that is possible.
Result<Archive> open_to_verify(const std::string& file) {
  Result<Archive> archive = Archive::open(file, {.access = ArchiveAccess::write});
  if (archive ||
      (archive.error().code != ErrorCode::unwritable && archive.error().code != ErrorCode::unreadable)) {
    return archive;
  }
  return Archive::open(file);
}

void print_check(const ArchiveCheck& check, const Environment& environment) {
  for (const ArchiveProblem& problem : check.problems) {
    environment.out << visible_line(problem.place + ": " + problem.what) + "\n";
  }
  std::string line;
  for (const ArchiveCheck::Count& count : check.counts) {
    line += (line.empty() ? "" : ", ") + std::to_string(count.rows) + " " + count.what;
  }
  environment.out << line + "\n";
  if (!check.full_text_checked)
    environment.out << "the full-text index was not checked: the archive is read-only\n";
  environment.out << (check.problems.empty() ? "the archive is whole\n" : "the archive is damaged\n");
}

int verify(const VerifyOptions& options, const Environment& environment) {
  const Result<Archive> archive = open_to_verify(options.archive);
  if (!archive) return fail(archive.error(), environment);
  const steady_clock::time_point start = steady_clock::now();
  ProgressBar bar(environment.err,
                  environment.err_terminal.columns > 0 ? environment.err_terminal.columns : 80,
                  !options.quiet && can_redraw(environment.err_terminal, environment.variable), start);
  const Result<ArchiveCheck> check = archive->verify([&](std::uint64_t done, std::uint64_t total) {
    bar.show({static_cast<std::size_t>(done), static_cast<std::size_t>(total)}, steady_clock::now());
    return !environment.interrupted();
  });
  bar.erase();
  if (!check) {
    const int status = fail(check.error(), environment);
    return check.error().code == ErrorCode::interrupted ? kInterrupted : status;
  }
  errno = 0;
  if (options.json) {
    environment.out << to_json(*check) + "\n";
  } else {
    print_check(*check, environment);
  }
  return finish_output(check->problems.empty() ? kDone : kSomeFailed, environment);
}

}  // namespace

void add_verify_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("verify", "Check that an archive is whole");
  const auto options = std::make_shared<VerifyOptions>();
  command->add_option("ARCHIVE", options->archive, "The archive's file")->required()->type_name("");
  command->add_flag("--json", options->json, "Print JSON, for programs");
  command->add_flag("--quiet", options->quiet, "Print no progress");
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = verify(*options, environment); });
}

}  // namespace sayso::cli
