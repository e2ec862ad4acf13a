// A ClaimStore in memory: for tests and for sets small enough to need no archive.
#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "claims/claim_store.h"

namespace sayso::claims {

class MemoryStore final : public ClaimStore {
 public:
  void put(ItemKind kind, const Item& item) override;
  void remove_document(const std::string& document) override;
  std::shared_ptr<const Item> get(ItemKind kind, const ItemId& id) override;
  std::vector<Item> items_of(ItemKind kind, const std::string& document) override;
  std::vector<ItemId> holders(ItemKind kind, std::uint64_t key, std::size_t limit) override;
  std::optional<std::uint64_t> next_key(ItemKind kind, std::uint64_t from, std::uint64_t to) override;

  void put_link(ItemKind kind, const ItemLink& link) override;
  void remove_link(ItemKind kind, const ItemId& a, const ItemId& b) override;
  std::vector<ItemLink> links_of(ItemKind kind, const ItemId& id) override;
  std::vector<Neighbour> neighbours(ItemKind kind, const ItemId& id) override;

  std::optional<double> density_of(ItemKind kind, const ItemId& id) override;
  void set_density(ItemKind kind, const ItemId& id, double density) override;

  ItemId group_of(ItemKind kind, const ItemId& id) override;
  std::vector<ItemId> members(ItemKind kind, const ItemId& group) override;
  void set_group(ItemKind kind, const ItemId& id, const ItemId& group) override;

  // All groups, those of one item too; sorted.
  std::vector<ItemId> groups(ItemKind kind) const;
  // All items' ids; sorted.
  std::vector<ItemId> ids(ItemKind kind) const;

 private:
  struct Shelf {
    std::map<ItemId, std::shared_ptr<const Item>> items;
    std::map<std::uint64_t, std::set<std::pair<std::uint64_t, ItemId>>> by_key;  // with lots
    std::map<ItemId, std::map<ItemId, ItemLink>> links;                          // each under both its ends
    std::map<ItemId, double> density;
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
