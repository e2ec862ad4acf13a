// Label scores to spans: the best labelling among the possible ones (Viterbi), and how probable each span is
// (forward and backward sums over all labellings). A linear-chain conditional random field, Lafferty et al.
// 2001.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "language/labels.h"
#include "language/piece.h"

namespace sayso::language {

struct LabelledSpan {
  Role role = Role::source;
  PieceRange pieces;
  double probability = 0;  // that exactly this span stands here, 0..1
};

class SpanDecoder {
 public:
  using Transitions =
      std::array<std::array<float, kLabels>, kLabels>;  // [before][after], added to the path's score

  explicit SpanDecoder(const Transitions& transitions);

  // `scores` is [pieces, kLabels], row-major; one kind for each piece. Spans come in the order of the text
  // and never overlap. Cost: linear in the pieces.
  std::vector<LabelledSpan> decode(std::span<const float> scores, std::span<const PieceKind> kinds) const;

  // The labelling alone.
  std::vector<Label> best_labels(std::span<const float> scores, std::span<const PieceKind> kinds) const;

 private:
  std::array<Transitions, 3> steps_;  // by PieceKind; impossible ones are -infinity
};

}  // namespace sayso::language
