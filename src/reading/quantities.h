// How many and how much: "at least 18 people", "four thousand litres", "$3.2 million", "7.5 percent".
#pragma once

#include <string_view>
#include <vector>

#include "reading/sentence_tree.h"
#include "sayso/record.h"

namespace sayso::reading {

// The quantities of a sentence, in the order of the text. Times and dates are none, nor are numbers in names
// ("Route 66") and ordinals. `timexes` in the order of the text. Cost: linear in the sentence.
std::vector<Quantity> find_quantities(std::string_view text, const SentenceTree& tree,
                                      const std::vector<Timex>& timexes);

}  // namespace sayso::reading
