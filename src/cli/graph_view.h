// Who cites or acts on whom, for a person to read: a row for each edge.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/claim_queries.h"

namespace sayso::cli {

// Ends with an empty line.
std::string view_graph(const Graph& graph, const WrapOptions& options);

}  // namespace sayso::cli
