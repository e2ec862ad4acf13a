// Mentions put together, with what is known of each cluster: a union-find that refuses what must not be
// joined.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "reading/catalog.h"
#include "reading/names.h"
#include "sayso/record.h"

namespace sayso::reading {

inline constexpr std::size_t kEntityKinds = 7;

struct ClusterFacts {
  PersonName person;  // the fullest one; no parts where it has no name
  std::string name;   // normal form of the fullest name; empty for what is only described
  const CatalogEntry* entry = nullptr;
  Gender gender = Gender::unknown;
  bool plural = false;
  std::array<std::uint32_t, kEntityKinds> votes{};  // by EntityKind
  std::uint32_t mentions = 0;

  bool named() const { return !name.empty(); }
  EntityKind kind() const;
  void vote(EntityKind kind, std::uint32_t weight) { votes[static_cast<std::size_t>(kind)] += weight; }
};

// Two clusters stay apart where the catalog, a given name, gender, kind, a number or a compass point tells
// them apart.
bool may_join(const ClusterFacts& a, const ClusterFacts& b);

class EntityClusters {
 public:
  std::uint32_t add(ClusterFacts facts);
  std::uint32_t root(std::uint32_t cluster) const;
  // False, and nothing done, where they must stay apart.
  bool join(std::uint32_t a, std::uint32_t b);

  const ClusterFacts& facts(std::uint32_t cluster) const { return facts_[root(cluster)]; }
  ClusterFacts& facts(std::uint32_t cluster) { return facts_[root(cluster)]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(parents_.size()); }

 private:
  mutable std::vector<std::uint32_t> parents_;
  std::vector<ClusterFacts> facts_;
};

}  // namespace sayso::reading
