// What the questions of claim_queries.h share: the archive's database behind its public face, and what stands
// beside an answer.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "archive/database.h"
#include "archive/overlay.h"
#include "archive/sqlite_claim_store.h"
#include "archive/state.h"
#include "sayso/claim_queries.h"

namespace sayso::archive {

// For one question. Keeps a reference to the archive.
class Reading {
 public:
  explicit Reading(const Archive& archive)
      : database(archive.state().database),
        store(database),
        overlay(load_overlay(database, store)),
        corrected(database, store, overlay) {}

  // The value, unless something failed on the way.
  template <typename Value>
  Result<Value> checked(Value value) {
    if (auto failure = database.take_failure()) return *std::move(failure);
    return value;
  }

  DocumentCards cards_of(const std::set<std::string>& documents);

  Database& database;
  SqliteClaimStore store;
  Overlay overlay;
  CorrectedStore corrected;
};

}  // namespace sayso::archive
