// The words that weaken an attribution or its content: reportedly, may, "I think".
#pragma once

#include <vector>

#include "reading/content_clause.h"
#include "reading/cue_phrase.h"
#include "reading/sentence_tree.h"
#include "sayso/span.h"

namespace sayso::reading {

// Of the cue's own words and the content's main clause; in the order of the text, disjoint.
std::vector<Span> find_hedges(const SentenceTree& cue_tree, const Layers& layers, const Passage& cue,
                              const CuePhrase& phrase, SpeechAct act, const ContentClause& content);

}  // namespace sayso::reading
