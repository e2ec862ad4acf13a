// What is stored of single documents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/database.h"
#include "sayso/archive.h"

namespace sayso::archive {

// As Archive's functions of these names; a failure is the database's.
std::optional<StoredDocument> find_document(Database& database, std::string_view name);
std::optional<RawInput> find_raw_input(Database& database, std::string_view id);
std::vector<OutdatedDocument> list_outdated(Database& database, const Generator& generator,
                                            std::int64_t after, std::size_t limit);
std::uint64_t count_outdated(Database& database, const Generator& generator);

enum class StoredRecord { current, previous };
std::optional<std::string> find_record_json(Database& database, std::string_view id, StoredRecord which);

}  // namespace sayso::archive
