// Entities across documents for a person to read: who bears a name, and one entity's page.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/claim_queries.h"

namespace sayso::cli {

// One line or two: name, type, roles, how often, id.
std::string view_entity_summary(const EntitySummary& entity, const WrapOptions& options);

// Aliases and roles with dates, what it said, what others said of it. Ends with an empty line.
std::string view_entity(const EntityPage& page, const WrapOptions& options);

// Why it is one, and why others of its name are others. Ends with an empty line.
std::string view_explanation(const EntitySummary& entity, const EntityExplanation& explanation,
                             const WrapOptions& options);

}  // namespace sayso::cli
