// The way that words took from their origin to the reader: outlet > carriers > origin.
#pragma once

#include <vector>

#include "reading/catalog.h"
#include "reading/cue_clause.h"
#include "reading/entities.h"
#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// Fills source (mention, entity, named, anonymous), chain and origin of attributions, whose addressees are
// known, in the order of put_in_order(). The chain of an inner one goes on from the outer one's; the same
// actor twice in a row is written once; a further quotation of the same speaker from the same occasion keeps
// its carriers. Entities that no mention names are added.
void build_chains(const Article& article, const Layers& layers, const Dependents& dependents,
                  const Catalog& catalog, EntityReading& entities, std::vector<Attribution>& attributions);

}  // namespace sayso::reading
