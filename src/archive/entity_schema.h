#pragma once

namespace sayso::archive {

// Why entities of single records are one, and views of them.
extern const char* const kEntityTables;

}  // namespace sayso::archive
