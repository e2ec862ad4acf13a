// /api/v1: what programs may rely on. Lists are those of the pages; single things come in sayso's own
// schemas.
#pragma once

#include "serve/archive_pool.h"
#include "serve/site.h"

namespace sayso::serve {

// After the pages, whose lists it gives. Keeps a reference to the pool.
void add_api_v1(Site& site, ArchivePool& archives);

}  // namespace sayso::serve
