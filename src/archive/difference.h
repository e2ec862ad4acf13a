// What a new reading of a document made of it, against the one before.
#pragma once

#include "sayso/archive.h"

namespace sayso::archive {

// Attributions are the same where their contents are, else where they begin or end alike or the same source
// speaks with the same cue; entities where their names are, else where they share an alias; propositions by
// their clauses. Offsets and confidences do not count. Items come list by list, in the order of the stored
// record, those that are gone behind them. Cost: linear in the records.
RecordDifference compare_records(const Record& before, const Record& after);

}  // namespace sayso::archive
