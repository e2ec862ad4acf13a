#include "cli/diff_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/difference_view.h"
#include "cli/messages.h"
#include "sayso/archive_json.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kListed = 20;

constexpr const char* kFooter =
    R"(Where a document came again with another text, or was read again by another model (`sayso add --reread`), the archive
keeps the record before. Compares it with the stored one: attributions, entities, propositions and what is known of the
document. DOCUMENT is its id or a beginning of it, or the id that it came with; without it, all that were replaced.

Examples:
  sayso diff news.sayso
  sayso diff news.sayso 3f2a91c0 --json

Exit codes:
  0    done
  1    there is no such document, or the archive could not be read
  2    wrong use)";

struct DiffOptions : ArchiveViewOptions {
  std::string document;
};

// The whole id of what the user named.
std::optional<std::string> find_id(const Archive& archive, const DiffOptions& options,
                                   const Environment& environment, int& status) {
  const Result<std::optional<StoredDocument>> document = archive.document(options.document);
  if (!document) {
    status = fail(document.error(), environment);
    return std::nullopt;
  }
  if (*document) return (*document)->id;
  print_message(environment.err,
                "no document \"" + options.document + "\" there, or more than one of that beginning");
  status = kSomeFailed;
  return std::nullopt;
}

int diff(const DiffOptions& options, const Environment& environment) {
  const std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  std::string id;
  if (!options.document.empty()) {
    int status = kDone;
    const auto found = find_id(*archive, options, environment, status);
    if (!found) return status;
    id = *found;
  }
  errno = 0;
  std::size_t printed = 0;
  bool more = false;
  const Result<std::uint64_t> taken = archive->differences(id, [&](const RecordDifference& difference) {
    if (options.limit > 0 && printed == options.limit) {
      more = true;
      return false;
    }
    ++printed;
    environment.out << (options.json ? to_json(difference) + "\n"
                                     : view_difference(difference, wrap_options(options, environment)));
    return environment.out.good() && !environment.interrupted();
  });
  if (!taken) return fail(taken.error(), environment);
  if (printed == 0)
    print_message(environment.err, id.empty() ? "no document was replaced" : "it was never replaced");
  if (more) environment.err << "there are more: --limit 0 prints all\n" << std::flush;
  return finish_output(environment.interrupted() ? kInterrupted : kDone, environment);
}

}  // namespace

void add_diff_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("diff", "Show what a new reading of a document changed");
  const auto options = std::make_shared<DiffOptions>();
  add_view_options(*command, *options, kListed);
  command->add_option("DOCUMENT", options->document, "Its id, or a beginning of it")->type_name("");
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = diff(*options, environment); });
}

}  // namespace sayso::cli
