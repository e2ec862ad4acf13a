#include "reading/catalog_builtin.h"

#include <charconv>
#include <optional>
#include <vector>

#include "language/sha256.h"
#include "reading/catalog_data.h"
#include "reading/catalog_rows.h"

namespace sayso::reading {
namespace {

using Cells = TableCells;

std::optional<Place> read_place(std::string_view latitude, std::string_view longitude,
                                std::string_view country) {
  Place place;
  place.country = country;
  const auto read = [](std::string_view text, double& number) {
    return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
  };
  if (!read(latitude, place.latitude) || !read(longitude, place.longitude)) return std::nullopt;
  return place;
}

class Builder {
 public:
  explicit Builder(BuiltinCatalog& catalog) : catalog_(catalog), index_(catalog.index) {}

  // In an order in which what a row refers to is there already.
  void build() {
    index_.reserve(20'000);
    add_countries();
    add_cities();
    add_places();
    add_organizations();
    add_outlets();
    add_programmes();
    add_metonyms();
    add_capitals();
  }

 private:
  CatalogEntry& add_entry(std::string id, std::string_view name, CatalogKind kind, EntityKind entity_kind,
                          std::string_view country_code) {
    CatalogEntry entry;
    entry.id = std::move(id);
    entry.name = name;
    entry.kind = kind;
    entry.entity_kind = entity_kind;
    entry.country = country_code;
    CatalogEntry& added = index_.add_entry(std::move(entry));
    index_.add_form(added, added.name);
    return added;
  }

  void add_names(const CatalogEntry& entry, std::string_view names, FormKind kind = FormKind::name) {
    for_each_name(names, [&](std::string_view name) { index_.add_form(entry, name, kind); });
  }

  const CatalogEntry* country(std::string_view code) const {
    const auto found = catalog_.countries.find(code);
    return found == catalog_.countries.end() ? nullptr : found->second;
  }

  // code, name, capital, latitude, longitude, aliases
  void add_countries() {
    for_each_row("countries", [&](const Cells& row) {
      CatalogEntry& entry = add_entry("country:" + std::string(row[0]), row[1], CatalogKind::country,
                                      EntityKind::place, row[0]);
      entry.place = read_place(row[3], row[4], row[0]);
      catalog_.countries.emplace(entry.country, &entry);
      if (!row[2].empty()) capitals_.emplace(row[2], &entry);
      add_names(entry, row[5]);
    });
    // code, names
    for_each_row("country_names", [&](const Cells& row) {
      if (const CatalogEntry* entry = country(row[0])) add_names(*entry, row[1]);
    });
    // code, adjectives, people
    for_each_row("demonyms", [&](const Cells& row) {
      const CatalogEntry* const entry = country(row[0]);
      if (entry == nullptr) return;
      add_names(*entry, row[1], FormKind::demonym);
      add_names(*entry, row[2], FormKind::demonym);
    });
  }

  // id, name, country, latitude, longitude, rank, aliases
  void add_cities() {
    for_each_row("cities", [&](const Cells& row) {
      CatalogEntry& entry =
          add_entry("city:" + std::string(row[0]), row[1], CatalogKind::city, EntityKind::place, row[2]);
      entry.place = read_place(row[3], row[4], row[2]);
      add_names(entry, row[6]);
      const auto capital = capitals_.find(row[0]);
      if (capital == capitals_.end()) return;
      seats_.push_back({capital->second, row[1]});
      for_each_name(row[6], [&](std::string_view name) { seats_.push_back({capital->second, name}); });
    });
  }

  // id, name, country, latitude, longitude, aliases, people
  void add_places() {
    for_each_row("places", [&](const Cells& row) {
      CatalogEntry& entry =
          add_entry("place:" + std::string(row[0]), row[1], CatalogKind::other, EntityKind::place, row[2]);
      entry.place = read_place(row[3], row[4], row[2]);
      add_names(entry, row[5]);
      add_names(entry, row[6], FormKind::demonym);
    });
  }

  // id, name, country, aliases, people
  void add_organizations() {
    for_each_row("organizations", [&](const Cells& row) {
      CatalogEntry& entry = add_entry("org:" + std::string(row[0]), row[1], CatalogKind::organization,
                                      EntityKind::organization, row[2]);
      bodies_.emplace(entry.id, &entry);
      add_names(entry, row[3]);
      add_names(entry, row[4], FormKind::demonym);
    });
  }

  // id, name, country, publisher, aliases
  void add_outlets() {
    for_each_row("outlets", [&](const Cells& row) {
      const CatalogKind kind = row[0].starts_with("agency:")   ? CatalogKind::agency
                               : row[0].starts_with("outlet:") ? CatalogKind::outlet
                                                               : CatalogKind::other;
      CatalogEntry& entry = add_entry(std::string(row[0]), row[1], kind, EntityKind::organization, row[2]);
      entry.publisher = row[3];
      add_names(entry, row[4]);
    });
  }

  // id, name, country, publisher, house, aliases
  void add_programmes() {
    for_each_row("programmes", [&](const Cells& row) {
      CatalogEntry& entry =
          add_entry(std::string(row[0]), row[1], CatalogKind::outlet, EntityKind::organization, row[2]);
      entry.publisher = row[3];
      entry.house = row[4];
      add_names(entry, row[5]);
    });
  }

  // target, words
  void add_metonyms() {
    for_each_row("metonyms", [&](const Cells& row) {
      const auto body = bodies_.find(row[0]);
      const CatalogEntry* const target = body != bodies_.end() ? body->second : country(row[0]);
      if (target == nullptr) return;
      for_each_name(row[1], [&](std::string_view name) {
        index_.add_form(*target, name,
                        index_.has(name, CatalogKind::city) ? FormKind::capital : FormKind::metonym);
      });
    });
  }

  // Behind the metonyms: of Brussels, the European Union is better known than Belgium's government.
  // "Singapore" is its country's name already.
  void add_capitals() {
    for (const auto& [entry, name] : seats_) index_.add_form(*entry, name, FormKind::capital);
  }

  BuiltinCatalog& catalog_;
  CatalogIndex& index_;
  std::unordered_map<std::string_view, const CatalogEntry*> capitals_;  // by the city's id
  std::unordered_map<std::string_view, const CatalogEntry*> bodies_;    // by id
  std::vector<std::pair<const CatalogEntry*, std::string_view>> seats_;
};

std::string hash_of_tables() {
  std::string all;
  for (const CatalogTable& table : catalog_tables()) {
    all.append(table.name).append("\n").append(table.text);
  }
  return language::sha256(all);
}

}  // namespace

std::unique_ptr<const BuiltinCatalog> make_builtin_catalog() {
  auto catalog = std::make_unique<BuiltinCatalog>();
  Builder(*catalog).build();
  catalog->hash = hash_of_tables();
  return catalog;
}

}  // namespace sayso::reading
