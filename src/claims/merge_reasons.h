// Where the reasons are kept for which entities are one: by the key that makes them so.
#pragma once

#include <cstdint>
#include <string>

#include "claims/claim_store.h"

namespace sayso::claims {

class MergeReasons {
 public:
  virtual ~MergeReasons() = default;

  // Keeps why the key makes its holders one.
  virtual void note(std::uint64_t key, const std::string& why) = 0;
  // Where it is not kept: it is to be found again in the record of somebody who has the key.
  virtual void find(std::uint64_t key, const ItemId& holder) = 0;
  // Nobody has the key any more.
  virtual void forget(std::uint64_t key) = 0;
};

}  // namespace sayso::claims
