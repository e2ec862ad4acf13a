// The encoder's unit of text: a word or a part of one.
#pragma once

#include <cstdint>
#include <vector>

#include "sayso/span.h"

namespace sayso::language {

// Letter case of the piece's word, and what stands before it. The vocabulary is uncased and forgets blanks;
// both go into the encoder by an embedding of their own (train/encoder.py). The numbers are the model's.
enum class LetterCase : std::uint8_t { none, lower, title, upper, mixed };
enum class Gap : std::uint8_t { none, blank, paragraph };

struct Piece {
  std::int32_t id = 0;  // in the vocabulary
  Span span;            // the characters of the article it stands for; several pieces of one letter share it
  LetterCase letter_case = LetterCase::none;
  Gap gap = Gap::none;
  bool continues = false;  // not the first piece of its word

  std::int32_t surface() const { return static_cast<int>(letter_case) * 3 + static_cast<int>(gap); }
};

// Half-open range [begin, end) of indices into a list of pieces.
struct PieceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const PieceRange&, const PieceRange&) = default;
  friend auto operator<=>(const PieceRange&, const PieceRange&) = default;
};

}  // namespace sayso::language
