// Brings a file's schema up to date, or says why it cannot be used.
#pragma once

#include <optional>
#include <span>

#include "archive/database.h"

namespace sayso::archive {

// `steps` as schema_steps(). For reading, the schema has to be the newest one already; otherwise the missing
// steps are run, all or none. Errors: bad_archive for a file of another program, of a newer version, or (for
// reading) of an older one; those of writing.
std::optional<Error> prepare_schema(Database& database, ArchiveAccess access,
                                    std::span<const char* const> steps);

}  // namespace sayso::archive
