// What a span means, as a vector: spans that say the same have vectors that point the same way. Trained to
// stay close to the sentence encoder that the network grew from (Reimers and Gurevych 2019).
#pragma once

#include <span>
#include <vector>

#include "language/piece.h"
#include "language/piece_rows.h"
#include "sayso/span.h"

namespace sayso::language {

// The vectors of the pieces that are read, kept after the encoder's outputs are gone: about a kilobyte a
// piece.
class PieceMeanings {
 public:
  // `rows`: one for each of `pieces`.
  void add(std::span<const Piece> pieces, const PieceRows& rows);
  void add(PieceMeanings other);  // of pieces further on in the text

  // The mean over the pieces that the spans touch, of length 1: the product of two such vectors is their
  // cosine. All zeros for spans without pieces; empty where nothing was added. Cost: pieces in the spans
  // times width.
  std::vector<float> of(std::span<const Span> spans) const;

 private:
  std::vector<Span> pieces_;
  std::vector<float> rows_;  // [pieces, width]
};

}  // namespace sayso::language
