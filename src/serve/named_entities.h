// Names in filters of pages.
#pragma once

#include "sayso/claim_queries.h"

namespace sayso::serve {

// Ids of those who bear the name, or of the entity whose id it is, for a query's filter. Nobody: one id that
// no entity has, so that the filter lets nothing through. No name: none, which lets all through.
Result<std::vector<std::string>> ids_named(const Archive& archive, const std::string& name);

}  // namespace sayso::serve
