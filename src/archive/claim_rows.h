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

// Writes anew what these groups say; groups without members or with a single one leave no rows. Cost: the
// square of each group.
void write_claims(Database& database, SqliteClaimStore& store, const Overlay& overlay,
                  const std::set<std::int64_t>& groups);

// Names and aliases of the document's entities, for looking them up. Anonymous ones have none.
void put_names(Database& database, std::int64_t document, const Record& record);
void remove_names(Database& database, std::int64_t document);

// The id of the entity that a group of entities is: the catalog's, else a hash of type, name and document of
// the group's first one.
std::string shared_id(Database& database, std::int64_t group);

// Notes or forgets the group's id, after its members have changed.
void write_shared_entity(Database& database, std::int64_t group);

}  // namespace sayso::archive
