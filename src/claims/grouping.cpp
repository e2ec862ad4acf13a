#include "claims/grouping.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <queue>
#include <string_view>
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
  Forest(const std::vector<ItemId>& items, const GroupRule& rule) : items_(items), rule_(rule) {
    root_.resize(items.size());
    std::iota(root_.begin(), root_.end(), Index{0});
    linked_.resize(items.size());
    apart_.resize(items.size());
    members_.resize(items.size());
    for (Index i = 0; i < items.size(); ++i) members_[i] = {i};
  }

  std::optional<Index> index_of(const ItemId& id) const {
    const auto at = std::lower_bound(items_.begin(), items_.end(), id);
    if (at == items_.end() || *at != id) return std::nullopt;
    return static_cast<Index>(at - items_.begin());
  }

  void note_link(Index a, Index b, double score) {
    linked_[a][b] = score;
    linked_[b][a] = score;
  }
  void forbid(Index a, Index b) { apart_[a].insert(b); }

  void force(Index a, Index b) {
    a = root(a), b = root(b);
    if (a != b && !forbidden(a, b)) join(a, b);
  }

  void link(Index a, Index b) {
    a = root(a), b = root(b);
    if (a != b && may_join(a, b)) join(a, b);
  }

  void join_by_average();

  std::vector<std::vector<ItemId>> groups();

 private:
  // Two groups by their roots, with the average of the pairs between them.
  struct Pair {
    double average;
    Index first, second;   // the smallest members, first < second
    std::size_t size_sum;  // to tell whether one has grown since

    // The surest is the greatest, then the one with the smallest ids.
    bool operator<(const Pair& other) const {
      return std::tie(average, other.first, other.second) < std::tie(other.average, first, second);
    }
  };

  // A root is the smallest member of its group, so that it names the group whatever the order of the joins.
  Index root(Index i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }

  Pair pair_of(Index a, Index b, double sum) const {
    const double pairs = static_cast<double>(members_[a].size()) * static_cast<double>(members_[b].size());
    return {sum / pairs, std::min(a, b), std::max(a, b), members_[a].size() + members_[b].size()};
  }

  bool may_join(Index a, Index b) { return !forbidden(a, b) && !share_document(a, b); }

  bool forbidden(Index a, Index b) {
    const auto crosses = [&](Index from, Index to) {
      return std::any_of(apart_[from].begin(), apart_[from].end(), [&](Index i) { return root(i) == to; });
    };
    return crosses(a, b) || crosses(b, a);
  }

  bool share_document(Index a, Index b) const {
    if (!rule_.one_a_document) return false;
    std::set<std::string_view> documents;
    for (const Index i : members_[a]) documents.insert(items_[i].document);
    return std::any_of(members_[b].begin(), members_[b].end(),
                       [&](Index i) { return documents.contains(items_[i].document); });
  }

  void join(Index a, Index b) {
    const Index into = std::min(a, b), from = std::max(a, b);
    root_[from] = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
    members_[from].clear();
    apart_[into].merge(apart_[from]);
    linked_[into].erase(from);
    for (const auto& [other, sum] : linked_[from]) {
      if (other == into) continue;
      linked_[into][other] += sum;
      linked_[other].erase(from);
      linked_[other][into] = linked_[into][other];
    }
    linked_[from].clear();
  }

  const std::vector<ItemId>& items_;
  const GroupRule& rule_;
  std::vector<Index> root_;
  std::vector<std::vector<Index>> members_;      // of roots
  std::vector<std::map<Index, double>> linked_;  // of roots: the sum of the scores of links to other roots
  std::vector<std::set<Index>> apart_;           // of roots: items that may not come in
};

// The queue keeps pairs that have grown since; they are known by their sizes and left aside.
void Forest::join_by_average() {
  std::priority_queue<Pair> queue;
  const auto offer = [&](Index a, Index b, double sum) {
    const Pair pair = pair_of(a, b, sum);
    if (pair.average >= rule_.cohesion) queue.push(pair);
  };
  for (Index a = 0; a < items_.size(); ++a) {
    for (const auto& [b, sum] : linked_[a]) {
      if (a < b) offer(a, b, sum);
    }
  }
  while (!queue.empty()) {
    const Pair pair = queue.top();
    queue.pop();
    const auto [average, a, b, size_sum] = pair;
    const bool stale = root_[a] != a || root_[b] != b || members_[a].size() + members_[b].size() != size_sum;
    if (stale || !may_join(a, b)) continue;
    join(a, b);
    for (const auto& [other, sum] : linked_[a]) offer(a, other, sum);
  }
}

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
                                             const Corrections& corrections, const GroupRule& rule) {
  Forest forest(items, rule);
  for (Index i = 0; i < items.size(); ++i) {
    for (const ItemId& other : corrections.apart_from(items[i])) {
      if (const auto j = forest.index_of(other)) forest.forbid(i, *j);
    }
  }
  std::vector<const ItemLink*> order;
  for (const ItemLink& link : links) {
    const auto a = forest.index_of(link.a), b = forest.index_of(link.b);
    if (!a || !b || *a == *b) continue;
    forest.note_link(*a, *b, link.score);
    order.push_back(&link);
  }
  std::sort(order.begin(), order.end(), [](const ItemLink* x, const ItemLink* y) {
    if (x->score != y->score) return x->score > y->score;
    return std::tie(x->a, x->b) < std::tie(y->a, y->b);
  });

  for (Index i = 0; i < items.size(); ++i) {
    for (const ItemId& other : corrections.same_as(items[i])) {
      if (const auto j = forest.index_of(other); j && i < *j) forest.force(i, *j);
    }
  }
  if (rule.cohesion > 0) {
    forest.join_by_average();
    return forest.groups();
  }
  for (const ItemLink* link : order) forest.link(*forest.index_of(link->a), *forest.index_of(link->b));
  return forest.groups();
}

}  // namespace sayso::claims
