// What is said to be the case: a predicate with its arguments for each clause of a content and of the
// article's own sentences. Claims rest on it, and events.
//
// After Universal Dependencies' clauses, with voice undone, shared subjects repeated and relative pronouns
// put back (as in PredPatt, White et al. 2016).
#pragma once

#include <vector>

#include "reading/entities.h"
#include "reading/word_index.h"
#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// In the order of the text, with ids, without meanings. Blocks that are read only; the reporting clause of an
// attribution ("Smith said") is none. Cost: linear in the text.
std::vector<Proposition> find_propositions(const Article& article, const Layers& layers,
                                           const EntityReading& entities, const std::vector<Timex>& timexes,
                                           const std::vector<Attribution>& attributions);

}  // namespace sayso::reading
