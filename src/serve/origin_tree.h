// On whose word a claim rests: from each origin over those who carried it to the articles, and to their
// copies.
#pragma once

#include "sayso/claim_queries.h"
#include "serve/page.h"

namespace sayso::serve {

// [{name, independent, verifiable, why, articles, children: [node]}]; independent origins first. A node is
// {kind: "carrier"|"article"|"copy", name, title, date, url, why, children}. Every article of an origin
// stands once below it: a copy under what it copies, else under its carriers. Cost: n log n in the
// statements.
Json origin_tree(const ClaimPage& page);

// "7 articles, 3 outlets, 1 origin".
std::string reach_of(const ClaimPage& page);

}  // namespace sayso::serve
