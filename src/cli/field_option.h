// `--field FACT=PATH`, which `read` and `add` share.
#pragma once

#include <vector>

#include "sayso/intake.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// `fields` outlives the parsing.
void add_field_option(CLI::App& command, std::vector<FieldPath>& fields);

}  // namespace sayso::cli
