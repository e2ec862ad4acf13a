// Which items belong together, given the pairs that were accepted: a pure function of the set of links, so
// that the order in which documents came cannot show in the result.
//
// With a cohesion of 0 links are taken from the surest to the least sure (ties by ids) and join the groups of
// their two ends, unless a person or a rule is against it, as in Kruskal's algorithm: groups are connected
// components. Above 0 the two groups between which pairs are surest on average are joined first, as long as
// that average reaches the cohesion (average linkage, Sokal and Michener 1958).
#pragma once

#include <map>
#include <set>
#include <vector>

#include "claims/claim_store.h"

namespace sayso::claims {

struct GroupRule {
  // The least average score of all pairs between two groups for them to be joined, where pairs that are not
  // linked count as 0. Keeps chains of half-alike items from growing into one.
  double cohesion = 0;
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
// L links, with cohesion L log L log of the items.
std::vector<std::vector<ItemId>> group_items(const std::vector<ItemId>& items,
                                             const std::vector<ItemLink>& links,
                                             const Corrections& corrections, const GroupRule& rule);

}  // namespace sayso::claims
