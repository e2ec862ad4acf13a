// What the site answers, as an OpenAPI 3.1 document made of its routes, so that it cannot say anything else.
#pragma once

#include <string>
#include <vector>

#include "serve/router.h"

namespace sayso::serve {

std::string openapi_document(const std::vector<Route>& routes, std::string_view version);

}  // namespace sayso::serve
