// A ClaimStore in memory: for tests and for sets small enough to need no archive.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "claims/claim_store.h"

namespace sayso::claims {

class MemoryStore final : public ClaimStore {
 public:
  void put(ItemKind kind, const Item& item) override;
  void remove_document(const std::string& document) override;
  std::optional<Item> get(ItemKind kind, const ItemId& id) override;
  std::vector<Item> items_of(ItemKind kind, const std::string& document) override;
  std::vector<Item> sharing(ItemKind kind, std::span<const std::uint64_t> keys) override;

  void put_link(ItemKind kind, const ItemLink& link) override;
  std::vector<ItemLink> links_of(ItemKind kind, const ItemId& id) override;

  ItemId group_of(ItemKind kind, const ItemId& id) override;
  std::vector<ItemId> members(ItemKind kind, const ItemId& group) override;
  void set_group(ItemKind kind, const ItemId& id, const ItemId& group) override;

  // All groups, those of one item too; sorted.
  std::vector<ItemId> groups(ItemKind kind) const;
  // All items' ids; sorted.
  std::vector<ItemId> ids(ItemKind kind) const;

 private:
  struct Shelf {
    std::map<ItemId, Item> items;
    std::map<std::uint64_t, std::set<ItemId>> by_key;
    std::map<ItemId, std::map<ItemId, ItemLink>> links;  // each under both its ends
    std::map<ItemId, ItemId> group;
    std::map<ItemId, std::set<ItemId>> members;
  };
  static void take_keys(Shelf& shelf, const Item& item);
  static void take_group(Shelf& shelf, const ItemId& id);
  Shelf& shelf(ItemKind kind) { return shelves_[static_cast<std::size_t>(kind)]; }
  const Shelf& shelf(ItemKind kind) const { return shelves_[static_cast<std::size_t>(kind)]; }

  std::array<Shelf, 4> shelves_;
};

}  // namespace sayso::claims
