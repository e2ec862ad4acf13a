#include "cli/field_option.h"

#include <CLI/CLI.hpp>
#include <string>

namespace sayso::cli {

void add_field_option(CLI::App& command, std::vector<FieldPath>& fields) {
  command
      .add_option_function<std::vector<std::string>>(
          "--field",
          [&fields](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) {
              Result<FieldPath> field = parse_field(text);
              if (!field) throw CLI::ValidationError("--field", field.error().message);
              fields.push_back(*std::move(field));
            }
          },
          "Where a fact stands in JSON, as text=body.content; may be repeated")
      ->type_name("FACT=PATH")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

}  // namespace sayso::cli
