#include "claims/grouping.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace sayso::claims {
namespace {

using Index = std::size_t;

const std::set<ItemId>& found(const std::map<ItemId, std::set<ItemId>>& pairs, const ItemId& id) {
  static const std::set<ItemId> kNone;
  const auto at = pairs.find(id);
  return at == pairs.end() ? kNone : at->second;
}

void insert_both(std::map<ItemId, std::set<ItemId>>& pairs, const ItemId& a, const ItemId& b) {
  if (a == b) return;
  pairs[a].insert(b);
  pairs[b].insert(a);
}

void erase_both(std::map<ItemId, std::set<ItemId>>& pairs, const ItemId& a, const ItemId& b) {
  for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
    const auto at = pairs.find(from);
    if (at == pairs.end()) continue;
    at->second.erase(to);
    if (at->second.empty()) pairs.erase(at);
  }
}

// Groups that grow together, with what a join has to be asked about.
class Forest {
 public:
  explicit Forest(const std::vector<ItemId>& items) : items_(items) {
    root_.resize(items.size());
    std::iota(root_.begin(), root_.end(), Index{0});
    apart_.resize(items.size());
    members_.resize(items.size());
    for (Index i = 0; i < items.size(); ++i) members_[i] = {i};
  }

  std::optional<Index> index_of(const ItemId& id) const {
    const auto at = std::lower_bound(items_.begin(), items_.end(), id);
    if (at == items_.end() || *at != id) return std::nullopt;
    return static_cast<Index>(at - items_.begin());
  }

  void forbid(Index a, Index b) { apart_[a].insert(b); }

  void link(Index a, Index b) {
    a = root(a), b = root(b);
    if (a != b && !forbidden(a, b)) join(a, b);
  }

  std::vector<std::vector<ItemId>> groups();

 private:
  // A root is the smallest member of its group, so that it names the group whatever the order of the joins.
  Index root(Index i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }

  bool forbidden(Index a, Index b) {
    const auto crosses = [&](Index from, Index to) {
      return std::any_of(apart_[from].begin(), apart_[from].end(), [&](Index i) { return root(i) == to; });
    };
    return crosses(a, b) || crosses(b, a);
  }

  void join(Index a, Index b) {
    const Index into = std::min(a, b), from = std::max(a, b);
    root_[from] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
    apart_[into].merge(apart_[from]);
  }

  const std::vector<ItemId>& items_;
  std::vector<Index> root_;
  std::vector<std::vector<Index>> members_;  // of roots
  std::vector<std::set<Index>> apart_;       // of roots: items that may not come in
};

std::vector<std::vector<ItemId>> Forest::groups() {
  std::vector<std::vector<ItemId>> groups;
  for (Index i = 0; i < items_.size(); ++i) {
    if (root_[i] != i) continue;
    std::sort(members_[i].begin(), members_[i].end());
    std::vector<ItemId>& group = groups.emplace_back();
    for (const Index member : members_[i]) group.push_back(items_[member]);
  }
  return groups;
}

}  // namespace

void Corrections::add_same(const ItemId& a, const ItemId& b) {
  insert_both(same_, a, b);
}
void Corrections::add_apart(const ItemId& a, const ItemId& b) {
  insert_both(apart_, a, b);
}
void Corrections::remove_same(const ItemId& a, const ItemId& b) {
  erase_both(same_, a, b);
}
void Corrections::remove_apart(const ItemId& a, const ItemId& b) {
  erase_both(apart_, a, b);
}
const std::set<ItemId>& Corrections::same_as(const ItemId& id) const {
  return found(same_, id);
}
const std::set<ItemId>& Corrections::apart_from(const ItemId& id) const {
  return found(apart_, id);
}

std::vector<std::vector<ItemId>> group_items(const std::vector<ItemId>& items,
                                             const std::vector<ItemLink>& links,
                                             const Corrections& corrections) {
  Forest forest(items);
  for (Index i = 0; i < items.size(); ++i) {
    for (const ItemId& other : corrections.apart_from(items[i])) {
      if (const auto j = forest.index_of(other)) forest.forbid(i, *j);
    }
  }
  std::vector<const ItemLink*> order;
  for (const ItemLink& link : links) {
    const auto a = forest.index_of(link.a), b = forest.index_of(link.b);
    if (!a || !b || *a == *b) continue;
    order.push_back(&link);
  }
  std::sort(order.begin(), order.end(), [](const ItemLink* x, const ItemLink* y) {
    if (x->score != y->score) return x->score > y->score;
    return std::tie(x->a, x->b) < std::tie(y->a, y->b);
  });

  for (Index i = 0; i < items.size(); ++i) {
    for (const ItemId& other : corrections.same_as(items[i])) {
      if (const auto j = forest.index_of(other); j && i < *j) forest.link(i, *j);
    }
  }
  for (const ItemLink* link : order) forest.link(*forest.index_of(link->a), *forest.index_of(link->b));
  return forest.groups();
}

}  // namespace sayso::claims
