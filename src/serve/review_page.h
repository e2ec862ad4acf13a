// The queue of what a person had better look at.
#pragma once

#include <filesystem>

#include "serve/archive_pool.h"
#include "serve/problem.h"
#include "serve/site.h"

namespace sayso::serve {

// /review. Keeps a reference to the pool; `file` is the archive's, opened for each correction. `writing`:
// whether the page has buttons; the guard decides whether they work.
void add_review_page(Site& site, ArchivePool& archives, const std::filesystem::path& file, bool writing);

}  // namespace sayso::serve
