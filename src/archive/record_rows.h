// A record as rows of the archive's tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "archive/database.h"
#include "sayso/record.h"

namespace sayso::archive {

// Keys of a table that are made from a document's key and a number in its record, so that they are the same
// in whatever order documents were replaced. A record has far fewer than 2^24 items of a kind: 20 MB of text.
constexpr std::int64_t numbered_key(std::int64_t document, std::uint32_t number) {
  return document * (std::int64_t{1} << 24) + number;
}
// All keys of a document lie in [numbered_key(document, 0), numbered_key(document + 1, 0)).

// Gives the document's key: a new one, or that of the document of the same id, whose columns are then
// replaced.
std::int64_t put_document(Database& database, const Record& record, const std::string& article_hash);

// The document has no such rows (see remove_rows).
void put_rows(Database& database, std::int64_t document, const Record& record);

// All rows that put_rows wrote. Neither the document itself nor the items of claims.
void remove_rows(Database& database, std::int64_t document);

}  // namespace sayso::archive
