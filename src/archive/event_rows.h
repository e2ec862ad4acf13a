// Events as rows: what lists, filters and exports read.
#pragma once

#include <cstdint>
#include <set>

#include "archive/database.h"
#include "archive/overlay.h"
#include "archive/sqlite_claim_store.h"

namespace sayso::archive {

// Forgets what the group of reports that this item gives its name says.
void remove_event(Database& database, std::int64_t group);

// Writes anew what these groups say; groups without members leave no rows. Cost: the square of each group.
void write_events(Database& database, SqliteClaimStore& store, const Overlay& overlay,
                  const std::set<std::int64_t>& groups);

// Events with a report that rests on this entity, or that stands in this document.
std::set<std::int64_t> events_of_origin(Database& database, std::int64_t entity_item);
std::set<std::int64_t> events_of_document(Database& database, std::int64_t document);

}  // namespace sayso::archive
