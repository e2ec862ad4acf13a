#include "archive/claims_update.h"

#include <algorithm>

#include "archive/bound_anchors.h"
#include "archive/claim_rows.h"
#include "archive/entity_rows.h"
#include "archive/event_rows.h"
#include "archive/graph_rows.h"
#include "claims/event_groups.h"

namespace sayso::archive {
namespace {

using claims::ItemId;
using claims::ItemKind;

void insert_groups(std::set<std::int64_t>& keys, SqliteClaimStore& store, ItemKind kind,
                   const std::vector<ItemId>& groups) {
  for (const ItemId& group : groups) {
    if (const auto key = store.item_key(kind, group)) keys.insert(*key);
  }
}

}  // namespace

ClaimsUpdate::ClaimsUpdate(Database& database, SqliteClaimStore& store)
    : database_(database),
      store_(store),
      overlay_(load_overlay(database, store_)),
      reasons_(database),
      shared_entities_(store_, reasons_, overlay_.entities) {}

void ClaimsUpdate::add(const Record& record) {
  const auto document = database_.find_integer("SELECT key FROM document WHERE id = ?1", record.id);
  if (!document) return;
  put_names(database_, *document, record);
  put_edges(database_, *document, record);
  // Before its items are linked, since corrections decide what they are linked with.
  if (database_.find_integer("SELECT 1 FROM correction_anchor WHERE document = ?1 LIMIT 1", record.id)) {
    bind_anchors(database_, *document, record, claims::statement_items(record));
    overlay_ = load_overlay(database_, store_);
  }
  note(claims::add_record(store_, record, overlay_.pairs));
  shared_entities_.add(record);
  note_entities();
  note_events(claims::add_events(store_, record));
}

void ClaimsUpdate::remove(const std::string& document) {
  const auto key = database_.find_integer("SELECT key FROM document WHERE id = ?1", document);
  if (key) remove_claims_of(database_, *key);
  const claims::Departure left = claims::leave_events(store_, document);
  const claims::SharedEntities::Departure left_entities = shared_entities_.leave(document);
  const claims::Changes changes = claims::remove_record(store_, document, overlay_.pairs);
  note(changes);
  shared_entities_.settle(left_entities);
  note_entities();
  const claims::Change events = claims::settle_events(store_, left);
  note_events(events);
  // The document may be gone when the rest is written, and with it the way from these groups to their rows.
  for (const ItemId& group : changes.statements.gone) {
    if (const auto key = store_.item_key(ItemKind::statement, group)) remove_claim(database_, *key);
  }
  for (const ItemId& group : events.gone) {
    if (const auto key = store_.item_key(ItemKind::event, group)) remove_event(database_, *key);
  }
  if (key) {
    remove_names(database_, *key);
    remove_edges(database_, *key);
  }
  if (unbind_anchors(database_, document)) overlay_ = load_overlay(database_, store_);
}

void ClaimsUpdate::reconsider(const std::vector<ItemId>& statements, const std::vector<ItemId>& entities) {
  overlay_ = load_overlay(database_, store_);
  for (const ItemId& id : statements) {
    // Before and after: a statement that leaves a claim changes both.
    insert_groups(claims_, store_, ItemKind::statement, {store_.group_of(ItemKind::statement, id)});
  }
  note(claims::regroup_statements(store_, statements, overlay_.pairs));
  shared_entities_.reconsider(entities);
  note_entities();
  // Their names may be other ones now.
  std::vector<ItemId> groups;
  for (const ItemId& id : entities) groups.push_back(store_.group_of(ItemKind::entity, id));
  note_groups_claims(groups);
  for (const ItemId& id : statements) {
    insert_groups(claims_, store_, ItemKind::statement, {store_.group_of(ItemKind::statement, id)});
  }
}

void ClaimsUpdate::note(const claims::Changes& changes) {
  for (const auto* groups : {&changes.statements.groups, &changes.statements.gone}) {
    insert_groups(claims_, store_, ItemKind::statement, *groups);
  }
}

// Who stands behind a claim changes where its speakers were joined otherwise. Only of those that moved: a
// group that many are in already grows without touching what they said. Unless who moved brings or takes a
// name that a person gave.
void ClaimsUpdate::note_entities() {
  const claims::EntityChange change = shared_entities_.take_change();
  insert_groups(entities_, store_, ItemKind::entity, {change.groups.begin(), change.groups.end()});
  for (const ItemId& id : change.moved) {
    if (const auto item = store_.item_key(ItemKind::entity, id)) note_claims_of(*item);
  }
  const bool renamed = std::ranges::any_of(
      overlay_.entity_names, [&](const auto& name) { return change.moved.contains(name.first); });
  if (renamed) note_groups_claims({change.groups.begin(), change.groups.end()});
}

void ClaimsUpdate::note_groups_claims(const std::vector<ItemId>& groups) {
  for (const ItemId& group : groups) {
    for (const ItemId& member : store_.members(ItemKind::entity, group)) {
      if (const auto item = store_.item_key(ItemKind::entity, member)) note_claims_of(*item);
    }
  }
}

void ClaimsUpdate::note_claims_of(std::int64_t entity) {
  events_.merge(events_of_origin(database_, entity));
  Statement rows = database_.query("SELECT claim FROM claim_statement WHERE origin_item = ?1", entity);
  while (rows.step()) claims_.insert(rows.integer(0));
}

void ClaimsUpdate::note_events(const claims::Change& change) {
  insert_groups(events_, store_, ItemKind::event, change.groups);
  insert_groups(events_, store_, ItemKind::event, change.gone);
}

// And where its articles were found to be copies.
void ClaimsUpdate::note_moved_texts() {
  for (const std::int64_t item : store_.take_moved()) {
    if (kind_of_item(item) != ItemKind::text) continue;  // the others' changes are known
    const std::int64_t document = document_of_item(item);
    events_.merge(events_of_document(database_, document));
    Statement rows = database_.query("SELECT claim FROM claim_statement WHERE item >= ?1 AND item < ?2",
                                     item_key_of(document, ItemKind::statement, 0),
                                     item_key_of(document, ItemKind::entity, 0));
    while (rows.step()) claims_.insert(rows.integer(0));
  }
}

void ClaimsUpdate::finish() {
  note_moved_texts();
  for (const std::int64_t group : entities_) write_shared_entity(database_, group);
  write_claims(database_, store_, overlay_, claims_);
  write_events(database_, store_, overlay_, events_);
}

}  // namespace sayso::archive
