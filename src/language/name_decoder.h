// Scores to flat names: the best labelling among the possible ones (Viterbi). A linear-chain conditional
// random field over the words of a sentence, Lafferty et al. 2001.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "sayso/layers.h"

namespace sayso::language {

// O, then B and I for each NameType.
inline constexpr std::size_t kNameLabels = 7;
inline constexpr std::array<std::string_view, kNameLabels> kNameLabelNames = {
    "O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};

class NameDecoder {
 public:
  // [before][after], added to the path's score. A sentence begins as behind O.
  using Transitions = std::array<std::array<float, kNameLabels>, kNameLabels>;

  explicit NameDecoder(const Transitions& transitions);

  // The names of one sentence, counted from its start. `scores` is [words, kNameLabels], row-major. Cost:
  // linear.
  std::vector<Name> decode(std::span<const float> scores) const;

  // The labelling alone.
  std::vector<std::uint8_t> best_labels(std::span<const float> scores) const;

 private:
  Transitions steps_;  // impossible ones are -infinity
};

}  // namespace sayso::language
