#include "cli/fix_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/correction_view.h"
#include "cli/messages.h"
#include "sayso/query_json.h"

namespace sayso::cli {
namespace {

constexpr const char* kFixFooter =
    R"(STATEMENT is DOCUMENT#a1 as `sayso claims ARCHIVE ID` prints it, DOCUMENT cut short or an article's own
id. WHO is DOCUMENT#e1, the id of somebody as `sayso who` prints it, or a name that only one bears.

Nothing in a record is changed. A correction keeps the words that it is about and what stands around
them, so it holds when articles are read again. `sayso undo` takes it back.

Examples:
  sayso fix news.sayso merge "E. Thorsby" "Edda Thorsby"
  sayso fix news.sayso split 342e467c#e7
  sayso fix news.sayso rename 9d01c5e2 "Coastal Light Board"
  sayso fix news.sayso not-same-claim 342e467c#a1 5df56481#a3
  sayso fix news.sayso origin 219e9d5f#a1 "Edda Thorsby"
  sayso fix news.sayso --list

Exit codes:
  0    done
  1    no such statement or name, or the archive could not be written
  2    wrong use)";

constexpr const char* kUndoFooter =
    R"(Examples:
  sayso undo news.sayso        takes the last correction back
  sayso undo news.sayso 3      takes number 3 back; `sayso fix ARCHIVE --list` prints the numbers

Exit codes:
  0    done
  1    there is no such correction, or the archive could not be written
  2    wrong use)";

struct Verb {
  const char* name;
  CorrectionKind kind;
  const char* help;
  std::array<const char*, 2> targets;  // null: takes a name instead
};
constexpr std::array<Verb, 6> kVerbs = {
    {{"merge", CorrectionKind::merge, "Two who are one", {"WHO", "WHO2"}},
     {"split",
      CorrectionKind::split,
      "Somebody in one article who is not the one of that name",
      {"WHO", nullptr}},
     {"rename", CorrectionKind::rename, "Somebody's name", {"WHO", nullptr}},
     {"same-claim",
      CorrectionKind::same_claim,
      "Two statements that say the same or the opposite",
      {"STATEMENT", "STATEMENT2"}},
     {"not-same-claim",
      CorrectionKind::not_same_claim,
      "Two statements on different matters",
      {"STATEMENT", "STATEMENT2"}},
     {"origin", CorrectionKind::origin, "Who stands behind a statement", {"STATEMENT", nullptr}}}};

struct FixOptions {
  std::string archive;
  bool list = false;
  bool json = false;
  std::array<std::string, 2> targets;
  std::string name;
  std::int64_t number = 0;
};

bool is_about_entities(CorrectionKind kind) {
  return kind == CorrectionKind::merge || kind == CorrectionKind::split || kind == CorrectionKind::rename;
}

std::string to_text(const Correction& correction, const FixOptions& options, const Environment& environment) {
  if (options.json) return to_json(correction) + "\n";
  return view_correction(correction, wrap_options({}, environment));
}

// An id for a name; what is no name stays as it is. None where nobody or several are called so, which is
// said.
std::optional<std::string> resolve(Archive& archive, const std::string& target,
                                   const Environment& environment) {
  if (target.find('#') != target.npos) return target;
  const auto entities = look_up_name(archive, target, environment);
  if (!entities || entities->empty()) return std::nullopt;
  if (entities->size() == 1) return entities->front().id;
  std::string message =
      std::to_string(entities->size()) + " are called \"" + target + "\"; name one by its id:";
  for (const EntitySummary& entity : *entities) message += " " + entity.id;
  print_message(environment.err, message);
  return std::nullopt;
}

int fix(const Verb& verb, const FixOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::write, environment);
  if (!archive) return kSomeFailed;
  CorrectionRequest request{.kind = verb.kind, .targets = {}, .name = options.name};
  for (const std::string& target : options.targets) {
    if (target.empty()) continue;
    const auto id = is_about_entities(verb.kind) ? resolve(*archive, target, environment) : target;
    if (!id) return kSomeFailed;
    request.targets.push_back(*id);
  }
  const Result<Correction> correction = add_correction(*archive, request);
  if (!correction) return fail(correction.error(), environment);
  environment.out << to_text(*correction, options, environment);
  return finish_output(kDone, environment);
}

int list(const FixOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  const Result<std::vector<Correction>> corrections = list_corrections(*archive);
  if (!corrections) return fail(corrections.error(), environment);
  if (corrections->empty()) print_message(environment.err, "no corrections there");
  for (const Correction& correction : *corrections)
    environment.out << to_text(correction, options, environment);
  return finish_output(kDone, environment);
}

int undo(const FixOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::write, environment);
  if (!archive) return kSomeFailed;
  const Result<Correction> correction =
      undo_correction(*archive, options.number > 0 ? std::optional(options.number) : std::nullopt);
  if (!correction) return fail(correction.error(), environment);
  environment.err << "taken back:\n" << std::flush;
  environment.out << to_text(*correction, options, environment);
  return finish_output(kDone, environment);
}

void add_verb(CLI::App& command, const Verb& verb, const std::shared_ptr<FixOptions>& options,
              const Environment& environment, int& status) {
  CLI::App* const sub = command.add_subcommand(verb.name, verb.help);
  for (std::size_t i = 0; i < verb.targets.size(); ++i) {
    if (verb.targets[i] != nullptr) {
      sub->add_option(verb.targets[i], options->targets[i])->required()->type_name("");
    } else if (verb.kind != CorrectionKind::split) {
      sub->add_option("NAME", options->name, "What it should be")->required()->type_name("");
    }
  }
  sub->fallthrough();  // --json may stand at the end
  sub->callback([&verb, options, &environment, &status] { status = fix(verb, *options, environment); });
}

}  // namespace

void add_fix_commands(CLI::App& app, const Environment& environment, int& status) {
  const auto options = std::make_shared<FixOptions>();
  CLI::App* const fix = app.add_subcommand("fix", "Correct who is who, what is one claim, who said it");
  fix->add_option("ARCHIVE", options->archive, "The archive's file")->required()->type_name("");
  CLI::Option* const listing = fix->add_flag("--list", options->list, "Print the corrections made so far");
  fix->add_flag("--json", options->json, "Print JSON, for programs");
  for (const Verb& verb : kVerbs) add_verb(*fix, verb, options, environment, status);
  fix->require_subcommand(0, 1);
  fix->footer(kFixFooter);
  fix->callback([fix, listing, options, &environment, &status] {
    if (!fix->get_subcommands().empty()) return;  // it has run
    if (listing->count() == 0) throw CLI::RequiredError("what to correct, or --list");
    status = list(*options, environment);
  });

  CLI::App* const undo_verb = app.add_subcommand("undo", "Take a correction back");
  undo_verb->add_option("ARCHIVE", options->archive, "The archive's file")->required()->type_name("");
  undo_verb->add_option("NUMBER", options->number, "Of the correction; the last one unless said otherwise")
      ->type_name("")
      ->check(CLI::PositiveNumber);
  undo_verb->add_flag("--json", options->json, "Print JSON, for programs");
  undo_verb->footer(kUndoFooter);
  undo_verb->callback([options, &environment, &status] { status = undo(*options, environment); });
}

}  // namespace sayso::cli
