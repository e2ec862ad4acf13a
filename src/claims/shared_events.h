// A group of reports to the event that they tell of, counted by whom they rest on.
#pragma once

#include <optional>

#include "claims/claim_store.h"
#include "sayso/shared_event.h"

namespace sayso::claims {

// None where the store has no such group. Who stands behind the reports is found as for claims (origins.h).
// Cost: the square of the group's size.
std::optional<SharedEvent> build_event(ClaimStore& store, const ItemId& group);

}  // namespace sayso::claims
