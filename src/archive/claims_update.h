// Where an addition to the archive meets the claims stage: what a document says joins what others say, in the
// same transaction as the document itself.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "archive/database.h"
#include "archive/entity_reasons.h"
#include "archive/overlay.h"
#include "archive/sqlite_claim_store.h"
#include "claims/shared_entities.h"
#include "claims/update.h"
#include "sayso/record.h"

namespace sayso::archive {

// For one batch. Cost: of the neighbourhoods of its documents, once for each document, and of the claims that
// they touch, once for the batch.
class ClaimsUpdate {
 public:
  // Both outlive it; the store is of the database.
  ClaimsUpdate(Database& database, SqliteClaimStore& store);

  // The document is stored already, and was not in the claims.
  void add(const Record& record);
  // Takes the claims apart that the document has a part in. It is still in the table document.
  void remove(const std::string& document);

  // Groups items again, and whatever hangs together with them, after corrections about them were stored or
  // deleted; claims of `statements` are built anew in any case.
  void reconsider(const std::vector<claims::ItemId>& statements, const std::vector<claims::ItemId>& entities);

  // Builds anew what the others touched. Call once, before the commit.
  void finish();

 private:
  void note(const claims::Changes& changes);
  void note_entities();
  void note_groups_claims(const std::vector<claims::ItemId>& groups);
  void note_claims_of(std::int64_t entity);
  void note_events(const claims::Change& change);
  void note_moved_texts();

  Database& database_;
  SqliteClaimStore& store_;
  Overlay overlay_;
  EntityReasons reasons_;
  claims::SharedEntities shared_entities_;
  std::set<std::int64_t> claims_;    // groups of statements to write anew
  std::set<std::int64_t> entities_;  // groups of entities
  std::set<std::int64_t> events_;    // groups of events
};

}  // namespace sayso::archive
