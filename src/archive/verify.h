// Whether an archive is whole: the file, what its tables say of each other, and every record in it.
#pragma once

#include "archive/database.h"
#include "sayso/archive.h"

namespace sayso::archive {

// As Archive::verify. `writable`: whether the database was opened for writing.
Result<ArchiveCheck> verify(Database& database, bool writable, const ArchiveProgress& progress);

}  // namespace sayso::archive
