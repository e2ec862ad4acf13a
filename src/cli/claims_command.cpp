#include "cli/claims_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/claim_view.h"
#include "cli/messages.h"
#include "sayso/claim_json.h"
#include "sayso/query_json.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kListed = 20;
constexpr std::size_t kKeptApart = 10;

constexpr const char* kFooter =
    R"(Without an ID it lists claims, those in most articles first; with an ID (a beginning is enough) it
prints that claim: who affirms it, who denies it, in which words, through whom, and on how many
independent origins it rests.

Examples:
  sayso claims news.sayso
  sayso claims news.sayso --contested --min-origins 2
  sayso claims news.sayso --about "Edda Thorsby"
  sayso claims news.sayso 5f3c0011 --explain
  sayso claims news.sayso --json --limit 0 | jq .text

Exit codes:
  0    done, also where there are no claims
  1    no such claim or name, or the archive could not be read
  2    wrong use)";

struct ClaimsOptions : ArchiveViewOptions {
  std::string id;
  bool contested = false;
  std::uint32_t min_origins = 0;
  std::string about;
  bool explain = false;
};

int print_claim(Archive& archive, const ClaimsOptions& options, const Environment& environment) {
  const Result<ClaimPage> page = find_claim(archive, options.id);
  if (!page) return fail(page.error(), environment);
  std::string text =
      options.json ? to_json(page->claim) + "\n" : view_claim(*page, wrap_options(options, environment));
  if (options.explain) {
    const Result<ClaimExplanation> explanation = explain_claim(archive, page->claim.id, kKeptApart);
    if (!explanation) return fail(explanation.error(), environment);
    text += options.json ? to_json(*explanation) + "\n"
                         : view_explanation(*explanation, wrap_options(options, environment));
  }
  environment.out << text;
  return finish_output(kDone, environment);
}

// As much of each claim as a list needs for people; the whole claim for programs.
std::optional<std::string> print_summary(Archive& archive, const ClaimSummary& claim,
                                         const ClaimsOptions& options, const Environment& environment) {
  if (!options.json) return view_claim_summary(claim, wrap_options(options, environment));
  const Result<ClaimPage> page = find_claim(archive, claim.id);
  if (page) return to_json(page->claim) + "\n";
  print_error(environment.err, page.error());
  return std::nullopt;
}

int list(Archive& archive, const ClaimFilter& filter, const ClaimsOptions& options,
         const Environment& environment) {
  const Result<std::vector<ClaimSummary>> claims = list_claims(archive, filter);
  if (!claims) return fail(claims.error(), environment);
  for (const ClaimSummary& claim : *claims) {
    const auto text = print_summary(archive, claim, options, environment);
    if (!text) return kSomeFailed;
    environment.out << *text;
    if (!environment.out || environment.interrupted()) break;
  }
  if (claims->empty()) print_message(environment.err, "no claims there");
  return finish_output(environment.interrupted() ? kInterrupted : kDone, environment);
}

int run_claims(const ClaimsOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  if (!options.id.empty()) return print_claim(*archive, options, environment);
  ClaimFilter filter;
  filter.contested = options.contested;
  filter.min_origins = options.min_origins;
  filter.limit = options.limit;
  if (!options.about.empty()) {
    const auto entities = look_up_name(*archive, options.about, environment);
    if (!entities || entities->empty()) return kSomeFailed;
    for (const EntitySummary& entity : *entities) filter.about.push_back(entity.id);
  }
  return list(*archive, filter, options, environment);
}

}  // namespace

void add_claims_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command =
      app.add_subcommand("claims", "What is claimed, who denies it, on how many origins it rests");
  const auto options = std::make_shared<ClaimsOptions>();
  add_view_options(*command, *options, kListed);
  CLI::Option* const id = command->add_option("ID", options->id, "Print this claim alone")->type_name("");
  command->add_flag("--contested", options->contested, "Only what one origin affirms and another denies")
      ->excludes(id);
  command
      ->add_option("--min-origins", options->min_origins,
                   "Only what rests on so many independent origins or more")
      ->type_name("N")
      ->excludes(id);
  command
      ->add_option("--about", options->about,
                   "Only claims about somebody, or that somebody affirms or denies")
      ->type_name("NAME")
      ->excludes(id);
  command
      ->add_flag("--explain", options->explain, "Say why its statements were joined, and what was kept apart")
      ->needs(id);
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = run_claims(*options, environment); });
}

}  // namespace sayso::cli
