#include "archive/entity_rows.h"

#include "archive/sqlite_claim_store.h"
#include "claims/called.h"
#include "language/sha256.h"
#include "reading/names.h"

namespace sayso::archive {
namespace {

using claims::ItemKind;

constexpr std::size_t kIdDigits = 16;

void put_name(Database& database, std::int64_t entity, const std::string& folded, const std::string& name) {
  if (folded.empty()) return;
  database.run("INSERT OR IGNORE INTO entity_name (folded, entity, name) VALUES (?1, ?2, ?3)", folded, entity,
               name);
}

}  // namespace

void put_names(Database& database, std::int64_t document, const Record& record) {
  const std::vector<claims::Called> called = claims::called_in(record);
  for (std::uint32_t i = 0; i < record.entities.size(); ++i) {
    const Entity& entity = record.entities[i];
    const std::int64_t key = item_key_of(document, ItemKind::entity, i);
    for (const auto& [text, count] : called[i]) {
      database.run("INSERT INTO entity_alias (entity, text, count) VALUES (?1, ?2, ?3)", key, text, count);
    }
    if (claims::is_anonymous(entity)) continue;
    put_name(database, key, reading::normal_form(entity.name), entity.name);
    for (const std::string& alias : entity.aliases)
      put_name(database, key, reading::normal_form(alias), alias);
    const std::string family = claims::family_name(entity);
    put_name(database, key, reading::normal_form(family), family);
  }
}

void remove_names(Database& database, std::int64_t document) {
  const std::int64_t first = item_key_of(document, ItemKind::entity, 0);
  const std::int64_t end = item_key_of(document, ItemKind::text, 0);
  database.run("DELETE FROM entity_name WHERE entity >= ?1 AND entity < ?2", first, end);
  database.run("DELETE FROM entity_alias WHERE entity >= ?1 AND entity < ?2", first, end);
  database.run("DELETE FROM shared_entity WHERE item >= ?1 AND item < ?2", first, end);
}

std::string shared_id(Database& database, std::int64_t group) {
  Statement row = database.query(
      "SELECT e.catalog, e.type, e.folded, d.id FROM entity e JOIN document d ON d.key = e.document "
      "WHERE e.document = ?1 AND e.number = ?2",
      document_of_item(group), number_of_item(group) + 1);
  if (!row.step()) return {};
  if (!row.is_null(0)) return row.string(0);
  return language::sha256(row.string(1) + "\n" + row.string(2) + "\n" + row.string(3)).substr(0, kIdDigits);
}

void write_shared_entity(Database& database, std::int64_t group) {
  const bool leads =
      database.find_integer("SELECT 1 FROM item WHERE key = ?1 AND group_key = ?1", group).has_value();
  database.run("DELETE FROM shared_entity WHERE item = ?1", group);
  if (leads)
    database.run("INSERT INTO shared_entity (item, id) VALUES (?1, ?2)", group, shared_id(database, group));
}

}  // namespace sayso::archive
