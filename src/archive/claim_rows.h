// Claims as rows: what lists, timelines and look-ups read.
#pragma once

#include <cstdint>
#include <set>

#include "archive/database.h"
#include "archive/overlay.h"
#include "archive/sqlite_claim_store.h"

namespace sayso::archive {

// Forgets what the group of statements that this item gives its name says.
void remove_claim(Database& database, std::int64_t group);

// Forgets the claims that the document has a part in, since what it says there may be read anew otherwise.
void remove_claims_of(Database& database, std::int64_t document);

// Writes what these groups say now, and of it only what differs from what was written before; groups without
// members or with a single one leave no rows. Cost: the square of each group.
void write_claims(Database& database, SqliteClaimStore& store, const Overlay& overlay,
                  const std::set<std::int64_t>& groups);

}  // namespace sayso::archive
