#include "claims/shared_entities.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "claims/byte_codec.h"

namespace sayso::claims {
namespace {

using Keys = std::vector<std::uint64_t>;

// How many entities of each key are looked at for whether a group still hangs together.
constexpr std::size_t kNear = 32;

// A short name that has found its longer one has that one's key with these bits turned over, so that it does
// not pass for the longer name.
constexpr std::uint64_t kAttached = 0x5BD1E99500000000U;

// What is not among the keys that an entity has now: of short names, and of whoever is to be alone.
std::string encode(const EntityKeys& keys) {
  ByteWriter out;
  out.number(keys.person ? 1 : 0);
  for (const Keys* list : {&keys.binding, &keys.slots, &keys.shorts}) {
    out.list(*list, [&](std::uint64_t key) { out.number(key); });
  }
  return out.take();
}

EntityKeys decode(const Item& item) {
  EntityKeys keys;
  if (item.payload.empty()) {
    keys.binding = item.keys;
    return keys;
  }
  ByteReader in(item.payload);
  keys.person = in.number() == 1;
  for (Keys* list : {&keys.binding, &keys.slots, &keys.shorts}) {
    *list = in.list<std::uint64_t>([&] { return in.number(); });
  }
  return keys;
}

std::set<std::uint64_t> differing(const Keys& a, const Keys& b) {
  std::set<std::uint64_t> keys;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(keys, keys.end()));
  return keys;
}

// The one longer name that all these short forms may stand for.
struct Longer {
  bool none = true;
  bool several = false;
  std::uint64_t slot = 0;  // low bits
};

Longer find_longer(ClaimStore& store, const Keys& shorts) {
  Longer longer;
  for (const std::uint64_t range : shorts) {
    auto key = store.next_key(ItemKind::entity, range | kFirstSlot, range | kSlotMask);
    while (key && !longer.several) {
      const std::uint64_t slot = *key & kSlotMask;
      longer.several = !longer.none && slot != longer.slot;
      longer.none = false;
      longer.slot = slot;
      key = slot == kSlotMask ? std::nullopt : store.next_key(ItemKind::entity, *key + 1, range | kSlotMask);
    }
  }
  return longer;
}

// Of a key and its twin, see kAttached.
std::uint64_t lesser(std::uint64_t key) {
  return std::min(key, key ^ kAttached);
}

}  // namespace

bool binds(std::uint64_t key) {
  return (key & kSlotMask) != 0;
}

// Those of short names bind with a bit more.
std::uint64_t reason_key(std::uint64_t key) {
  return lesser(binds(key) ? key : key | 1);
}

// Only where one longer name fits does a short name stand for it. Were it to bind others of its kind as well,
// those might lead on to another longer name.
Keys SharedEntities::keys_now(const ItemId& id, const EntityKeys& keys) {
  if (corrections_.alone.contains(id)) return {};
  Keys now = keys.shorts;
  const Longer longer = find_longer(store_, keys.shorts);
  if (longer.none || longer.several) {
    for (const std::uint64_t range : keys.shorts) {
      if (longer.none || !keys.person) now.push_back(range | 1);
    }
  } else {
    for (const std::uint64_t range : keys.shorts) {
      if (is_held(range | longer.slot)) now.push_back((range | longer.slot) ^ kAttached);
    }
  }
  const bool by_name = keys.shorts.empty() || keys.person || longer.none || longer.several;
  if (by_name) now.insert(now.end(), keys.binding.begin(), keys.binding.end());
  now.insert(now.end(), keys.slots.begin(), keys.slots.end());
  std::sort(now.begin(), now.end());
  return now;
}

void SharedEntities::put(const ItemId& id, const EntityKeys& keys) {
  const bool plain = keys.shorts.empty() && !corrections_.alone.contains(id);
  store_.put(ItemKind::entity, {id, plain ? std::string() : encode(keys), keys_now(id, keys)});
}

void SharedEntities::add(const Record& record) {
  const std::vector<EntityKeys> all = entity_keys(record);
  std::set<std::uint64_t> fresh;
  why_.clear();
  for (const EntityKeys& keys : all) {
    why_.insert(keys.why.begin(), keys.why.end());
    for (const std::uint64_t key : keys.slots) {
      if (!is_held(key)) fresh.insert(key);
    }
  }
  // Longer names first, since the short ones look for them.
  for (const bool short_ones : {false, true}) {
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (all[i].shorts.empty() != short_ones) put({record.id, i}, all[i]);
    }
  }
  reconsider_shorts(fresh, Turn::came);
  const std::vector<Item> items = store_.items_of(ItemKind::entity, record.id);
  std::set<ItemId> unbound;
  for (const Item& item : items) unbound.insert(item.id);
  for (const Item& item : items) {
    change_.groups.insert(store_.group_of(ItemKind::entity, item.id));
    bind(item.id, item.keys, unbound);
  }
}

SharedEntities::Departure SharedEntities::leave(const std::string& document) {
  Departure departure;
  for (const Item& item : store_.items_of(ItemKind::entity, document)) {
    auto& keys = departure.keys[store_.group_of(ItemKind::entity, item.id)];
    keys.insert(item.keys.begin(), item.keys.end());
    for (const ItemId& other : corrections_.pairs.same_as(item.id)) {
      if (other.document != document) departure.partners.insert(other);
    }
  }
  return departure;
}

void SharedEntities::settle(const Departure& departure) {
  why_.clear();
  std::set<std::uint64_t> lost;
  for (const auto& [group, keys] : departure.keys) {
    change_.groups.insert(group);
    name_anew(group);
    for (const std::uint64_t key : keys) {
      if (!is_held(key)) lost.insert(key);
    }
  }
  reconsider_shorts(lost, Turn::gone);
  for (const std::uint64_t key : lost) {
    if (binds(key) && !is_held(key) && !is_held(key ^ kAttached)) reasons_.forget(reason_key(key));
  }
  for (const auto& [group, keys] : departure.keys) divide_unless_together(keys);
  for (const ItemId& partner : departure.partners) {
    if (store_.get(ItemKind::entity, partner)) divide(store_.group_of(ItemKind::entity, partner));
  }
}

void SharedEntities::reconsider(const std::vector<ItemId>& entities) {
  why_.clear();
  for (const ItemId& id : entities) {
    const auto item = store_.get(ItemKind::entity, id);
    if (!item) continue;
    put(id, decode(*item));
    const auto now = store_.get(ItemKind::entity, id);
    if (now) reconsider_shorts(differing(item->keys, now->keys), Turn::either);
  }
  for (const ItemId& id : entities) {
    const auto item = store_.get(ItemKind::entity, id);
    if (!item) continue;
    bind(id, item->keys, {entities.begin(), entities.end()});
    divide(store_.group_of(ItemKind::entity, id));
  }
}

// Whether a short form could be one of several before the slots came, or after they went, and still can: then
// nothing changes for it. Without this, each new name would make all look again who are called "the company".
bool SharedEntities::stays_ambiguous(std::uint64_t range, std::size_t slots, Turn turn) {
  if (turn == Turn::either) return false;
  const std::size_t enough = turn == Turn::came ? slots + 2 : 2;
  std::size_t held = 0;
  auto key = store_.next_key(ItemKind::entity, range | kFirstSlot, range | kSlotMask);
  while (key && ++held < enough) {
    if ((*key & kSlotMask) == kSlotMask) break;
    key = store_.next_key(ItemKind::entity, *key + 1, range | kSlotMask);
  }
  return held >= enough;
}

// Short forms look again where a longer name has come for the first time, or gone for good.
void SharedEntities::reconsider_shorts(const std::set<std::uint64_t>& slots, Turn turn) {
  std::map<std::uint64_t, std::size_t> ranges;
  for (const std::uint64_t slot : slots) ++ranges[short_of(slot)];
  std::set<ItemId> shorts;
  for (const auto& [range, count] : ranges) {
    const auto any = store_.holders(ItemKind::entity, range, 1);
    if (any.empty() || stays_ambiguous(range, count, turn)) continue;
    const auto holders = store_.holders(ItemKind::entity, range, 0);
    shorts.insert(holders.begin(), holders.end());
  }
  for (const ItemId& id : shorts) {
    const auto item = store_.get(ItemKind::entity, id);
    if (!item) continue;
    const EntityKeys potential = decode(*item);
    const Keys keys = keys_now(id, potential);
    if (keys != item->keys) change_keys(*item, keys);
  }
}

void SharedEntities::change_keys(const Item& item, const Keys& keys) {
  store_.put(ItemKind::entity, {item.id, item.payload, keys});
  take_out(item.id);
  divide_unless_together({item.keys.begin(), item.keys.end()});
  bind(item.id, keys, {item.id});
}

// All who hold a key are one group, but for those that are still to be bound: one of the others will do.
std::optional<ItemId> SharedEntities::holder_beside(const ItemId& id, std::uint64_t key,
                                                    const std::set<ItemId>& unbound) {
  const auto is_bound = [&](const ItemId& other) { return !unbound.contains(other); };
  std::vector<ItemId> holders = store_.holders(ItemKind::entity, key, 2);
  if (holders.size() == 2 && std::ranges::none_of(holders, is_bound)) {
    holders = store_.holders(ItemKind::entity, key, unbound.size() + 1);
  }
  auto found = std::ranges::find_if(holders, is_bound);
  if (found == holders.end()) found = std::ranges::find_if(holders, [&](const ItemId& o) { return o != id; });
  if (found == holders.end()) return std::nullopt;
  return *found;
}

// `unbound` has the entity itself.
void SharedEntities::bind(const ItemId& id, const Keys& keys, const std::set<ItemId>& unbound) {
  for (const std::uint64_t key : keys) {
    if (!binds(key)) continue;
    for (const std::uint64_t twin : {key, key ^ kAttached}) {
      if (const auto other = holder_beside(id, twin, unbound)) {
        note_reason(key, *other);
        unite(id, *other);
      }
    }
  }
  for (const ItemId& other : corrections_.pairs.same_as(id)) {
    if (store_.get(ItemKind::entity, other)) unite(id, other);
  }
}

void SharedEntities::note_reason(std::uint64_t key, const ItemId& holder) {
  for (const std::uint64_t known : {key, key ^ kAttached, short_of(key), short_of(key ^ kAttached)}) {
    const auto why = why_.find(known);
    if (why != why_.end()) return reasons_.note(reason_key(key), why->second);
  }
  reasons_.find(reason_key(key), holder);
}

bool SharedEntities::is_held(std::uint64_t key) {
  return store_.next_key(ItemKind::entity, key, key).has_value();
}

void SharedEntities::unite(const ItemId& a, const ItemId& b) {
  const ItemId first = store_.group_of(ItemKind::entity, a), second = store_.group_of(ItemKind::entity, b);
  if (first == second) return;
  const ItemId& to = std::min(first, second);
  const auto coming = store_.members(ItemKind::entity, std::max(first, second));
  const auto waiting = coming.size() > 1 ? store_.members(ItemKind::entity, to) : coming;
  const auto& fewer = waiting.size() < coming.size() ? waiting : coming;
  change_.moved.insert(fewer.begin(), fewer.end());
  move(coming, to);
}

// Makes the entity a group of its own.
void SharedEntities::take_out(const ItemId& id) {
  const ItemId group = store_.group_of(ItemKind::entity, id);
  change_.moved.insert(id);
  if (group == id) {
    std::vector<ItemId> others = store_.members(ItemKind::entity, group);
    std::erase(others, id);
    if (!others.empty()) move(others, others.front());
    return;
  }
  move({id}, id);
}

// After the entity that gave its name to the group has gone.
void SharedEntities::name_anew(const ItemId& group) {
  if (store_.get(ItemKind::entity, group)) return;
  const auto members = store_.members(ItemKind::entity, group);
  if (!members.empty()) move(members, members.front());
}

// Whether what has these keys is one group also without whoever had them all. "No" may be wrong.
bool SharedEntities::hold_together(const std::set<std::uint64_t>& keys) {
  std::map<std::uint64_t, std::uint64_t> parent;
  const auto root = [&](std::uint64_t key) {
    parent.try_emplace(key, key);
    while (parent[key] != key) key = parent[key] = parent[parent[key]];
    return key;
  };
  std::vector<std::uint64_t> held;
  for (const std::uint64_t key : keys) {
    if (!binds(key)) continue;
    bool any = false;
    for (const std::uint64_t twin : {key, key ^ kAttached}) {
      for (const ItemId& holder : store_.holders(ItemKind::entity, twin, kNear)) {
        const auto item = store_.get(ItemKind::entity, holder);
        if (!item) continue;
        any = true;
        for (const std::uint64_t other : item->keys) {
          if (binds(other)) parent[root(lesser(other))] = root(lesser(key));
        }
      }
    }
    if (any) held.push_back(lesser(key));
  }
  return std::all_of(held.begin(), held.end(),
                     [&](std::uint64_t key) { return root(key) == root(held.front()); });
}

void SharedEntities::divide_unless_together(const std::set<std::uint64_t>& keys) {
  if (hold_together(keys)) return;
  for (const std::uint64_t key : keys) {
    if (!binds(key)) continue;
    for (const std::uint64_t twin : {key, key ^ kAttached}) {
      for (const ItemId& holder : store_.holders(ItemKind::entity, twin, 1)) {
        divide(store_.group_of(ItemKind::entity, holder));
      }
    }
  }
}

void SharedEntities::divide(const ItemId& group) {
  const auto members = store_.members(ItemKind::entity, group);
  std::set<ItemId> open(members.begin(), members.end());
  std::vector<std::vector<ItemId>> parts;
  while (!open.empty()) {
    parts.push_back(reach(*open.begin()));
    for (const ItemId& id : parts.back()) open.erase(id);
  }
  std::ranges::sort(parts, {}, &std::vector<ItemId>::size);
  for (const std::vector<ItemId>& part : parts) {
    if (&part != &parts.back()) change_.moved.insert(part.begin(), part.end());
    move(part, part.front());
  }
}

// Everybody who is one with the entity; sorted.
std::vector<ItemId> SharedEntities::reach(const ItemId& from) {
  std::set<ItemId> seen{from};
  std::set<std::uint64_t> keys;
  std::vector<ItemId> open{from};
  const auto find = [&](const ItemId& id) {
    if (seen.insert(id).second) open.push_back(id);
  };
  while (!open.empty()) {
    const ItemId id = open.back();
    open.pop_back();
    const auto item = store_.get(ItemKind::entity, id);
    if (!item) {
      seen.erase(id);
      continue;
    }
    for (const std::uint64_t key : item->keys) {
      if (!binds(key) || !keys.insert(lesser(key)).second) continue;
      for (const std::uint64_t twin : {key, key ^ kAttached}) {
        for (const ItemId& holder : store_.holders(ItemKind::entity, twin, 0)) find(holder);
      }
    }
    for (const ItemId& other : corrections_.pairs.same_as(id)) find(other);
  }
  return {seen.begin(), seen.end()};
}

void SharedEntities::move(const std::vector<ItemId>& members, const ItemId& to) {
  for (const ItemId& id : members) {
    const ItemId before = store_.group_of(ItemKind::entity, id);
    if (before == to) continue;
    store_.set_group(ItemKind::entity, id, to);
    change_.groups.insert({before, to});
  }
}

}  // namespace sayso::claims
