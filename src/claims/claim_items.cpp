// The steps of claims for others' engines (include/sayso/claim_items.h), over a store in memory.
#include "sayso/claim_items.h"

#include <utility>

#include "claims/claims.h"
#include "claims/copies.h"
#include "claims/memory_store.h"
#include "claims/pair.h"
#include "claims/update.h"

namespace sayso {
namespace {

using claims::Item;
using claims::ItemId;
using claims::ItemKind;

static_assert(kRepresentatives == claims::kStatementRule.representatives);
static_assert(kLeastDensity == claims::kStatementRule.least_density);

ItemKind kind_of(const ClaimItem& item) {
  return item.kind == ClaimItemKind::statement ? ItemKind::statement : ItemKind::text;
}

ItemId id_of(const ClaimItem& item) {
  return {item.document, item.number};
}

Item item_of(const ClaimItem& item) {
  return {id_of(item), item.payload, item.keys};
}

void take(std::vector<Item> items, ClaimItemKind kind, std::vector<ClaimItem>& out) {
  for (Item& item : items) {
    const std::uint64_t lot = claims::lot_of(item.id);
    out.push_back({kind, std::move(item.id.document), item.id.number, lot, std::move(item.keys),
                   std::move(item.payload)});
  }
}

}  // namespace

std::vector<ClaimItem> claim_items(const Record& record) {
  std::vector<ClaimItem> items;
  take(claims::statement_items(record), ClaimItemKind::statement, items);
  take(claims::text_items(record), ClaimItemKind::text, items);
  return items;
}

std::optional<double> judge_pair(const ClaimItem& a, const ClaimItem& b) {
  if (a.kind != b.kind || id_of(a) == id_of(b)) return std::nullopt;
  const bool in_order = id_of(a) < id_of(b);
  const Item first = item_of(in_order ? a : b), second = item_of(in_order ? b : a);
  const auto verdict = a.kind == ClaimItemKind::statement ? claims::judge_statements(first, second)
                                                          : claims::judge_texts(first, second);
  if (!verdict) return std::nullopt;
  return verdict->score;
}

Result<std::vector<Claim>> build_claims(const std::vector<ClaimItem>& items,
                                        const std::vector<std::string>& groups,
                                        const std::vector<ClaimLink>& links) {
  if (groups.size() != items.size())
    return Error{ErrorCode::bad_argument, "as many groups as items are needed", {}, {}};
  claims::MemoryStore store;
  std::map<std::pair<ItemKind, std::string>, ItemId> leaders;  // of groups: their smallest ids
  for (std::size_t i = 0; i < items.size(); ++i) {
    store.put(kind_of(items[i]), item_of(items[i]));
    const auto [at, is_new] = leaders.try_emplace({kind_of(items[i]), groups[i]}, id_of(items[i]));
    if (!is_new) at->second = std::min(at->second, id_of(items[i]));
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    store.set_group(kind_of(items[i]), id_of(items[i]), leaders.at({kind_of(items[i]), groups[i]}));
  for (const ClaimLink& link : links) {
    if (link.a >= items.size() || link.b >= items.size() || items[link.a].kind != items[link.b].kind)
      return Error{ErrorCode::bad_argument, "a link between items that are not there", {}, {}};
    const ItemId a = id_of(items[link.a]), b = id_of(items[link.b]);
    store.put_link(kind_of(items[link.a]), {std::min(a, b), std::max(a, b), link.score, {}});
  }
  std::vector<Claim> out;
  for (const ItemId& group : store.groups(ItemKind::statement)) {
    if (store.members(ItemKind::statement, group).size() < 2) continue;
    if (auto claim = claims::build_claim(store, group)) out.push_back(*std::move(claim));
  }
  return out;
}

}  // namespace sayso
