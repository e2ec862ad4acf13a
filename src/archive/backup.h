// A copy of the archive that is whole at any time, also while it is written to.
#pragma once

#include "archive/database.h"
#include "sayso/archive.h"

namespace sayso::archive {

// As Archive::backup; gives the copy's size in bytes.
Result<std::uint64_t> backup(Database& database, const std::filesystem::path& file, bool overwrite,
                             const ArchiveProgress& progress);

}  // namespace sayso::archive
