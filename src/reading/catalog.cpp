#include "reading/catalog.h"

#include <algorithm>
#include <utility>

#include "reading/catalog_builtin.h"
#include "reading/catalog_index.h"
#include "reading/catalog_key.h"

namespace sayso::reading {
namespace {

const BuiltinCatalog& builtin_tables() {
  static const std::unique_ptr<const BuiltinCatalog> tables = make_builtin_catalog();
  return *tables;
}

// How likely one is meant where a name is shared: a country before a city before a government before the rest.
int rank_of(const CatalogMatch& match) {
  if (match.form == FormKind::metonym || match.form == FormKind::capital) return 2;
  switch (match.entry->kind) {
    case CatalogKind::country:
      return 0;
    case CatalogKind::city:
      return 1;
    case CatalogKind::organization:
      return 4;
    case CatalogKind::agency:
      return 5;
    case CatalogKind::outlet:
      return 6;
    case CatalogKind::person:
      return 7;
    case CatalogKind::other:
      return match.entry->entity_kind == EntityKind::place ? 3 : 8;
  }
  return 8;
}

}  // namespace

struct Catalog::Tables {
  CatalogIndex own;  // what the user has imported
  std::string hash;
};

Catalog::Catalog(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

const Catalog& Catalog::builtin() {
  static const Catalog catalog = [] {
    auto tables = std::make_shared<Tables>();
    tables->hash = builtin_tables().hash;
    return Catalog(std::move(tables));
  }();
  return catalog;
}

Result<Catalog> Catalog::load(const std::filesystem::path&) {
  return Catalog(builtin());
}

std::vector<CatalogMatch> Catalog::find(std::string_view words) const {
  std::vector<CatalogMatch> matches;
  // The closest spelling alone: who writes "WHO" does not mean a Who.
  for (const CatalogKey& query : make_catalog_queries(words)) {
    builtin_tables().index.find(query, matches);
    tables_->own.find(query, matches);
    if (!matches.empty()) break;
  }
  std::ranges::stable_sort(matches, {}, rank_of);
  return matches;
}

const CatalogEntry* Catalog::country(std::string_view code) const {
  const auto& countries = builtin_tables().countries;
  const auto found = countries.find(code);
  return found == countries.end() ? nullptr : found->second;
}

const std::string& Catalog::hash() const {
  return tables_->hash;
}

}  // namespace sayso::reading
