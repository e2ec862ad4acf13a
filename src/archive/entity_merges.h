// Why entities of single records are one, as a person reads it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/archive_reading.h"

namespace sayso::archive {

// What holds the group together, a line for each reason: what it is, and whom it joins. Of the first `most`
// members alone; 0: of all.
std::vector<std::string> merge_lines(Reading& reading, std::int64_t group, std::size_t most);

}  // namespace sayso::archive
