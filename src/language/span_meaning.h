// What a span means, as a vector: spans that say the same have vectors that point the same way. Trained to
// stay close to the sentence encoder that the network grew from (Reimers and Gurevych 2019).
#pragma once

#include <vector>

#include "language/piece.h"
#include "language/piece_rows.h"

namespace sayso::language {

// The mean over the pieces' rows of Output::meaning, of length 1; all zeros for a range without pieces. The
// product of two such vectors is their cosine. Cost: pieces times width.
std::vector<float> span_meaning(const PieceRows& rows, PieceRange pieces);

// The pieces that a span touches.
PieceRange pieces_in(std::span<const Piece> pieces, Span span);

}  // namespace sayso::language
