#include "claims/update.h"

#include <set>

#include "claims/copies.h"
#include "claims/keys.h"
#include "claims/pair.h"
#include "claims/statements.h"

namespace sayso::claims {
namespace {

Linker statement_linker(ClaimStore& store, const AllCorrections& corrections) {
  return Linker(store, ItemKind::statement, judge_statements, kStatementRule, corrections.statements);
}

Linker text_linker(ClaimStore& store, const AllCorrections& corrections) {
  return Linker(store, ItemKind::text, judge_texts, kTextRule, corrections.texts);
}

}  // namespace

std::vector<Item> statement_items(const Record& record) {
  std::vector<Item> items;
  for (const Statement& statement : make_statements(record)) {
    Item item;
    item.id = {record.id, static_cast<std::uint32_t>(items.size())};
    item.payload = encode(statement);
    item.keys = keys_of(statement);
    items.push_back(std::move(item));
  }
  return items;
}

Changes add_record(ClaimStore& store, const Record& record, const AllCorrections& corrections) {
  Changes changes;
  changes.texts = text_linker(store, corrections).add(text_items(record));
  changes.statements = statement_linker(store, corrections).add(statement_items(record));
  return changes;
}

Changes remove_record(ClaimStore& store, const std::string& document, const AllCorrections& corrections) {
  Linker statements = statement_linker(store, corrections);
  Linker texts = text_linker(store, corrections);
  const Departure left = statements.leave(document);
  const Departure left_texts = texts.leave(document);
  store.remove_document(document);
  Changes changes;
  changes.texts = texts.settle(left_texts);
  changes.statements = statements.settle(left);
  return changes;
}

Changes regroup_statements(ClaimStore& store, const std::vector<ItemId>& statements,
                           const AllCorrections& corrections) {
  Changes changes;
  changes.statements = statement_linker(store, corrections).regroup(statements);
  return changes;
}

std::vector<ItemId> claims_touched(ClaimStore& store, const Changes& changes) {
  std::set<ItemId> claims(changes.statements.groups.begin(), changes.statements.groups.end());
  claims.insert(changes.statements.gone.begin(), changes.statements.gone.end());
  for (const ItemId& group : changes.texts.groups) {
    for (const ItemId& member : store.members(ItemKind::text, group)) {
      for (const Item& item : store.items_of(ItemKind::statement, member.document)) {
        claims.insert(store.group_of(ItemKind::statement, item.id));
      }
    }
  }
  return {claims.begin(), claims.end()};
}

}  // namespace sayso::claims
