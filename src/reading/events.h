// Who did what to whom: the clauses of an article coded into PLOVER's and CAMEO's events.
//
// Works on the clauses that propositions.h found; it extracts no arguments of its own but for looking into
// their phrases ("Australia's demand"). After the PLOVER manual (Open Event Data Alliance, 2024); the words
// are our own.
#pragma once

#include <vector>

#include "reading/catalog.h"
#include "reading/entities.h"
#include "reading/propositions.h"
#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// In the order of the sentences, in each the one of the main clause first; with ids. Cost: linear in the
// clauses.
std::vector<Event> find_events(const Article& article, const Layers& layers, const EntityReading& entities,
                               const Catalog& catalog, const std::vector<Timex>& timexes,
                               const std::vector<Attribution>& attributions,
                               const std::vector<ClauseReading>& clauses);

}  // namespace sayso::reading
