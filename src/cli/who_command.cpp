#include "cli/who_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/entity_view.h"
#include "cli/facts.h"
#include "sayso/query_json.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kListed = 20;

constexpr const char* kFooter =
    R"(NAME is a name, another word that articles use for somebody ("Moscow", "the Inspectorate"), or an
id. Letter case, accents and titles make no difference. Several who bear one name are listed as
several; ask again by the id of one of them.

Examples:
  sayso who news.sayso "Edda Thorsby"
  sayso who news.sayso thorsby --limit 0
  sayso who news.sayso country:RU --json
  sayso who news.sayso smith --explain

Exit codes:
  0    done
  1    nobody is called so, or the archive could not be read
  2    wrong use)";

struct WhoOptions : ArchiveViewOptions {
  std::string name;
  bool explain = false;
};

int print_several(const std::vector<EntitySummary>& entities, const WhoOptions& options,
                  const Environment& environment) {
  const WrapOptions wrapping = wrap_options(options, environment);
  const std::string head = std::to_string(entities.size()) + " are called so; ask by id for one of them";
  std::string text = wrap({{head, Style::faint}}, "", wrapping) + "\n";
  for (const EntitySummary& entity : entities) text += view_entity_summary(entity, wrapping);
  environment.out << text;
  return finish_output(kDone, environment);
}

int print_explanation(Archive& archive, const EntitySummary& entity, const WhoOptions& options,
                      const Environment& environment) {
  const Result<EntityExplanation> why = explain_entity(archive, entity.id, options.limit);
  if (!why) return fail(why.error(), environment);
  environment.out << (options.json ? to_json(*why) + "\n"
                                   : view_explanation(entity, *why, wrap_options(options, environment)));
  return finish_output(kDone, environment);
}

int print_page(Archive& archive, const EntitySummary& entity, const WhoOptions& options,
               const Environment& environment) {
  const Result<EntityPage> page = describe_entity(archive, entity.id, options.limit);
  if (!page) return fail(page.error(), environment);
  environment.out << (options.json ? to_json(*page) + "\n"
                                   : view_entity(*page, wrap_options(options, environment)));
  return finish_output(kDone, environment);
}

int run_who(const WhoOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  const auto entities = look_up_name(*archive, options.name, environment);
  if (!entities || entities->empty()) return kSomeFailed;
  if (entities->size() > 1 && !options.json && !options.explain)
    return print_several(*entities, options, environment);
  for (const EntitySummary& entity : *entities) {
    const int status = options.explain ? print_explanation(*archive, entity, options, environment)
                                       : print_page(*archive, entity, options, environment);
    if (status != kDone) return status;
  }
  return kDone;
}

}  // namespace

void add_who_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("who", "What somebody said, and what others said of them");
  const auto options = std::make_shared<WhoOptions>();
  add_view_options(*command, *options, kListed);
  command->add_option("NAME", options->name, "A name, another word for somebody, or an id")
      ->required()
      ->type_name("");
  command->add_flag("--explain", options->explain,
                    "Why its articles speak of one, and why others of its name are not it");
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = run_who(*options, environment); });
}

}  // namespace sayso::cli
