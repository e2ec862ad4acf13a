#include "archive/kept_claim_store.h"

#include <utility>

namespace sayso::archive {

SqliteClaimStore& KeptClaimStore::open(Database& database) {
  // Changes with every commit of another connection, never with one of this.
  const auto version = database.find_integer("PRAGMA data_version");
  if (!std::exchange(kept_, false) || version != version_) store_.emplace(database);
  version_ = version;
  store_->shrink();
  return *store_;
}

}  // namespace sayso::archive
