// The answers of claim_queries.h and corrections.h as JSON; docs/CLAIMS.md describes them.
#pragma once

#include <string>

#include "sayso/claim_queries.h"
#include "sayso/corrections.h"

namespace sayso {

// One line without a newline at the end.
std::string to_json(const EntityPage& page);  // "sayso.entity/1" with what was said by it and of it
std::string to_json(const ClaimExplanation& explanation);
std::string to_json(const EntityExplanation& explanation);  // "sayso.explanation/1" too
std::string to_json(const Graph& graph);
std::string to_json(const Correction& correction);

// A line for each row, each ending with a newline.
std::string to_json_lines(const Timeline& timeline);

}  // namespace sayso
