// Entities across documents: which entities of single records are one.
//
// Entities that have a key in common are one (entity_keys.h), and whoever is one with one of them. So nobody
// is compared with all who bear his name: a key is looked up, and its first holder leads to the group. A
// short name looks which longer ones it may stand for, and looks again when one comes for the first time or
// goes for good.
//
// Groups are a function of what is in the store, so the order of additions and removals never matters. They
// are called by their smallest member. Adding a document costs its keys and, where groups join, the one that
// gives up its name: of n documents in any order but a contrived one, that is each entity some log n times.
// Removing costs the same, and a whole group only where nothing near shows that it still hangs together.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "claims/claim_store.h"
#include "claims/entity_keys.h"
#include "claims/grouping.h"
#include "claims/merge_reasons.h"
#include "sayso/record.h"

namespace sayso::claims {

// What a person said about entities.
struct EntityCorrections {
  Corrections pairs;       // `same` alone counts
  std::set<ItemId> alone;  // that are one with nobody but whom `pairs` names
};

// What has become of groups of entities.
struct EntityChange {
  std::set<ItemId> groups;  // names of groups that are new, have other members or are no more
  // Entities that came to others or left them; of two that became one, or were one, those of the smaller.
  std::set<ItemId> moved;
};

// Keeps references to all three, which must outlive it. Not safe for use from two threads at once.
class SharedEntities {
 public:
  SharedEntities(ClaimStore& store, MergeReasons& reasons, const EntityCorrections& corrections)
      : store_(store), reasons_(reasons), corrections_(corrections) {}

  // The record's document must not have entities in the store.
  void add(const Record& record);

  // To remove a document: leave(), then ClaimStore::remove_document, then settle() with what leave() gave.
  struct Departure {
    std::map<ItemId, std::set<std::uint64_t>> keys;  // that its entities had, by their groups
    std::set<ItemId> partners;                       // whom a person joined with them
  };
  Departure leave(const std::string& document);
  void settle(const Departure& departure);

  // Groups these anew, after what is said of them has changed.
  void reconsider(const std::vector<ItemId>& entities);

  // Since the last call.
  EntityChange take_change() { return std::exchange(change_, {}); }

 private:
  std::vector<std::uint64_t> keys_now(const ItemId& id, const EntityKeys& keys);
  void put(const ItemId& id, const EntityKeys& keys);
  enum class Turn { came, gone, either };
  void reconsider_shorts(const std::set<std::uint64_t>& slots, Turn turn);
  bool stays_ambiguous(std::uint64_t range, std::size_t slots, Turn turn);
  void change_keys(const Item& item, const std::vector<std::uint64_t>& keys);
  void bind(const ItemId& id, const std::vector<std::uint64_t>& keys, const std::set<ItemId>& unbound);
  std::optional<ItemId> holder_beside(const ItemId& id, std::uint64_t key, const std::set<ItemId>& unbound);
  void note_reason(std::uint64_t key, const ItemId& holder);
  void unite(const ItemId& a, const ItemId& b);
  void take_out(const ItemId& id);
  void name_anew(const ItemId& group);
  bool is_held(std::uint64_t key);
  bool hold_together(const std::set<std::uint64_t>& keys);
  void divide_unless_together(const std::set<std::uint64_t>& keys);
  void divide(const ItemId& group);
  std::vector<ItemId> reach(const ItemId& from);
  void move(const std::vector<ItemId>& members, const ItemId& to);

  ClaimStore& store_;
  MergeReasons& reasons_;
  const EntityCorrections& corrections_;
  std::map<std::uint64_t, std::string> why_;  // of keys of the record that is added
  EntityChange change_;
};

// Under which key the reason is kept why a key of entity_keys(), or of an item, makes its holders one.
std::uint64_t reason_key(std::uint64_t key);

// Whether an item that has the key is one with whoever else has it.
bool binds(std::uint64_t key);

}  // namespace sayso::claims
