// Which items belong together, given the pairs that were accepted: a pure function of the set of links, so
// that the order in which documents came cannot show in the result.
//
// Links are taken from the surest to the least sure (ties by ids) and join the groups of their two ends,
// unless a person or a rule is against it, as in Kruskal's algorithm: groups are connected components. Where
// such components would grow without end, density_grouping.h does it otherwise.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "claims/claim_store.h"

namespace sayso::claims {

struct GroupRule {
  // By density_grouping.h, for items of which many are half alike; else connected components.
  bool by_density = false;
  double least_density = 0;  // of an item that others join: a lone weak link makes no group
  // How many of those that share a key are compared with all others that have it (linker.h); 0: all of them.
  std::size_t representatives = 0;
};

// What a person said about pairs of items; it is stronger than links and rules, and `apart` is stronger than
// `same`.
class Corrections {
 public:
  void add_same(const ItemId& a, const ItemId& b);
  void add_apart(const ItemId& a, const ItemId& b);
  void remove_same(const ItemId& a, const ItemId& b);
  void remove_apart(const ItemId& a, const ItemId& b);

  // Who is said to be the same as, or another than, `id`; in order.
  const std::set<ItemId>& same_as(const ItemId& id) const;
  const std::set<ItemId>& apart_from(const ItemId& id) const;

 private:
  std::map<ItemId, std::set<ItemId>> same_;
  std::map<ItemId, std::set<ItemId>> apart_;
};

// Groups of `items` (sorted, each once), each sorted, in the order of their smallest ids. Links and
// corrections that name other items are left aside. Cost: L log L for L links.
std::vector<std::vector<ItemId>> group_items(const std::vector<ItemId>& items,
                                             const std::vector<ItemLink>& links,
                                             const Corrections& corrections);

}  // namespace sayso::claims
