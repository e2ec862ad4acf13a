#include "claims/linker.h"

#include <set>
#include <utility>

namespace sayso::claims {
namespace {

std::vector<ItemId> sorted(const std::set<ItemId>& ids) {
  return {ids.begin(), ids.end()};
}

}  // namespace

Linker::Linker(ClaimStore& store, ItemKind kind, Judge judge, GroupRule rule, const Corrections& corrections)
    : store_(store), kind_(kind), judge_(std::move(judge)), rule_(rule), corrections_(corrections) {}

Change Linker::add(const std::vector<Item>& items) {
  std::vector<ItemId> ids;
  for (const Item& item : items) {
    // Put after linking, so that two items of the document are judged once.
    link(item);
    store_.put(kind_, item);
    ids.push_back(item.id);
  }
  Change change = regroup(ids);
  // Outside nobody has heard of the groups that the items were on their own, so those that they stay are new
  // and those that they were for a moment are not gone.
  std::set<ItemId> groups(change.groups.begin(), change.groups.end());
  for (const ItemId& id : ids) groups.insert(store_.group_of(kind_, id));
  change.groups = sorted(groups);
  std::erase_if(change.gone, [&](const ItemId& group) { return group.document == ids.front().document; });
  return change;
}

void Linker::link(const Item& item) {
  for (const Item& other : store_.sharing(kind_, item.keys)) {
    if (other.id == item.id) continue;
    const bool first = item.id < other.id;
    const Item& a = first ? item : other;
    const Item& b = first ? other : item;
    if (auto verdict = judge_(a, b)) {
      store_.put_link(kind_, {a.id, b.id, verdict->score, std::move(verdict->why)});
    }
  }
}

Departure Linker::leave(const std::string& document) {
  std::set<ItemId> seeds, groups;
  for (const Item& item : store_.items_of(kind_, document)) {
    groups.insert(store_.group_of(kind_, item.id));
    for (const ItemLink& link : store_.links_of(kind_, item.id)) {
      for (const ItemId& end : {link.a, link.b}) {
        if (end.document != document) seeds.insert(end);
      }
    }
    for (const ItemId& other : corrections_.same_as(item.id)) {
      if (other.document != document) seeds.insert(other);
    }
  }
  return {sorted(seeds), sorted(groups)};
}

Change Linker::settle(const Departure& departure) {
  const Change change = regroup(departure.seeds);
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
  std::set<ItemId> done, groups, gone;
  for (const ItemId& seed : items) {
    if (done.contains(seed) || !store_.get(kind_, seed)) continue;
    std::vector<ItemLink> links;
    const std::vector<ItemId> component = connected(seed, links);
    done.insert(component.begin(), component.end());
    for (const std::vector<ItemId>& group : group_items(component, links, corrections_, rule_)) {
      for (const ItemId& member : group) {
        const ItemId before = store_.group_of(kind_, member);
        if (before == group.front()) continue;
        store_.set_group(kind_, member, group.front());
        groups.insert(group.front());
        gone.insert(before);
      }
    }
  }
  // A group that was left by some is still there if others stayed.
  for (auto group = gone.begin(); group != gone.end();) {
    if (store_.members(kind_, *group).empty()) {
      ++group;
      continue;
    }
    groups.insert(*group);
    group = gone.erase(group);
  }
  return {sorted(groups), sorted(gone)};
}

}  // namespace sayso::claims
