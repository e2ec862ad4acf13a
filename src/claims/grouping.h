// Which items belong together, given the pairs that were accepted: a pure function of the set of links, so
// that the order in which documents came cannot show in the result.
//
// Links are taken from the surest to the least sure (ties by ids) and join the groups of their two ends,
// unless a rule or a person is against it, as in Kruskal's algorithm. A link that was refused once is not
// asked again.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "claims/claim_store.h"

namespace sayso::claims {

struct GroupRule {
  // What share of all pairs between two groups must be linked for a link to join them, 0..1. At 0 any link
  // does, and a group is a connected component; at 1 everybody in a group is linked with everybody. Keeps
  // chains of half-alike items from growing into one.
  double coherence = 0;
  // Never two items of one document in a group: for entities, which the reading has told apart already.
  bool one_a_document = false;
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
// corrections that name other items are left aside; of one pair only one link may be given. Cost: L log L for
// L links, and the product of two groups' sizes for a join next to which `apart` pairs lie.
std::vector<std::vector<ItemId>> group_items(const std::vector<ItemId>& items,
                                             const std::vector<ItemLink>& links,
                                             const Corrections& corrections, const GroupRule& rule);

}  // namespace sayso::claims
