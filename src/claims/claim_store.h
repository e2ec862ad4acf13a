// What the claims stage needs of a store: items found by keys, links between items with their reasons, and
// the groups that links make. src/archive keeps it in SQLite; memory_store.h in memory, for tests and small
// sets.
//
// Statements, entities and texts are linked by the same machinery (linker.h): an item has deterministic keys,
// items that share a key are judged by a pure function, accepted pairs become links, and connected items are
// a group. The judge knows what is in `payload`; the store does not.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/document_id.h"

namespace sayso::claims {

enum class ItemKind : std::uint8_t { statement, entity, text, event };

struct ItemId {
  DocumentId document;       // Record::id
  std::uint32_t number = 0;  // within the document and kind

  auto operator<=>(const ItemId&) const = default;
};

struct Item {
  ItemId id;
  std::string payload;              // bytes of the item's own encoding
  std::vector<std::uint64_t> keys;  // sorted, each once
  // What a judge has read out of the payload, for the next pair that the item is in (see judged()). Whoever
  // changes the payload forgets it.
  mutable std::shared_ptr<const void> judged = nullptr;
};

// What `decode` makes of the payload, the first time only. Items of one kind have one T.
template <typename T>
const std::optional<T>& judged(const Item& item, std::optional<T> (*decode)(std::string_view)) {
  if (!item.judged) item.judged = std::make_shared<const std::optional<T>>(decode(item.payload));
  return *static_cast<const std::optional<T>*>(item.judged.get());
}

// An accepted pair, a < b.
struct ItemLink {
  ItemId a, b;
  double score = 0;  // higher is surer
  std::string why;   // for a person
};

// A link of an item as it looks from there, with what the store knows of the other end.
struct Neighbour {
  ItemId id;
  double score = 0;
  double density = 0;
  ItemId group;
};

// Where an item stands among those that share a key: as good as drawn by lot, yet the same everywhere.
std::uint64_t lot_of(const ItemId& id);

// Not safe for use from two threads at once. A store that fails keeps the first failure and does nothing
// after it; its owner asks for it before committing.
class ClaimStore {
 public:
  virtual ~ClaimStore() = default;

  // Replaces an item of the same id.
  virtual void put(ItemKind kind, const Item& item) = 0;
  // Its items, their keys and links, of all kinds.
  virtual void remove_document(const std::string& document) = 0;
  // Null where there is none. As it is now: later changes do not show in it.
  virtual std::shared_ptr<const Item> get(ItemKind kind, const ItemId& id) = 0;
  virtual std::vector<Item> items_of(ItemKind kind, const std::string& document) = 0;
  // Those that have the key, in the order of their lots; of the first `limit` only, 0: all.
  virtual std::vector<ItemId> holders(ItemKind kind, std::uint64_t key, std::size_t limit) = 0;
  // The smallest key in [from, to] that an item has; both in one half of all numbers.
  virtual std::optional<std::uint64_t> next_key(ItemKind kind, std::uint64_t from, std::uint64_t to) = 0;

  // Both ends are in the store.
  virtual void put_link(ItemKind kind, const ItemLink& link) = 0;
  virtual void remove_link(ItemKind kind, const ItemId& a, const ItemId& b) = 0;
  virtual std::vector<ItemLink> links_of(ItemKind kind, const ItemId& id) = 0;
  // The other ends of its links, in the order of their ids.
  virtual std::vector<Neighbour> neighbours(ItemKind kind, const ItemId& id) = 0;

  // A number that the grouping keeps for an item, 0 at first; none: there is no such item.
  virtual std::optional<double> density_of(ItemKind kind, const ItemId& id) = 0;
  virtual void set_density(ItemKind kind, const ItemId& id, double density) = 0;

  // The group of an item, by the id of one of its members. An item that was put is a group of its own until
  // it is given another.
  virtual ItemId group_of(ItemKind kind, const ItemId& id) = 0;
  virtual std::vector<ItemId> members(ItemKind kind, const ItemId& group) = 0;
  virtual void set_group(ItemKind kind, const ItemId& id, const ItemId& group) = 0;
};

}  // namespace sayso::claims
