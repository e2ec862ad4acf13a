// Who cites whom and who acts on whom in one document, as rows that graphs of many add up.
#pragma once

#include <cstdint>

#include "archive/database.h"
#include "sayso/record.h"

namespace sayso::archive {

// The document's record is stored. Rows go with the document, and with remove_edges().
void put_edges(Database& database, std::int64_t document, const Record& record);
void remove_edges(Database& database, std::int64_t document);

}  // namespace sayso::archive
