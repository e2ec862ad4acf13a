// What stands behind an open archive.
#pragma once

#include "archive/database.h"
#include "archive/kept_claim_store.h"
#include "sayso/archive.h"

namespace sayso {

struct Archive::State {
  archive::Database database;
  archive::KeptClaimStore claim_store = {};
  ArchiveAccess access = ArchiveAccess::read;
  std::chrono::steady_clock::time_point deadline = {};
};

}  // namespace sayso
