// The built-in catalog out of its tables.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "reading/catalog_index.h"

namespace sayso::reading {

struct BuiltinCatalog {
  CatalogIndex index;
  std::unordered_map<std::string_view, const CatalogEntry*> countries;  // by code, a view into the entry
  std::string hash;                                                     // of the tables
};

// A row that refers to an entry that is not there is left out; a test reads all of them. Cost: some
// milliseconds.
std::unique_ptr<const BuiltinCatalog> make_builtin_catalog();

}  // namespace sayso::reading
