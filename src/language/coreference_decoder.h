// Mentions to entities: each mention chooses an earlier one that stands for the same, or none, and those that
// are so joined are one entity. Mention ranking, Denis and Baldridge 2008; the features besides the network's
// are those of train/coreference.py.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/mention_keys.h"
#include "sayso/layers.h"

namespace sayso::language {

struct CoreferenceWeights {
  static constexpr std::size_t kMentionDistances = 10;  // from 1, 2, 4 ... mentions on
  static constexpr std::size_t kSentenceDistances = 8;  // 0, 1 ... 7 and more sentences
  static constexpr std::size_t kForms = 3;              // of MentionForm

  std::size_t width = 0;  // of a word's vectors as the later and as the earlier mention
  std::array<float, kMentionDistances> mention_distance{};
  std::array<float, kSentenceDistances> sentence_distance{};
  std::array<std::array<float, kForms>, kForms> forms{};       // [of the later][of the earlier]
  std::array<std::array<float, kKeyMatches>, kForms> match{};  // [form of the later][KeyMatch]
  std::array<float, 2> same_type{};                            // [no][yes]
  std::array<float, 2> nested{};                               // one lies in the other: [no][yes]
};

// An earlier mention is a candidate if it is among the nearest, or among the nearest that have the same words
// or the same head word; so the cost is linear in the mentions.
inline constexpr std::size_t kNearestCandidates = 60;
inline constexpr std::size_t kNearestAlike = 20;

class CoreferenceDecoder {
 public:
  explicit CoreferenceDecoder(const CoreferenceWeights& weights) : weights_(weights) {}

  // Numbers in a row: [as later mention][as earlier mention][whether there is an earlier one 1].
  std::size_t vector_width() const { return 2 * weights_.width + 1; }

  // Sets the entities of all mentions and their number. `vectors` is [layers.words, vector_width()],
  // row-major.
  void decode(std::string_view text, std::span<const float> vectors, Layers& layers) const;

 private:
  CoreferenceWeights weights_;
};

}  // namespace sayso::language
