// What differs between two readings of a document, for people.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/archive.h"

namespace sayso::cli {

// A rule with the document, then a line for each thing: + added, - removed, ~ changed, with its fields.
std::string view_difference(const RecordDifference& difference, const WrapOptions& options);

}  // namespace sayso::cli
