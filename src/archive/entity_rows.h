// Entities as rows: by which names they are found, and which of them are one.
#pragma once

#include <cstdint>
#include <string>

#include "archive/database.h"
#include "sayso/record.h"

namespace sayso::archive {

// Names and aliases of the document's entities, for looking them up. Anonymous ones have none.
void put_names(Database& database, std::int64_t document, const Record& record);
void remove_names(Database& database, std::int64_t document);

// The id of the entity that a group of entities is: the catalog's, else a hash of type, name and document of
// the group's first one.
std::string shared_id(Database& database, std::int64_t group);

// Notes or forgets the group's id, after its members have changed.
void write_shared_entity(Database& database, std::int64_t group);

}  // namespace sayso::archive
