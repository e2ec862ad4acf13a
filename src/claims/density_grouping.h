// Groups of items of which many are half alike, so that what links connect would be everything.
//
// An item's density is the sum of the squares of the scores of its links: high in the middle of what is said
// again and again. Each item joins the densest of its group, the root: it goes through the denser items that
// it is linked with, the surest link first, and takes the root of the first whose root it is itself linked
// with; where there is none it is a root. Items that are not dense enough are nobody's root. So a group is a
// star whose links to the middle are all there, found by following the density uphill (quick shift, Vedaldi
// and Soatto 2008; stars, Aslam, Pelekhov and Rus 2004).
//
// Groups are a function of links and corrections, whatever the order in which they came; and since an item's
// root depends on its own links alone and on the roots of denser neighbours, a change reaches no further than
// the density it changes.
#pragma once

#include <map>
#include <set>
#include <vector>

#include "claims/claim_store.h"
#include "claims/grouping.h"

namespace sayso::claims {

// What a person said is stronger than links: of those said to be the same all go to the root of the densest,
// and nobody goes where one is that it was said to be apart from.
class DensityGrouping {
 public:
  // All three outlive it.
  DensityGrouping(ClaimStore& store, ItemKind kind, const Corrections& corrections, double least_density)
      : store_(store), kind_(kind), corrections_(corrections), least_density_(least_density) {}

  // After links of `changed`, or corrections about them, have come or gone; those that are in no store any
  // more are left aside. Cost: their neighbours, and those whose root moves.
  void update(const std::set<ItemId>& changed);

  // Groups that somebody joined or left in update().
  const std::set<ItemId>& joined() const { return joined_; }
  const std::set<ItemId>& left() const { return left_; }

 private:
  struct Place {
    double density;
    ItemId id;
    // From the densest to the least dense; ids decide between the equally dense.
    bool operator<(const Place& other) const {
      return density != other.density ? density > other.density : id < other.id;
    }
  };
  struct Shift {
    double before = 0, after = 0;
    std::vector<Neighbour> neighbours;
  };

  void measure(const std::set<ItemId>& changed);
  void enqueue_changed();
  void enqueue(const ItemId& id, double density);
  void enqueue_corrected(const Place& place, bool also_denser);
  void settle(const Place& place);
  ItemId root_of(const Place& place, const std::vector<Neighbour>& neighbours);
  bool may_join(const Place& place, const ItemId& root);
  std::set<Place> mates_of(const ItemId& id);

  ClaimStore& store_;
  ItemKind kind_;
  const Corrections& corrections_;
  double least_density_;
  std::map<ItemId, Shift> shifts_;  // of what changed
  std::set<Place> open_;
  std::set<ItemId> joined_, left_;
};

}  // namespace sayso::claims
