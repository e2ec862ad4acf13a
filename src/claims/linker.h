// Items that mean the same across documents, kept up to date while documents come and go.
//
// An item is looked up by its keys, judged against whatever shares one of them, and joined with what it was
// linked to (grouping.h). Only the items that links connect with those that came or went are grouped again,
// so that an addition costs what its neighbourhood costs; and since the groups of such a neighbourhood are a
// function of its links alone, any order of additions and removals ends in the same groups. Keys have to be
// selective by construction: a key that everybody has makes everybody a neighbour.
#pragma once

#include <functional>
#include <optional>
#include <string>
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

// Groups by their ids; sorted, each once.
struct Change {
  std::vector<ItemId> groups;  // that have other members than before
  std::vector<ItemId> gone;    // that are no more
};

// What a document leaves behind; see Linker::leave.
struct Departure {
  std::vector<ItemId> seeds;   // items of other documents that were linked with its items
  std::vector<ItemId> groups;  // that its items were in
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
  void link(const Item& item);
  std::vector<ItemId> connected(const ItemId& from, std::vector<ItemLink>& links);

  ClaimStore& store_;
  ItemKind kind_;
  Judge judge_;
  GroupRule rule_;
  const Corrections& corrections_;
};

}  // namespace sayso::claims
