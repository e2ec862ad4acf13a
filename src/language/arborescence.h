// The best tree over a sentence's words (maximum spanning arborescence): Chu and Liu 1965, Edmonds 1967, in
// Tarjan's form for dense graphs (Finding optimum branchings, 1977; corrected by Camerini et al. 1979).
// McDonald et al. 2005 brought it to parsing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sayso::language {

// The head of each word: another word, or `words` for the one that is the root. `scores` is [words, words +
// 1], row-major: the row of a word has the score of each head, at last that of being the root; its own place
// is not looked at. Exactly one word is the root, even where two would score better. Cost: words squared.
std::vector<std::uint32_t> best_arborescence(std::span<const float> scores, std::uint32_t words);

}  // namespace sayso::language
