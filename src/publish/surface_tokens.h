// Which words are written as one token: "don't" is one token of two words, "do" and "n't".
#pragma once

#include <string_view>
#include <vector>

#include "sayso/layers.h"

namespace sayso::publish {

// The tokens of a sentence, in order, together covering its words; nearly all have one word. Universal
// Dependencies joins a word with the clitics written on to it (n't 's 'll 're 've 'd 'm, a possessive ', with
// either apostrophe) and the halves of cannot, gonna, gotta and wanna. Cost: linear.
std::vector<WordRange> surface_tokens(std::string_view text, const Layers& layers, const Sentence& sentence);

}  // namespace sayso::publish
