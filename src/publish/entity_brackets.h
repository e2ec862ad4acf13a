// Mentions as brackets around words, as the GUM corpus and CorefUD write them: "(1-person-name" opens, "1)"
// closes.
#pragma once

#include <string>
#include <vector>

#include "sayso/layers.h"

namespace sayso::publish {

// The names of an opening bracket's fields, for `# global.Entity`.
inline constexpr const char* kEntityFields = "GRP-etype-form";

// For each word what opens and closes there, outer brackets outside; empty for most. Entities count from 1.
// Cost: linear.
std::vector<std::string> entity_brackets(const Layers& layers);

}  // namespace sayso::publish
