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

// A clause as it was read. Those of a cue ("Smith said") are no propositions of the record, but acts in their
// own right ("Smith threatened to ..."), so events are read from them too.
struct ClauseReading {
  Proposition proposition;            // with an id where the clause is one
  std::uint32_t predicate = 0;        // index into Layers::words, as are the others
  std::vector<std::uint32_t> words;   // the head of each of the proposition's arguments
  std::optional<std::uint32_t> over;  // the clause that it hangs on, index into the list
  bool passive = false;
  bool noun = false;  // a nominalisation
  bool cue = false;   // the reporting clause of an attribution
};

// In the order of the text, without meanings. Blocks that are read only. Cost: linear in the text.
std::vector<ClauseReading> read_clauses(const Article& article, const Layers& layers,
                                        const EntityReading& entities, const std::vector<Timex>& timexes,
                                        const std::vector<Attribution>& attributions);

// What becomes part of the record.
std::vector<Proposition> propositions_of(const std::vector<ClauseReading>& clauses);

}  // namespace sayso::reading
