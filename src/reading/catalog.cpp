#include "reading/catalog.h"

#include <algorithm>
#include <utility>

#include "language/sha256.h"
#include "reading/catalog_builtin.h"
#include "reading/catalog_index.h"
#include "reading/catalog_key.h"
#include "reading/catalog_store.h"

namespace sayso::reading {
namespace {

constexpr std::size_t kHashPiece = 1 << 20;  // bytes

const BuiltinCatalog& builtin_tables() {
  static const std::unique_ptr<const BuiltinCatalog> tables = make_builtin_catalog();
  return *tables;
}

// How likely one is meant where a name is shared: a country before a city before a government before the
// rest.
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

  std::optional<Error> read(const std::filesystem::path& user_file);
  void add(const StoredEntry& stored);
};

// The hash is a chain over pieces of the file, so that it need not be in memory as a whole.
std::optional<Error> Catalog::Tables::read(const std::filesystem::path& user_file) {
  hash = builtin_tables().hash;
  std::string piece;
  const auto close_piece = [&] {
    if (!piece.empty()) hash = language::sha256(hash + "\n" + piece);
    piece.clear();
  };
  std::optional<Error> failed = for_each_stored(
      user_file, [&](std::string_view line, const std::string& place) -> std::optional<Error> {
        if (std::optional<Error> broken = check_utf8(line, place)) {
          return Error{ErrorCode::bad_catalog, broken->message, place, std::nullopt};
        }
        const Result<StoredEntry> stored = entry_of_cells(split_cells(line));
        if (!stored) return Error{ErrorCode::bad_catalog, stored.error().message, place, std::nullopt};
        add(*stored);
        piece.append(line).append("\n");
        if (piece.size() > kHashPiece) close_piece();
        return std::nullopt;
      });
  close_piece();
  return failed;
}

void Catalog::Tables::add(const StoredEntry& stored) {
  const CatalogKinds kinds = kinds_of_type(stored.type).value_or(CatalogKinds{});
  CatalogEntry entry;
  entry.id = stored.id;
  entry.name = stored.name;
  entry.kind = kinds.kind;
  entry.entity_kind = kinds.entity_kind;
  entry.country = stored.country;
  entry.actor = stored.actor;
  entry.imported = true;
  const CatalogEntry& added = own.add_entry(std::move(entry));
  own.add_form(added, added.name);
  for (const std::string& alias : stored.aliases) own.add_form(added, alias);
}

Catalog::Catalog(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

const Catalog& Catalog::builtin() {
  static const Catalog catalog = [] {
    auto tables = std::make_shared<Tables>();
    tables->hash = builtin_tables().hash;
    return Catalog(std::move(tables));
  }();
  return catalog;
}

Result<Catalog> Catalog::load(const std::filesystem::path& user_file) {
  auto tables = std::make_shared<Tables>();
  if (std::optional<Error> failed = tables->read(user_file)) return *std::move(failed);
  return Catalog(std::move(tables));
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

void Catalog::for_each(const std::function<bool(const CatalogEntry&)>& take) const {
  for (const CatalogIndex* index : {&builtin_tables().index, &tables_->own}) {
    for (const CatalogEntry& entry : index->entries()) {
      if (!take(entry)) return;
    }
  }
}

}  // namespace sayso::reading
