#include "archive/overlay.h"

#include "claims/statement.h"
#include "reading/names.h"
#include "sayso/corrections.h"

namespace sayso::archive {
namespace {

using claims::Item;
using claims::ItemId;
using claims::ItemKind;

// The items that one correction's words stand for, in their order; empty where some are gone.
struct Bound {
  std::string kind;
  std::string name;
  std::vector<std::int64_t> items;
  bool whole = true;
};

// Also of those who were joined with it before; who is joined later is one with it all the same.
void set_alone(claims::EntityCorrections& entities, const ItemId& id) {
  entities.alone.insert(id);
  for (const ItemId& other : std::set<ItemId>(entities.pairs.same_as(id))) {
    entities.pairs.remove_same(id, other);
  }
}

void add_to(Overlay& overlay, const Bound& bound, SqliteClaimStore& store) {
  if (!bound.whole || bound.items.empty()) return;
  std::vector<ItemId> ids;
  for (const std::int64_t item : bound.items) ids.push_back(store.item_id(item));
  if (bound.kind == to_string(CorrectionKind::rename))
    overlay.entity_names.emplace_back(ids.front(), bound.name);
  if (bound.kind == to_string(CorrectionKind::origin)) overlay.origins[ids.front()] = bound.name;
  if (bound.kind == to_string(CorrectionKind::split)) set_alone(overlay.entities, ids.front());
  for (std::size_t i = 1; i < ids.size(); ++i) {
    if (bound.kind == to_string(CorrectionKind::merge)) overlay.entities.pairs.add_same(ids[0], ids[i]);
    if (bound.kind == to_string(CorrectionKind::same_claim))
      overlay.pairs.statements.add_same(ids[0], ids[i]);
    if (bound.kind == to_string(CorrectionKind::not_same_claim))
      overlay.pairs.statements.add_apart(ids[0], ids[i]);
  }
}

// Somebody of that name in the document, else somebody of whom only the name is known.
claims::Party make_party(Database& database, std::int64_t document, const std::string& name) {
  claims::Party party;
  party.name = name;
  party.kind = EntityKind::person;
  const std::int64_t first = item_key_of(document, ItemKind::entity, 0);
  const auto item = database.find_integer(
      "SELECT entity FROM entity_name WHERE folded = ?1 AND entity >= ?2 AND entity < ?3",
      reading::normal_form(name), first, item_key_of(document, ItemKind::text, 0));
  if (!item) return party;
  party.entity = number_of_item(*item);
  Statement row = database.query("SELECT type, catalog FROM entity WHERE document = ?1 AND number = ?2",
                                 document, *party.entity + 1);
  if (!row.step()) return party;
  for (const EntityKind kind : {EntityKind::organization, EntityKind::place, EntityKind::group,
                                EntityKind::document, EntityKind::event, EntityKind::other}) {
    if (row.text(0) == to_string(kind)) party.kind = kind;
  }
  party.catalog = row.string(1);
  return party;
}

}  // namespace

Overlay load_overlay(Database& database, SqliteClaimStore& store) {
  Overlay overlay;
  Bound bound;
  std::int64_t number = 0;
  Statement rows = database.query(
      "SELECT c.number, c.kind, c.name, a.item FROM correction c JOIN correction_anchor a ON a.correction = "
      "c.number "
      "ORDER BY c.number, a.position");
  while (rows.step()) {
    if (rows.integer(0) != number) {
      add_to(overlay, bound, store);
      number = rows.integer(0);
      bound = {.kind = rows.string(1), .name = rows.string(2), .items = {}};
    }
    bound.whole = bound.whole && !rows.is_null(3);
    bound.items.push_back(rows.integer(3));
  }
  add_to(overlay, bound, store);
  return overlay;
}

std::shared_ptr<const Item> CorrectedStore::get(ItemKind kind, const ItemId& id) {
  std::shared_ptr<const Item> item = store_.get(kind, id);
  if (!item || !is_corrected(kind, *item)) return item;
  Item corrected = *item;
  correct(kind, corrected);
  return std::make_shared<const Item>(std::move(corrected));
}

std::vector<Item> CorrectedStore::items_of(ItemKind kind, const std::string& document) {
  std::vector<Item> items = store_.items_of(kind, document);
  for (Item& item : items) correct(kind, item);
  return items;
}

bool CorrectedStore::is_corrected(ItemKind kind, const Item& item) const {
  return kind == ItemKind::statement && (!names_.empty() || overlay_.origins.contains(item.id));
}

void CorrectedStore::correct(ItemKind kind, Item& item) {
  if (!is_corrected(kind, item)) return;
  const auto origin = overlay_.origins.find(item.id);
  auto statement = claims::decode_statement(item.payload);
  const auto key = store_.item_key(kind, item.id);
  if (!statement || !key) return;
  bool changed = false;
  if (origin != overlay_.origins.end()) {
    statement->origin = make_party(database_, document_of_item(*key), origin->second);
    changed = true;
  }
  if (statement->origin) changed |= rename(item.id.document, *statement->origin);
  for (claims::Party& party : statement->via) changed |= rename(item.id.document, party);
  if (!changed) return;
  item.payload = claims::encode(*statement);
  item.judged = nullptr;
}

bool CorrectedStore::rename(const std::string& document, claims::Party& party) {
  if (!party.entity || names_.empty()) return false;
  const auto name = given_name(store_.group_of(ItemKind::entity, {document, *party.entity}));
  if (!name) return false;
  party.name = *name;
  return true;
}

}  // namespace sayso::archive
