// One document's events in and out of a store: beside update.h, which does it for statements, entities and
// texts.
#pragma once

#include <string>
#include <vector>

#include "claims/claim_store.h"
#include "claims/linker.h"
#include "sayso/record.h"

namespace sayso::claims {

// Groups of reports of one event, by the densest item in each.
// The record's document must have no events in the store. Cost: that of its neighbourhood, see Linker.
Change add_events(ClaimStore& store, const Record& record);

// Removal in two steps, around the one that takes all items of the document out of the store.
Departure leave_events(ClaimStore& store, const std::string& document);
Change settle_events(ClaimStore& store, const Departure& departure);

}  // namespace sayso::claims
