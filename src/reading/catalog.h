// Known actors: countries with their capitals, demonyms and the words that stand for their governments,
// international bodies, outlets and agencies with their publishers; and what the user has imported.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso::reading {

enum class CatalogKind : std::uint8_t {
  country,
  city,          // large ones and capitals; `country` says whose
  organization,  // international ones, armed groups, parties, companies
  outlet,        // newspapers, broadcasters, sites
  agency,        // news agencies, which are carriers wherever they stand in a dateline
  person,        // imported ones only
  other,
};

struct CatalogEntry {
  std::string id;  // "country:RU", "city:524901", "agency:reuters", or the imported catalog's own
  std::string name;
  CatalogKind kind = CatalogKind::other;
  EntityKind entity_kind = EntityKind::other;
  std::string country;          // ISO 3166-1 alpha-2; empty where none
  std::string publisher;        // of outlets and agencies: the family they belong to; empty where none
  std::optional<Place> place;
};

enum class FormKind : std::uint8_t {
  name,
  acronym,
  demonym,   // "Russian", "Russians": adjective or people of a country
  metonym,   // "the Kremlin", "Downing Street": always the government of the country that the entry is
  capital,   // "Moscow" as the government of the country that the entry is; its city is an entry of its own
};

struct CatalogMatch {
  const CatalogEntry* entry = nullptr;
  FormKind form = FormKind::name;
};

// Immutable once made; lookups may run from many threads at once.
class Catalog {
 public:
  // The built-in one.
  static const Catalog& builtin();

  // The built-in one and the user's own, which `sayso catalog import` wrote. Errors: bad_catalog.
  static Result<Catalog> load(const std::filesystem::path& user_file);

  // Everything that is called so: whole names, case kept apart only for acronyms ("WHO" is not "who"), without a
  // leading article, a possessive ending or accents. The best known first.
  std::vector<CatalogMatch> find(std::string_view words) const;

  // The country of an ISO code; null where there is none.
  const CatalogEntry* country(std::string_view code) const;

  // Of everything in it, as hexadecimal sha256.
  const std::string& hash() const;

 private:
  struct Tables;
  explicit Catalog(std::shared_ptr<const Tables> tables);
  std::shared_ptr<const Tables> tables_;
};

}  // namespace sayso::reading
