#include "claims/linker.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

#include "claims/density_grouping.h"

namespace sayso::claims {
namespace {

std::vector<ItemId> sorted(const std::set<ItemId>& ids) {
  return {ids.begin(), ids.end()};
}

}  // namespace

Candidates find_candidates(ClaimStore& store, ItemKind kind, const Item& item, std::size_t representatives) {
  Candidates found;
  const std::uint64_t lot = lot_of(item.id);
  for (const std::uint64_t key : item.keys) {
    std::vector<ItemId> holders = store.holders(kind, key, representatives);
    const bool full = representatives != 0 && holders.size() == representatives;
    if (full && lot <= lot_of(holders.back())) {
      if (lot < lot_of(holders.back())) found.displaced.emplace_back(key, holders.back());
      holders = store.holders(kind, key, 0);
    }
    found.items.insert(std::make_move_iterator(holders.begin()), std::make_move_iterator(holders.end()));
  }
  found.items.erase(item.id);
  return found;
}

Linker::Linker(ClaimStore& store, ItemKind kind, Judge judge, GroupRule rule, const Corrections& corrections)
    : store_(store), kind_(kind), judge_(std::move(judge)), rule_(rule), corrections_(corrections) {}

Change Linker::add(const std::vector<Item>& items) {
  std::set<ItemId> ids, changed;
  for (const Item& item : items) {
    // One after the other, so that two items of the document are judged once.
    changed.merge(link(item));
    changed.insert(item.id);
    ids.insert(item.id);
  }
  Change change = regroup(sorted(changed));
  // Outside nobody has heard of the groups that the items were on their own, so those that they stay are new
  // and those that they were for a moment are not gone.
  std::set<ItemId> groups(change.groups.begin(), change.groups.end());
  for (const ItemId& id : ids) groups.insert(store_.group_of(kind_, id));
  change.groups = sorted(groups);
  std::erase_if(change.gone, [&](const ItemId& group) { return ids.contains(group); });
  return change;
}

// Gives those whose links have changed.
std::set<ItemId> Linker::link(const Item& item) {
  std::set<ItemId> linked;
  const Candidates found = find_candidates(store_, kind_, item, rule_.representatives);
  store_.put(kind_, item);
  for (const ItemId& other : found.items) judge_pair(item, other, linked);
  for (const auto& [key, id] : found.displaced) step_down(key, id, linked);
  return linked;
}

void Linker::judge_pair(const Item& item, const ItemId& other_id, std::set<ItemId>& linked) {
  if (other_id == item.id) return;
  const auto other = store_.get(kind_, other_id);
  if (!other) return;
  const bool first = item.id < other_id;
  const Item& a = first ? item : *other;
  const Item& b = first ? *other : item;
  if (auto verdict = judge_(a, b)) {
    store_.put_link(kind_, {a.id, b.id, verdict->score, std::move(verdict->why)});
    linked.insert({a.id, b.id});
  }
}

// Takes back the links that the item had for representing the key alone.
void Linker::step_down(std::uint64_t key, const ItemId& id, std::set<ItemId>& changed) {
  const auto item = store_.get(kind_, id);
  if (!item) return;
  for (const Neighbour& neighbour : store_.neighbours(kind_, id)) {
    const auto other = store_.get(kind_, neighbour.id);
    if (!other || !std::ranges::binary_search(other->keys, key) || meet(*item, *other)) continue;
    store_.remove_link(kind_, id, neighbour.id);
    changed.insert({id, neighbour.id});
  }
}

// Whether one of them represents a key that they share.
bool Linker::meet(const Item& a, const Item& b) {
  const std::uint64_t lot = std::min(lot_of(a.id), lot_of(b.id));
  std::vector<std::uint64_t> shared;
  std::ranges::set_intersection(a.keys, b.keys, std::back_inserter(shared));
  return std::ranges::any_of(shared, [&](std::uint64_t key) { return lot <= bar_of(key); });
}

// The lot up to which items represent the key.
std::uint64_t Linker::bar_of(std::uint64_t key) {
  const std::vector<ItemId> holders = store_.holders(kind_, key, rule_.representatives);
  const bool all = rule_.representatives == 0 || holders.size() < rule_.representatives;
  return all ? std::numeric_limits<std::uint64_t>::max() : lot_of(holders.back());
}

Departure Linker::leave(const std::string& document) {
  std::set<ItemId> seeds, groups;
  Departure departure;
  for (const Item& item : store_.items_of(kind_, document)) {
    groups.insert(store_.group_of(kind_, item.id));
    for (const Neighbour& other : store_.neighbours(kind_, item.id)) {
      if (other.id.document != document) seeds.insert(other.id);
    }
    for (const auto* ids : {&corrections_.same_as(item.id), &corrections_.apart_from(item.id)}) {
      for (const ItemId& other : *ids) {
        if (other.document != document) seeds.insert(other);
      }
    }
    for (const std::uint64_t key : item.keys) {
      const std::uint64_t bar = bar_of(key);
      if (bar != std::numeric_limits<std::uint64_t>::max() && lot_of(item.id) <= bar)
        departure.bars[key] = bar;
    }
  }
  departure.seeds = sorted(seeds);
  departure.groups = sorted(groups);
  return departure;
}

Change Linker::settle(const Departure& departure) {
  std::set<ItemId> changed(departure.seeds.begin(), departure.seeds.end());
  for (const auto& [key, bar] : departure.bars) {
    for (const ItemId& id : store_.holders(kind_, key, rule_.representatives)) {
      if (lot_of(id) <= bar) continue;
      const auto stepped_up = store_.get(kind_, id);
      if (!stepped_up) continue;
      for (const ItemId& other : store_.holders(kind_, key, 0)) judge_pair(*stepped_up, other, changed);
    }
  }
  const Change change = regroup(sorted(changed));
  std::set<ItemId> groups(change.groups.begin(), change.groups.end());
  std::set<ItemId> gone(change.gone.begin(), change.gone.end());
  for (const ItemId& group : departure.groups) {
    (store_.members(kind_, group).empty() ? gone : groups).insert(group);
  }
  return {sorted(groups), sorted(gone)};
}

// All items that links lead to, in order; and those links, each once.
std::vector<ItemId> Linker::connected(const ItemId& from, std::vector<ItemLink>& links) {
  std::set<ItemId> seen{from};
  std::vector<ItemId> open{from};
  while (!open.empty()) {
    const ItemId id = open.back();
    open.pop_back();
    for (ItemLink& link : store_.links_of(kind_, id)) {
      const ItemId other = link.a == id ? link.b : link.a;
      if (seen.insert(other).second) open.push_back(other);
      if (link.a == id) links.push_back(std::move(link));
    }
    for (const ItemId& other : corrections_.same_as(id)) {
      if (!seen.contains(other) && store_.get(kind_, other)) {
        seen.insert(other);
        open.push_back(other);
      }
    }
  }
  return sorted(seen);
}

Change Linker::regroup(const std::vector<ItemId>& items) {
  std::set<ItemId> groups, gone;
  if (rule_.by_density) {
    DensityGrouping grouping(store_, kind_, corrections_, rule_.least_density);
    grouping.update({items.begin(), items.end()});
    groups = grouping.joined();
    gone = grouping.left();
  } else {
    regroup_components(items, groups, gone);
  }
  // A group that was left by some is still there if others stayed, and one that was joined may be left again.
  groups.merge(gone);
  gone.clear();
  for (auto group = groups.begin(); group != groups.end();) {
    const auto next = std::next(group);
    if (store_.members(kind_, *group).empty()) gone.insert(groups.extract(group));
    group = next;
  }
  return {sorted(groups), sorted(gone)};
}

void Linker::regroup_components(const std::vector<ItemId>& items, std::set<ItemId>& groups,
                                std::set<ItemId>& gone) {
  std::set<ItemId> done;
  for (const ItemId& seed : items) {
    if (done.contains(seed) || !store_.get(kind_, seed)) continue;
    std::vector<ItemLink> links;
    const std::vector<ItemId> component = connected(seed, links);
    done.insert(component.begin(), component.end());
    for (const std::vector<ItemId>& group : group_items(component, links, corrections_)) {
      for (const ItemId& member : group) {
        const ItemId before = store_.group_of(kind_, member);
        if (before == group.front()) continue;
        store_.set_group(kind_, member, group.front());
        groups.insert(group.front());
        gone.insert(before);
      }
    }
  }
}

}  // namespace sayso::claims
