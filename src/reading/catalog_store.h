// The user's catalog as a file: a line that names the format, then one entry a line.
//
//   #sayso.catalog/1
//   id <tab> type <tab> name <tab> aliases with | between <tab> country's code [<tab> actor's code]
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/catalog.h"
#include "sayso/result.h"

namespace sayso::reading {

constexpr std::string_view kStoreFormat = "#sayso.catalog/1";
constexpr std::uint64_t kLongestStoreLine = 8'000'000;  // bytes; an import's own limit is lower

struct StoredEntry {
  std::string id;
  std::string type;  // see kinds_of_type()
  std::string name;
  std::vector<std::string> aliases;
  std::string country;
  std::string actor = {};  // PLOVER's or CAMEO's: "USAGOV"; may be empty
};

struct CatalogKinds {
  CatalogKind kind = CatalogKind::other;
  EntityKind entity_kind = EntityKind::other;
};

// Of "person", "organization", "company", "group", "outlet", "agency", "place", "document", "event", "other";
// none of other words.
std::optional<CatalogKinds> kinds_of_type(std::string_view type);

// The cells between tabs; a carriage return at the line's end is no part of the last one.
std::vector<std::string_view> split_cells(std::string_view line);

// An entry out of cells: id, type, name, aliases, country, actor. Errors: malformed, without a place.
Result<StoredEntry> entry_of_cells(const std::vector<std::string_view>& cells);

// The line with its newline. Blanks and control characters in cells become one blank, "|" in aliases "/";
// aliases that are the name, or twice, or longer than any name are left out.
std::string to_line(const StoredEntry& entry);

// Valid UTF-8? The error names the first byte that is not. `place` is "FILE:LINE".
std::optional<Error> check_utf8(std::string_view line, const std::string& place);

// Each line behind the first. `take` gets it without newline and may end the reading with an error. A file
// that does not exist has none. Errors: bad_catalog, unreadable, and those of `take`.
std::optional<Error> for_each_stored(
    const std::filesystem::path& store,
    const std::function<std::optional<Error>(std::string_view line, const std::string& place)>& take);

}  // namespace sayso::reading
