#include "cli/program_description.h"

#include <CLI/CLI.hpp>

#include "cli/choices.h"

namespace sayso::cli {
namespace {

OptionDescription describe(CLI::Option& option) {
  OptionDescription described;
  for (const std::string& name : option.get_snames()) described.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
  const bool takes_value = option.get_items_expected_max() > 0;
  if (described.names.empty()) {
    described.value = option.get_name(true);
  } else if (takes_value) {
    described.value = option.get_type_name();
  }
  described.choices = choices_of(option);
  described.text = option.get_description();
  described.required = option.get_required();
  described.repeats = option.get_expected_max() > 1;
  return described;
}

}  // namespace

VerbDescription describe(CLI::App& app) {
  VerbDescription verb{.name = app.get_name(),
                       .text = app.get_description(),
                       .footer = app.get_footer(),
                       .options = {},
                       .places = {},
                       .verbs = {}};
  for (CLI::Option* option : app.get_options()) {
    OptionDescription described = describe(*option);
    (described.names.empty() ? verb.places : verb.options).push_back(std::move(described));
  }
  for (CLI::App* child : app.get_subcommands([](const CLI::App*) { return true; }))
    verb.verbs.push_back(describe(*child));
  return verb;
}

}  // namespace sayso::cli
