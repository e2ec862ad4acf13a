// The user's own catalog: known people, bodies and places, imported from files, beside those that are built
// in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso {

// $SAYSO_CATALOG, else sayso/catalog.tsv in $XDG_DATA_HOME, else in ~/.local/share; empty where none of them
// is set. `variable` gives an environment variable's value, or null.
std::filesystem::path user_catalog(const std::function<const char*(const char*)>& variable);

enum class CatalogFormat {
  detect,            // by the first line
  follow_the_money,  // JSON Lines of FollowTheMoney entities, as OpenSanctions and Aleph give them
  tsv,               // id, type, name, aliases with | between, country's code, actor's code; the last three may be left out
};

struct CatalogImportOptions {
  CatalogFormat format = CatalogFormat::detect;
  std::uint64_t max_line_bytes = 1'000'000;
  std::uint64_t max_entries = 5'000'000;  // in the user's catalog afterwards; about 500 bytes of memory each
  std::uint64_t max_bytes = 10'000'000'000;  // of the file
  std::function<bool()> stopped = nullptr;   // asked line by line; true ends the import as an error
};

struct CatalogImport {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;  // had been imported before under the same id
  std::uint64_t skipped = 0;   // entities without a name, such as ownerships and sanctions
  std::uint64_t total = 0;     // in the user's catalog now
};

// Adds the file's entries to the catalog in `store`, which is made where there is none; those of the same ids
// are replaced. The first line that is wrong ends it, and the catalog stays as it was: the new one is written
// beside it and takes its place when it is whole. Two imports at once wait for each other. Errors: not_found,
// unreadable, empty_input, malformed and not_text (with FILE:LINE), too_large, bad_catalog. Memory: the ids
// of the file.
Result<CatalogImport> import_catalog(const std::filesystem::path& file, const std::filesystem::path& store,
                                     const CatalogImportOptions& options);

struct CatalogListing {
  std::string id;
  std::string kind;  // country, city, organization, outlet, agency, person, other
  std::string type;  // as of an entity: person, organization, place, group, document, event, other
  std::string name;
  std::string country;    // ISO 3166-1 alpha-2, or empty
  std::string publisher;  // of outlets and agencies, or empty
  std::string form;  // how the name that was asked for names it: name, acronym, demonym, metonym, capital, id
  bool imported = false;
};

// What is called so, or has that id, in both catalogs; the best known first. Errors: bad_catalog, unreadable.
Result<std::vector<CatalogListing>> look_up_catalog(const std::filesystem::path& store,
                                                    std::string_view name);

// All entries, the built-in ones first, or the imported ones alone, until `take` says false. Gives how many
// there were.
Result<std::uint64_t> list_catalog(const std::filesystem::path& store, bool imported_only,
                                   const std::function<bool(const CatalogListing&)>& take);

}  // namespace sayso
