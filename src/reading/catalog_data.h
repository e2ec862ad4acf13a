// The built-in tables, catalog/*.tsv as they stand in the repository; cmake/EmbedCatalog.cmake writes the
// source.
#pragma once

#include <span>
#include <string_view>

namespace sayso::reading {

// Lines of cells with a tab between. Lines with "#" in front are comments; the first other one names the
// columns.
struct CatalogTable {
  std::string_view name;  // the file's, without ending
  std::string_view text;
};

// Sorted by name; static storage.
std::span<const CatalogTable> catalog_tables();

}  // namespace sayso::reading
