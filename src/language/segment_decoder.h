// Pieces to words and sentences, in the manner of Universal Dependencies: "don't" is "do" and "n't", "Roke's"
// is "Roke" and "'s", "well-known" is three words.
//
// The encoder says for each piece whether it begins a word or a sentence. What it cannot say, because the
// border lies inside a piece, two rules of letters add. docs/MODEL.md has all of it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/piece.h"
#include "sayso/layers.h"

namespace sayso::language {

inline constexpr std::size_t kSegmentLabels = 3;  // 0 inside a word, 1 begins a word, 2 begins a sentence
inline constexpr std::uint32_t kLongestSentence = 256;  // words; a longer one is cut

// The pieces of a block, or of a part of a very long one.
struct Paragraph {
  PieceRange pieces;
  std::uint32_t block = 0;  // index into Article::blocks
};

struct Segment {
  Span text;
  std::uint32_t piece =
      0;  // whose scores are the word's: the first that begins in it, else the one around its start
  bool particle = false;  // split off by a rule: "n't", the "not" of "cannot", the "na" of "gonna"
};

struct Segmentation {
  std::vector<Segment> words;
  std::vector<Sentence> sentences;  // ranges of `words`
};

// `scores` is [pieces, kSegmentLabels], row-major. `paragraphs` are ranges of `pieces`, in order, together
// covering them. Every piece comes into exactly one word, but for a piece that a rule splits; no sentence
// crosses a paragraph's end. Cost: linear.
Segmentation segment(std::string_view text, std::span<const Piece> pieces,
                     std::span<const Paragraph> paragraphs, std::span<const float> scores);

}  // namespace sayso::language
