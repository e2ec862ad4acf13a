#include "archive/claim_rows.h"

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "claims/called.h"
#include "claims/claims.h"
#include "claims/statement.h"
#include "language/sha256.h"
#include "reading/names.h"

namespace sayso::archive {
namespace {

using claims::ItemId;
using claims::ItemKind;

constexpr std::size_t kIdDigits = 16;

// Who stands behind each statement, as an item of one of the claim's own documents.
class OriginItems {
 public:
  OriginItems(SqliteClaimStore& store, CorrectedStore& corrected, const std::vector<ItemId>& members) {
    for (const ItemId& id : members) {
      const auto item = corrected.get(ItemKind::statement, id);
      const auto statement = item ? claims::decode_statement(item->payload) : std::nullopt;
      own_.push_back(std::nullopt);
      if (!statement || !statement->origin || !statement->origin->entity) continue;
      const ItemId entity = {id.document, *statement->origin->entity};
      own_.back() = store.item_key(ItemKind::entity, entity);
      const ItemId group = store.group_of(ItemKind::entity, entity);
      by_group_.emplace(group.document + "#e" + std::to_string(group.number + 1), *own_.back());
    }
  }

  // Of the member at `index`, whose origin the claim knows as `entity`.
  std::optional<std::int64_t> find(std::size_t index, const std::string& entity) const {
    const auto known = by_group_.find(entity);
    if (known != by_group_.end()) return known->second;
    return entity.empty() ? std::nullopt : own_[index];
  }

 private:
  std::vector<std::optional<std::int64_t>> own_;
  std::map<std::string, std::int64_t> by_group_;
};

// Of "a3": 3.
std::optional<std::int64_t> number_in(const std::string& id) {
  std::int64_t number = 0;
  if (id.size() < 2) return std::nullopt;
  const auto read = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void put_summary(Database& database, std::int64_t group, const Claim& claim) {
  std::set<std::string_view> articles;
  std::set<std::string_view> outlets;
  for (const ClaimStatement& statement : claim.statements) {
    articles.insert(statement.document);
    outlets.insert(statement.outlet);
  }
  database.run(
      "INSERT INTO claim (key, id, text, status, articles, outlets, origins, first, last) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
      group, claim.id, claim.text, to_string(claim.status), static_cast<std::int64_t>(articles.size()),
      static_cast<std::int64_t>(outlets.size()), claim.independent_origins, claim.first, claim.last);
}

// Entities in the words of a statement: of the mentions inside its attribution's content, or inside its
// clause.
void put_entities(Database& database, std::int64_t group, std::int64_t document,
                  const ClaimStatement& statement) {
  const bool is_clause = !statement.proposition.empty();
  const auto number = number_in(is_clause ? statement.proposition : statement.attribution);
  if (!number) return;
  const std::string table = is_clause ? "proposition" : "attribution";
  database.run(
      "INSERT OR IGNORE INTO claim_entity (entity, claim) "
      "SELECT ?3 + m.entity - 1, ?4 FROM " +
          table +
          " p JOIN mention m ON m.document = p.document AND m.begin_ >= p.begin_ AND m.end_ <= p.end_ "
          "WHERE p.document = ?1 AND p.number = ?2",
      document, *number, item_key_of(document, ItemKind::entity, 0), group);
}

void put_statement(Database& database, std::int64_t group, std::int64_t item, const ClaimStatement& statement,
                   std::optional<std::int64_t> origin) {
  database.run(
      "INSERT OR REPLACE INTO claim_statement (item, claim, attribution, proposition, quote, polarity, "
      "origin, "
      "origin_item, via, outlet, date, confidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
      "?12)",
      item, group, number_in(statement.attribution), number_in(statement.proposition), statement.quote,
      to_string(statement.polarity), statement.origin, origin, nlohmann::json(statement.via).dump(),
      or_null(statement.outlet), statement.date, statement.confidence);
  put_entities(database, group, document_of_item(item), statement);
  if (origin)
    database.run("INSERT OR IGNORE INTO claim_entity (entity, claim) VALUES (?1, ?2)", *origin, group);
}

void write_claim(Database& database, SqliteClaimStore& store, CorrectedStore& corrected, std::int64_t group) {
  const ItemId id = store.item_id(group);
  const std::vector<ItemId> members = store.members(ItemKind::statement, id);
  if (members.size() < 2) return;
  const auto claim = claims::build_claim(corrected, id);
  if (!claim || claim->statements.size() != members.size()) return;
  put_summary(database, group, *claim);
  const OriginItems origins(store, corrected, members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const ClaimStatement& statement = claim->statements[i];
    const auto item = store.item_key(ItemKind::statement, members[i]);
    if (item) put_statement(database, group, *item, statement, origins.find(i, statement.origin_entity));
  }
}

void put_name(Database& database, std::int64_t entity, const std::string& folded, const std::string& name) {
  if (folded.empty()) return;
  database.run("INSERT OR IGNORE INTO entity_name (folded, entity, name) VALUES (?1, ?2, ?3)", folded, entity,
               name);
}

}  // namespace

void remove_claim(Database& database, std::int64_t group) {
  database.run("DELETE FROM claim WHERE key = ?1", group);
}

void write_claims(Database& database, SqliteClaimStore& store, const Overlay& overlay,
                  const std::set<std::int64_t>& groups) {
  CorrectedStore corrected(database, store, overlay);
  for (const std::int64_t group : groups) remove_claim(database, group);
  for (const std::int64_t group : groups) write_claim(database, store, corrected, group);
}

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
