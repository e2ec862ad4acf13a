// What a cue does, as one word by which attributions are found.
#pragma once

#include <span>
#include <string_view>

namespace sayso::archive {

// Of a cue's lemma as the record gives it: "deny", "promise", "report"; empty for a word that the lexicon of
// cues (reading/cue_lexicon.h) does not know, such as a colon.
std::string_view cue_class(std::string_view lemma);

// All there are, sorted.
std::span<const std::string_view> cue_classes();

}  // namespace sayso::archive
