// The screens of an archive.
#pragma once

#include "serve/archive_pool.h"
#include "serve/site.h"

namespace sayso::serve {

// Each keeps a reference to the pool.
void add_home_page(Site& site, ArchivePool& archives);       // /
void add_document_pages(Site& site, ArchivePool& archives);  // /documents, /documents/{id}
void add_search_page(Site& site, ArchivePool& archives);     // /search

}  // namespace sayso::serve
