// Text to word pieces with exact positions: BERT's uncased normalisation (clean, decompose, drop accents,
// lower-case), split at blanks and punctuation, then greedy longest match against the vocabulary. The
// article's text is never changed; every piece points back into it.
//
// Follows Devlin et al. 2019 as the Python package `tokenizers` does it;
// tests/language/word_pieces_reference.jsonl holds what that package gives.
#pragma once

#include <string_view>
#include <vector>

#include "language/piece.h"
#include "language/vocabulary.h"

namespace sayso::language {

// Appends the pieces of text[paragraph] to `pieces`; the first one has Gap::paragraph. `text` is valid UTF-8.
// Cost: linear in the text. A word of more than 100 characters becomes one unknown piece.
void append_word_pieces(std::string_view text, Span paragraph, const Vocabulary& vocabulary,
                        std::vector<Piece>& pieces);

}  // namespace sayso::language
