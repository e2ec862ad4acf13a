// Answers of an archive as JSON; docs/ARCHIVE.md describes them.
#pragma once

#include <string>

#include "sayso/archive.h"

namespace sayso {

// One line without a newline at the end. Offsets count Unicode code points.
std::string to_json(const SearchHit& hit);                // "sayso.hit/1"
std::string to_json(const ArchiveCheck& check);           // "sayso.check/1"
std::string to_json(const RecordDifference& difference);  // "sayso.difference/1"

}  // namespace sayso
