// Statements in the order of their days, for a person to read.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/claim_queries.h"

namespace sayso::cli {

// Under each day who affirmed or denied what; the claim is named where the timeline has several. Ends with an
// empty line.
std::string view_timeline(const Timeline& timeline, const WrapOptions& options);

}  // namespace sayso::cli
