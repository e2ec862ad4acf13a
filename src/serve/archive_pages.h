// The screens of an archive.
#pragma once

#include "serve/archive_pool.h"
#include "serve/site.h"

namespace sayso::serve {

// Each keeps a reference to the pool.
void add_home_page(Site& site, ArchivePool& archives);        // /
void add_document_pages(Site& site, ArchivePool& archives);   // /documents, /documents/{id}
void add_claim_list_page(Site& site, ArchivePool& archives);  // /claims
void add_claim_pages(Site& site, ArchivePool& archives);      // /claims/{id}, /claims/{id}/origins
void add_timeline_page(Site& site, ArchivePool& archives);    // /timeline
void add_compare_page(Site& site, ArchivePool& archives);     // /compare
void add_search_page(Site& site, ArchivePool& archives);      // /search
void add_entity_pages(Site& site, ArchivePool& archives);     // /entities, /entities/{id}
void add_graph_page(Site& site, ArchivePool& archives);       // /graph
void add_event_pages(Site& site, ArchivePool& archives);      // /events, /events/{id}

}  // namespace sayso::serve
