// The claims stage's store from one addition to the next.
#pragma once

#include <cstdint>
#include <optional>

#include "archive/sqlite_claim_store.h"

namespace sayso::archive {

// What one batch of news looked at, the next one looks at again; so what the store remembers stays, as long
// as nobody else writes to the archive. For the one connection through which items are changed, which is the
// same in all calls.
class KeptClaimStore {
 public:
  // Within a transaction that may write.
  SqliteClaimStore& open(Database& database);
  // After it was committed; without this call nothing stays.
  void keep() { kept_ = true; }

 private:
  std::optional<SqliteClaimStore> store_;
  std::optional<std::int64_t> version_;  // of the data when it was opened
  bool kept_ = false;
};

}  // namespace sayso::archive
