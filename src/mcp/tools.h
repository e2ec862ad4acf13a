// What can be asked: search, who, claim, origins, read.
#pragma once

#include <nlohmann/json.hpp>

#include "mcp/session.h"

namespace sayso::mcp {

using Json = nlohmann::ordered_json;

// As tools/list gives them: name, description, inputSchema; all are marked as reading only.
const Json& tool_list();

// The answer as JSON. Errors: bad_argument for an unknown tool or a wrong argument, else as the archive's.
Result<Json> call_tool(const Archive& archive, const ReadArticle& read, const std::string& name,
                       const Json& arguments);

}  // namespace sayso::mcp
