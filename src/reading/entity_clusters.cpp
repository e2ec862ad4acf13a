#include "reading/entity_clusters.h"

#include <algorithm>
#include <utility>

namespace sayso::reading {

EntityKind ClusterFacts::kind() const {
  const auto best = std::max_element(votes.begin(), votes.end());
  return *best == 0 ? EntityKind::other : static_cast<EntityKind>(best - votes.begin());
}

bool may_join(const ClusterFacts& a, const ClusterFacts& b) {
  if (a.entry && b.entry && a.entry != b.entry) return false;
  if (a.gender != Gender::unknown && b.gender != Gender::unknown && a.gender != b.gender) return false;
  const EntityKind kind_a = a.kind();
  const EntityKind kind_b = b.kind();
  const auto is_person = [](EntityKind kind) { return kind == EntityKind::person; };
  const bool known = kind_a != EntityKind::other && kind_b != EntityKind::other;
  if (known && is_person(kind_a) != is_person(kind_b)) return false;
  if (a.plural != b.plural && is_person(kind_a) && is_person(kind_b)) return false;
  if (known && (kind_a == EntityKind::document) != (kind_b == EntityKind::document)) return false;
  if (!a.named() || !b.named() || a.name == b.name) return true;
  if (is_person(kind_a) && is_person(kind_b)) return may_be_one_person(a.person, b.person);
  if (abbreviates(a.name, b.name) || abbreviates(b.name, a.name)) return true;
  return !told_apart(a.name, b.name);
}

std::uint32_t EntityClusters::add(ClusterFacts facts) {
  const std::uint32_t cluster = size();
  parents_.push_back(cluster);
  facts_.push_back(std::move(facts));
  return cluster;
}

std::uint32_t EntityClusters::root(std::uint32_t cluster) const {
  while (parents_[cluster] != cluster) {
    parents_[cluster] = parents_[parents_[cluster]];
    cluster = parents_[cluster];
  }
  return cluster;
}

bool EntityClusters::join(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  if (a == b) return true;
  if (!may_join(facts_[a], facts_[b])) return false;
  // The named one stays, else the older one.
  if ((facts_[b].named() && !facts_[a].named()) || (facts_[a].named() == facts_[b].named() && b < a))
    std::swap(a, b);
  ClusterFacts& kept = facts_[a];
  ClusterFacts& gone = facts_[b];
  if (gone.person.parts.size() > kept.person.parts.size()) kept.person = gone.person;
  if (gone.name.size() > kept.name.size()) kept.name = gone.name;
  if (!kept.entry) kept.entry = gone.entry;
  if (kept.gender == Gender::unknown) kept.gender = gone.gender;
  for (std::size_t k = 0; k < kEntityKinds; ++k) kept.votes[k] += gone.votes[k];
  kept.mentions += gone.mentions;
  parents_[b] = a;
  return true;
}

}  // namespace sayso::reading
