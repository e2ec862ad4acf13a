// What stands behind an open archive.
#pragma once

#include "archive/database.h"
#include "sayso/archive.h"

namespace sayso {

struct Archive::State {
  archive::Database database;
  ArchiveAccess access = ArchiveAccess::read;
};

}  // namespace sayso
