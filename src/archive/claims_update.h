// Where an addition to the archive meets the claims stage: what a document says joins what others say, in the
// same transaction as the document itself.
#pragma once

#include <string>

#include "archive/database.h"
#include "archive/sqlite_claim_store.h"
#include "claims/update.h"
#include "sayso/record.h"

namespace sayso::archive {

// For one batch. Cost: of the neighbourhoods of its documents, once for each document, and of the claims that
// they touch, once for the batch.
class ClaimsUpdate {
 public:
  // The database outlives it.
  explicit ClaimsUpdate(Database& database);

  // The document is stored already, and was not in the claims.
  void add(const Record& record);
  // Takes the claims apart that the document has a part in. It is still in the table document.
  void remove(const std::string& document);

  // Builds anew what add() and remove() touched. Call once, before the commit.
  void finish();

 private:
  void note(const claims::Changes& changes);

  SqliteClaimStore store_;
  claims::AllCorrections corrections_;
  claims::Changes changes_;
};

}  // namespace sayso::archive
