// Full-text search and the filters beside it, page by page.
#pragma once

#include <string>

#include "archive/database.h"
#include "sayso/archive.h"

namespace sayso::archive {

// As Archive::search.
Result<SearchPage> search(Database& database, const SearchQuery& query);

}  // namespace sayso::archive
