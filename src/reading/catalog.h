// Known actors: countries with their capitals, demonyms and the words that stand for their governments,
// international bodies, outlets and agencies with their publishers; and what the user has imported.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
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
  other,         // parts of countries and regions (entity_kind place), networks, imported ships and addresses
};

struct CatalogEntry {
  std::string id;  // "country:RU", "city:524901", "agency:reuters", or the imported catalog's own
  std::string name;
  CatalogKind kind = CatalogKind::other;
  EntityKind entity_kind = EntityKind::other;
  std::string country;    // ISO 3166-1 alpha-2; empty where none
  std::string publisher;  // of outlets and agencies: the family they belong to; empty where none
  std::string house;      // of a programme: the name of the outlet that broadcasts it; empty for all others
  std::optional<Place> place;
  std::string actor;      // PLOVER code with its sector behind, "USAGOV", of imported ones; empty where the
                          // catalog gives none
  bool imported = false;  // by the user
};

enum class FormKind : std::uint8_t {
  name,
  acronym,
  demonym,  // "Russian", "Russians", "Democrats": adjective or people of a country, a place or a party
  metonym,  // "the Kremlin", "Downing Street": the government of the country, or the body, that the entry is
  // "Moscow" as the government of the country that the entry is, "Brussels" as the European Union; the city
  // is an entry of its own.
  capital,
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

  // The built-in one and the user's own, which `sayso catalog import` wrote; the built-in one alone where
  // that file does not exist or has no name. Errors: bad_catalog, unreadable. Cost: linear in the file, all
  // of it in memory.
  static Result<Catalog> load(const std::filesystem::path& user_file);

  // Everything that is called so: whole names, without a leading article, a possessive ending or accents. The
  // best known first: countries, cities, governments, other places, bodies, agencies, outlets, people. Small
  // letters never make a name ("turkey"); acronyms count only as they are written ("WHO", "U.S."); a few
  // outlets of one common word need their article ("The Hill"). Cost: linear in the words; of more than 200
  // bytes none are a name.
  std::vector<CatalogMatch> find(std::string_view words) const;

  // The country of an ISO code; null where there is none.
  const CatalogEntry* country(std::string_view code) const;

  // Of everything in it, as hexadecimal sha256.
  const std::string& hash() const;

  // Every entry, the built-in ones first, until `take` says false.
  void for_each(const std::function<bool(const CatalogEntry&)>& take) const;

 private:
  struct Tables;
  explicit Catalog(std::shared_ptr<const Tables> tables);
  std::shared_ptr<const Tables> tables_;
};

}  // namespace sayso::reading
