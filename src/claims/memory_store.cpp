#include "claims/memory_store.h"

#include <utility>

namespace sayso::claims {

void MemoryStore::take_keys(Shelf& shelf, const Item& item) {
  for (const std::uint64_t key : item.keys) {
    const auto at = shelf.by_key.find(key);
    if (at == shelf.by_key.end()) continue;
    at->second.erase({lot_of(item.id), item.id});
    if (at->second.empty()) shelf.by_key.erase(at);
  }
}

void MemoryStore::take_group(Shelf& shelf, const ItemId& id) {
  const auto at = shelf.group.find(id);
  if (at == shelf.group.end()) return;
  const auto members = shelf.members.find(at->second);
  members->second.erase(id);
  if (members->second.empty()) shelf.members.erase(members);
  shelf.group.erase(at);
}

void MemoryStore::put(ItemKind kind, const Item& item) {
  Shelf& s = shelf(kind);
  std::shared_ptr<const Item>& kept = s.items[item.id];
  const bool added = kept == nullptr;
  if (!added) take_keys(s, *kept);
  kept = std::make_shared<const Item>(item);
  for (const std::uint64_t key : item.keys) s.by_key[key].emplace(lot_of(item.id), item.id);
  if (added) set_group(kind, item.id, item.id);
}

void MemoryStore::remove_document(const std::string& document) {
  for (Shelf& s : shelves_) {
    const auto begin = s.items.lower_bound({document, 0});
    auto end = begin;
    for (; end != s.items.end() && end->first.document == document; ++end) {
      const ItemId& id = end->first;
      take_keys(s, *end->second);
      take_group(s, id);
      for (const auto& [other, link] : s.links[id]) {
        if (other != id) s.links[other].erase(id);
      }
      s.links.erase(id);
      s.density.erase(id);
    }
    s.items.erase(begin, end);
  }
}

std::shared_ptr<const Item> MemoryStore::get(ItemKind kind, const ItemId& id) {
  const Shelf& s = shelf(kind);
  const auto at = s.items.find(id);
  return at == s.items.end() ? nullptr : at->second;
}

std::vector<Item> MemoryStore::items_of(ItemKind kind, const std::string& document) {
  const Shelf& s = shelf(kind);
  std::vector<Item> items;
  for (auto at = s.items.lower_bound({document, 0}); at != s.items.end() && at->first.document == document;
       ++at) {
    items.push_back(*at->second);
  }
  return items;
}

std::vector<ItemId> MemoryStore::holders(ItemKind kind, std::uint64_t key, std::size_t limit) {
  const Shelf& s = shelf(kind);
  std::vector<ItemId> ids;
  const auto at = s.by_key.find(key);
  if (at == s.by_key.end()) return ids;
  for (const auto& [lot, id] : at->second) {
    if (limit != 0 && ids.size() == limit) break;
    ids.push_back(id);
  }
  return ids;
}

std::optional<std::uint64_t> MemoryStore::next_key(ItemKind kind, std::uint64_t from, std::uint64_t to) {
  const auto at = shelf(kind).by_key.lower_bound(from);
  if (at == shelf(kind).by_key.end() || at->first > to) return std::nullopt;
  return at->first;
}

void MemoryStore::put_link(ItemKind kind, const ItemLink& link) {
  Shelf& s = shelf(kind);
  s.links[link.a].insert_or_assign(link.b, link);
  s.links[link.b].insert_or_assign(link.a, link);
}

void MemoryStore::remove_link(ItemKind kind, const ItemId& a, const ItemId& b) {
  Shelf& s = shelf(kind);
  s.links[a].erase(b);
  s.links[b].erase(a);
}

std::vector<ItemLink> MemoryStore::links_of(ItemKind kind, const ItemId& id) {
  const Shelf& s = shelf(kind);
  std::vector<ItemLink> links;
  if (const auto at = s.links.find(id); at != s.links.end()) {
    for (const auto& [other, link] : at->second) links.push_back(link);
  }
  return links;
}

std::vector<Neighbour> MemoryStore::neighbours(ItemKind kind, const ItemId& id) {
  std::vector<Neighbour> found;
  for (const ItemLink& link : links_of(kind, id)) {
    const ItemId& other = link.a == id ? link.b : link.a;
    found.push_back({other, link.score, density_of(kind, other).value_or(0), group_of(kind, other)});
  }
  return found;
}

std::optional<double> MemoryStore::density_of(ItemKind kind, const ItemId& id) {
  const Shelf& s = shelf(kind);
  if (!s.items.contains(id)) return std::nullopt;
  const auto at = s.density.find(id);
  return at == s.density.end() ? 0 : at->second;
}

void MemoryStore::set_density(ItemKind kind, const ItemId& id, double density) {
  shelf(kind).density[id] = density;
}

ItemId MemoryStore::group_of(ItemKind kind, const ItemId& id) {
  const Shelf& s = shelf(kind);
  const auto at = s.group.find(id);
  return at == s.group.end() ? id : at->second;
}

std::vector<ItemId> MemoryStore::members(ItemKind kind, const ItemId& group) {
  const Shelf& s = shelf(kind);
  const auto at = s.members.find(group);
  if (at == s.members.end()) return {};
  return {at->second.begin(), at->second.end()};
}

void MemoryStore::set_group(ItemKind kind, const ItemId& id, const ItemId& group) {
  Shelf& s = shelf(kind);
  take_group(s, id);
  s.group.emplace(id, group);
  s.members[group].insert(id);
}

std::vector<ItemId> MemoryStore::groups(ItemKind kind) const {
  std::vector<ItemId> groups;
  for (const auto& [group, members] : shelf(kind).members) groups.push_back(group);
  return groups;
}

std::vector<ItemId> MemoryStore::ids(ItemKind kind) const {
  std::vector<ItemId> ids;
  for (const auto& [id, item] : shelf(kind).items) ids.push_back(id);
  return ids;
}

}  // namespace sayso::claims
