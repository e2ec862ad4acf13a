#include "archive/claim_rows.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "claims/claims.h"
#include "claims/statement.h"

namespace sayso::archive {
namespace {

using claims::ItemId;
using claims::ItemKind;

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
      by_group_.emplace(group.document.text() + "#e" + std::to_string(group.number + 1), *own_.back());
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

// A statement of a claim as it is stored.
struct Row {
  std::int64_t item = 0;
  std::optional<std::int64_t> attribution, proposition;
  std::string quote, polarity, origin;
  std::optional<std::int64_t> origin_item;
  std::string via;
  std::optional<std::string> outlet;
  std::string date;
  double confidence = 0;

  friend bool operator==(const Row&, const Row&) = default;
};
using Rows = std::vector<Row>;  // in the order of their items

std::optional<std::int64_t> integer_or_none(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.integer(column));
}

Rows stored_rows(Database& database, std::int64_t group) {
  Rows rows;
  Statement found = database.query(
      "SELECT item, attribution, proposition, quote, polarity, origin, origin_item, via, outlet, date, "
      "confidence FROM claim_statement WHERE claim = ?1 ORDER BY item",
      group);
  while (found.step()) {
    rows.push_back({.item = found.integer(0),
                    .attribution = integer_or_none(found, 1),
                    .proposition = integer_or_none(found, 2),
                    .quote = found.string(3),
                    .polarity = found.string(4),
                    .origin = found.string(5),
                    .origin_item = integer_or_none(found, 6),
                    .via = found.string(7),
                    .outlet = found.is_null(8) ? std::nullopt : std::optional(found.string(8)),
                    .date = found.string(9),
                    .confidence = found.real(10)});
  }
  return rows;
}

Row row_of(const ClaimStatement& statement, std::int64_t item, std::optional<std::int64_t> origin_item) {
  return {.item = item,
          .attribution = number_in(statement.attribution),
          .proposition = number_in(statement.proposition),
          .quote = statement.quote,
          .polarity = std::string(to_string(statement.polarity)),
          .origin = statement.origin,
          .origin_item = origin_item,
          .via = nlohmann::json(statement.via).dump(),
          .outlet = statement.outlet.empty() ? std::nullopt : std::optional(statement.outlet),
          .date = statement.date,
          .confidence = statement.confidence};
}

Rows rows_of(SqliteClaimStore& store, CorrectedStore& corrected, const Claim& claim,
             const std::vector<ItemId>& members) {
  Rows rows;
  const OriginItems origins(store, corrected, members);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const ClaimStatement& statement = claim.statements[i];
    if (const auto item = store.item_key(ItemKind::statement, members[i]))
      rows.push_back(row_of(statement, *item, origins.find(i, statement.origin_entity)));
  }
  std::ranges::sort(rows, {}, &Row::item);
  return rows;
}

// Those of `rows` that `others` do not have just so.
Rows not_in(const Rows& others, const Rows& rows) {
  Rows differing;
  std::ranges::copy_if(rows, std::back_inserter(differing), [&](const Row& row) {
    const auto same = std::ranges::lower_bound(others, row.item, {}, &Row::item);
    return same == others.end() || *same != row;
  });
  return differing;
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
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (key) DO UPDATE SET id = excluded.id, "
      "text = excluded.text, status = excluded.status, articles = excluded.articles, "
      "outlets = excluded.outlets, origins = excluded.origins, first = excluded.first, last = excluded.last",
      group, claim.id, claim.text, to_string(claim.status), static_cast<std::int64_t>(articles.size()),
      static_cast<std::int64_t>(outlets.size()), claim.independent_origins, claim.first, claim.last);
}

void put_row(Database& database, std::int64_t group, const Row& row) {
  database.run(
      "INSERT OR REPLACE INTO claim_statement (item, claim, attribution, proposition, quote, polarity, "
      "origin, origin_item, via, outlet, date, confidence) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      row.item, group, row.attribution, row.proposition, row.quote, row.polarity, row.origin, row.origin_item,
      row.via, row.outlet, row.date, row.confidence);
}

// Who stands behind the statement, and the entities in its words: of the mentions inside its clause, or
// inside its attribution's content.
void put_entities(Database& database, std::int64_t group, const Row& row) {
  if (row.origin_item)
    database.run("INSERT OR IGNORE INTO claim_entity (entity, claim) VALUES (?1, ?2)", *row.origin_item,
                 group);
  const auto number = row.proposition ? row.proposition : row.attribution;
  if (!number) return;
  const std::string table = row.proposition ? "proposition" : "attribution";
  const std::int64_t document = document_of_item(row.item);
  database.run(
      "INSERT OR IGNORE INTO claim_entity (entity, claim) "
      "SELECT ?3 + m.entity - 1, ?4 FROM " +
          table +
          " p JOIN mention m ON m.document = p.document AND m.begin_ >= p.begin_ AND m.end_ <= p.end_ "
          "WHERE p.document = ?1 AND p.number = ?2",
      document, *number, item_key_of(document, ItemKind::entity, 0), group);
}

void write_rows(Database& database, std::int64_t group, const Rows& before, const Rows& now) {
  const Rows gone = not_in(now, before), fresh = not_in(before, now);
  for (const Row& row : gone) {
    // Another claim may have it by now.
    database.run("DELETE FROM claim_statement WHERE item = ?1 AND claim = ?2", row.item, group);
  }
  for (const Row& row : fresh) put_row(database, group, row);
  // Several statements may speak of one entity, so none goes alone.
  if (!gone.empty()) database.run("DELETE FROM claim_entity WHERE claim = ?1", group);
  for (const Row& row : gone.empty() ? fresh : now) put_entities(database, group, row);
}

void write_claim(Database& database, SqliteClaimStore& store, CorrectedStore& corrected, std::int64_t group,
                 const Rows& before) {
  const ItemId id = store.item_id(group);
  const std::vector<ItemId> members = store.members(ItemKind::statement, id);
  const auto claim = members.size() < 2 ? std::nullopt : claims::build_claim(corrected, id);
  if (!claim || claim->statements.size() != members.size()) return remove_claim(database, group);
  put_summary(database, group, *claim);
  write_rows(database, group, before, rows_of(store, corrected, *claim, members));
}

}  // namespace

void remove_claim(Database& database, std::int64_t group) {
  database.run("DELETE FROM claim WHERE key = ?1", group);
}

void remove_claims_of(Database& database, std::int64_t document) {
  database.run(
      "DELETE FROM claim WHERE key IN (SELECT claim FROM claim_statement WHERE item >= ?1 AND item < ?2)",
      item_key_of(document, ItemKind::statement, 0), item_key_of(document, ItemKind::entity, 0));
}

void write_claims(Database& database, SqliteClaimStore& store, const Overlay& overlay,
                  const std::set<std::int64_t>& groups) {
  CorrectedStore corrected(database, store, overlay);
  // All before any is written, since a statement may go from one to another.
  std::map<std::int64_t, Rows> before;
  for (const std::int64_t group : groups) before.emplace(group, stored_rows(database, group));
  for (const auto& [group, rows] : before) write_claim(database, store, corrected, group, rows);
}

}  // namespace sayso::archive
