#include "cli/choices.h"

namespace sayso::cli {

std::vector<std::string> choices_of(CLI::Option& option) {
  std::string name;
  try {
    name = option.get_validator(0)->get_name();
  } catch (const CLI::OptionNotFound&) {  // it has none
  }
  if (!name.starts_with(kChoices)) return {};
  return CLI::detail::split(name.substr(kChoices.size()), '|');
}

}  // namespace sayso::cli
