// What somebody does by saying something, and how sure they are of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

struct Act {
  SpeechAct act = SpeechAct::assertive;
  Commitment commitment = Commitment::certain_plus;
  std::vector<Span> hedges;  // in the order of the text
};

// Of an attribution's cue and content, in the text that `layers` describe: auxiliaries, negation, conditionals,
// hedging adverbs; denial is CT- on the content as it stands; questions, hopes and demands are U. Spans are bytes of
// `text`. `source` may be empty. Cost: linear in the words of the sentences that the spans touch.
Act judge_act(std::string_view text, const Layers& layers, const Passage* source, const Passage& cue,
              const Passage& content);

// The lemma of a cue's main word: "said" is say, "told" tell, "according to" accord.
std::string cue_lemma(std::string_view text, const Layers& layers, const Passage& cue);

}  // namespace sayso::reading
