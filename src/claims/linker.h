// Items that mean the same across documents, kept up to date while documents come and go.
//
// An item is looked up by its keys, judged against what shares one of them, and grouped with what it was
// linked to (grouping.h, density_grouping.h). Links are a function of the items that there are, and groups of
// the links, so any order of additions and removals ends in the same groups.
//
// A key that everybody has would make everybody a neighbour. So of those that share a key only some, drawn by
// a lot that depends on nothing but their ids, represent it: they are compared with all that have it, and the
// others with them alone. What many say alike is then still held together, at a cost that grows as they do.
// Whoever comes or goes may draw a better lot; then another one steps down from representing the key, or up.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "claims/claim_store.h"
#include "claims/grouping.h"

namespace sayso::claims {

struct Verdict {
  double score = 0;  // higher is surer
  std::string why;   // for a person
};

// Whether two items are to be linked; none: they are not. Called with a.id < b.id. Must depend on the two
// items alone.
using Judge = std::function<std::optional<Verdict>(const Item& a, const Item& b)>;

struct Candidates {
  std::set<ItemId> items;  // that an item with its keys is compared with
  // Those that represent a key no more once the item is in the store.
  std::vector<std::pair<std::uint64_t, ItemId>> displaced;
};
// Of an item that may be in the store or not.
Candidates find_candidates(ClaimStore& store, ItemKind kind, const Item& item, std::size_t representatives);

// Groups by their ids; sorted, each once.
struct Change {
  std::vector<ItemId> groups;  // that have other members than before
  std::vector<ItemId> gone;    // that are no more
};

// What a document leaves behind; see Linker::leave.
struct Departure {
  std::vector<ItemId> seeds;   // items of other documents that were linked with its items
  std::vector<ItemId> groups;  // that its items were in
  std::map<std::uint64_t, std::uint64_t>
      bars;  // keys that others may come to represent, with the lot that it took
};

// Keeps references to the store and the corrections, which must outlive it. Not safe for use from two threads
// at once, as the store is not.
class Linker {
 public:
  Linker(ClaimStore& store, ItemKind kind, Judge judge, GroupRule rule, const Corrections& corrections);

  // Puts the items of one document, which must not be in the store, and links them.
  Change add(const std::vector<Item>& items);

  // To remove a document: leave() for each kind of item, then ClaimStore::remove_document, then settle() with
  // what each leave() gave.
  Departure leave(const std::string& document);
  Change settle(const Departure& departure);

  // Groups again whatever is connected with `items`, after corrections about them have changed.
  Change regroup(const std::vector<ItemId>& items);

 private:
  std::set<ItemId> link(const Item& item);
  void judge_pair(const Item& item, const ItemId& other, std::set<ItemId>& linked);
  void step_down(std::uint64_t key, const ItemId& id, std::set<ItemId>& changed);
  bool meet(const Item& a, const Item& b);
  std::uint64_t bar_of(std::uint64_t key);
  void regroup_components(const std::vector<ItemId>& items, std::set<ItemId>& groups, std::set<ItemId>& gone);
  std::vector<ItemId> connected(const ItemId& from, std::vector<ItemLink>& links);

  ClaimStore& store_;
  ItemKind kind_;
  Judge judge_;
  GroupRule rule_;
  const Corrections& corrections_;
};

}  // namespace sayso::claims
