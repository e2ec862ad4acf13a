#include "claims/density_grouping.h"

#include <algorithm>
#include <functional>

namespace sayso::claims {

void DensityGrouping::update(const std::set<ItemId>& changed) {
  measure(changed);
  enqueue_changed();
  while (!open_.empty()) {
    // Whatever is denser is settled, and stays so: an item's root concerns only those that are less dense.
    const Place place = open_.extract(open_.begin()).value();
    settle(place);
  }
  shifts_.clear();
}

void DensityGrouping::measure(const std::set<ItemId>& changed) {
  for (const ItemId& id : changed) {
    const auto before = store_.density_of(kind_, id);
    if (!before) continue;
    Shift shift{*before, 0, store_.neighbours(kind_, id)};
    // In the order of ids, so that the last bit of the sum is the same however the links came.
    for (const Neighbour& other : shift.neighbours) shift.after += other.score * other.score;
    shifts_.emplace(id, std::move(shift));
  }
  for (const auto& [id, shift] : shifts_) {
    if (shift.after != shift.before) store_.set_density(kind_, id, shift.after);
  }
}

// What changed; and its neighbours where it has become denser than they, or less dense, or dense enough to be
// a root, or no more.
void DensityGrouping::enqueue_changed() {
  for (const auto& [id, shift] : shifts_) {
    const bool leads_or_not = (shift.before < least_density_) != (shift.after < least_density_);
    enqueue(id, shift.after);
    enqueue_corrected({shift.after, id}, true);
    for (const Neighbour& other : shift.neighbours) {
      if (shifts_.contains(other.id)) continue;
      const Place there{other.density, other.id};
      if (leads_or_not || (Place{shift.before, id} < there) != (Place{shift.after, id} < there)) {
        enqueue(other.id, other.density);
      }
    }
  }
}

void DensityGrouping::enqueue(const ItemId& id, double density) {
  open_.insert({density, id});
}

void DensityGrouping::enqueue_corrected(const Place& place, bool also_denser) {
  for (const auto* ids : {&corrections_.same_as(place.id), &corrections_.apart_from(place.id)}) {
    for (const ItemId& id : *ids) {
      const auto density = store_.density_of(kind_, id);
      if (density && (also_denser || place < Place{*density, id})) enqueue(id, *density);
    }
  }
  for (const Place& mate : mates_of(place.id)) {
    if (also_denser || place < mate) open_.insert(mate);
  }
}

void DensityGrouping::settle(const Place& place) {
  const std::vector<Neighbour> neighbours = store_.neighbours(kind_, place.id);
  const ItemId before = store_.group_of(kind_, place.id);
  const ItemId root = root_of(place, neighbours);
  if (root == before) return;
  store_.set_group(kind_, place.id, root);
  joined_.insert(root);
  left_.insert(before);
  for (const Neighbour& other : neighbours) {
    if (place < Place{other.density, other.id}) enqueue(other.id, other.density);
  }
  enqueue_corrected(place, false);
}

ItemId DensityGrouping::root_of(const Place& place, const std::vector<Neighbour>& neighbours) {
  for (const Place& mate : mates_of(place.id)) {
    const ItemId root = mate < place ? store_.group_of(kind_, mate.id) : place.id;
    if (mate < place && may_join(place, root)) return root;
  }
  std::vector<const Neighbour*> uphill;
  for (const Neighbour& other : neighbours) {
    if (Place{other.density, other.id} < place) uphill.push_back(&other);
  }
  // Neighbours come in the order of their ids, which decides between links that are equally sure.
  std::ranges::stable_sort(uphill, std::greater(), &Neighbour::score);
  const auto is_root_here = [&](const ItemId& id) {
    const auto linked = std::ranges::lower_bound(neighbours, id, {}, &Neighbour::id);
    return linked != neighbours.end() && linked->id == id && linked->density >= least_density_;
  };
  for (const Neighbour* other : uphill) {
    if (is_root_here(other->group) && may_join(place, other->group)) return other->group;
  }
  return place.id;
}

// Whether nobody denser is there already that the item is apart from; of those that are less dense each looks
// for itself.
bool DensityGrouping::may_join(const Place& place, const ItemId& root) {
  return std::ranges::none_of(corrections_.apart_from(place.id), [&](const ItemId& other) {
    const auto density = store_.density_of(kind_, other);
    return density && Place{*density, other} < place && store_.group_of(kind_, other) == root;
  });
}

// Everybody who is said to be the same, be it by way of others, from the densest on.
std::set<DensityGrouping::Place> DensityGrouping::mates_of(const ItemId& id) {
  std::set<Place> mates;
  std::set<ItemId> seen{id};
  std::vector<ItemId> open{id};
  while (!open.empty()) {
    const ItemId from = std::move(open.back());
    open.pop_back();
    for (const ItemId& other : corrections_.same_as(from)) {
      if (!seen.insert(other).second) continue;
      const auto density = store_.density_of(kind_, other);
      if (!density) continue;
      mates.insert({*density, other});
      open.push_back(other);
    }
  }
  return mates;
}

}  // namespace sayso::claims
