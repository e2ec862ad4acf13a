// Scores to mentions: the spans of a sentence that stand for somebody or something, nested ones too; what
// kind of thing, and whether by a name, a description or a pronoun.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sayso/layers.h"

namespace sayso::language {

struct MentionWeights {
  static constexpr std::size_t kLengthBuckets = 6;  // from 1, 2, 4, 8, 16, 32 words on
  std::size_t width = 0;                            // of a word's vectors as first and as last word
  std::array<float, kLengthBuckets> length{};
};

inline constexpr std::uint32_t kLongestMention = 40;  // words

class MentionDecoder {
 public:
  explicit MentionDecoder(const MentionWeights& weights) : weights_(weights) {}

  std::size_t vector_width() const { return 2 * weights_.width; }

  // The mentions of one sentence, which is a range of `words`; tags and heads of these are known already.
  // `vectors` is [the sentence's words, vector_width()], [as first word][as last word] in a row; `types` is
  // [the sentence's words, kEntityTypes]. Cost: words times kLongestMention, and the square of what is found.
  std::vector<Mention> decode(std::span<const Word> words, WordRange sentence, std::span<const float> vectors,
                              std::span<const float> types) const;

  // The spans alone, counted from the sentence's start, by (begin, -end).
  std::vector<WordRange> find_spans(std::span<const float> vectors) const;

 private:
  MentionWeights weights_;
};

// The first word of a span whose head lies outside of it.
std::uint32_t highest_word(std::span<const Word> words, WordRange span);

MentionForm form_of(Upos head);

}  // namespace sayso::language
