// The text as time expressions are made of it: words, numbers and marks, with the tags of the words they lie
// in.
//
// Time expressions are read from these and not from Layers::words, since a word may be "Dec." or "Dec" and
// ".", "2015-16" or three of them, depending on the model.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sayso/article.h"
#include "sayso/layers.h"

namespace sayso::reading {

enum class LexemeKind : std::uint8_t {
  word,    // letters
  number,  // ASCII digits
  mark,    // one character of anything else
};

struct Lexeme {
  Span span;
  LexemeKind kind = LexemeKind::mark;
  bool glued = false;            // nothing between it and the one before
  bool capital = false;          // starts with a capital letter
  bool starts_sentence = false;  // no word or number of its sentence comes before it
  bool in_person = false;        // in a person's name
  bool in_long_name = false;     // in a name of several words
  bool in_headline = false;      // of a title or heading, where capitals say nothing
  char mark = 0;  // dashes are '-', quotation marks and apostrophes '\'' or '"', others their own
  Upos tag = Upos::x;
  std::optional<std::uint32_t> word;  // index into Layers::words
  std::uint32_t sentence = 0;         // index into Layers::sentences
  // In lower case; empty for a mark and for words of more than 15 bytes, which no expression has.
  std::string lower;
};

// Of one block. `first_word` is the index of the first of Layers::words that may lie in it, and moves behind
// the last that does, so that blocks are asked for in their order. Cost: linear in the block.
std::vector<Lexeme> split_lexemes(const Article& article, const Block& block, const Layers& layers,
                                  const std::vector<std::uint8_t>& name_marks, std::size_t& first_word);

// For each of Layers::words what names it lies in: bits of kPersonName and kLongName.
inline constexpr std::uint8_t kPersonName = 1;
inline constexpr std::uint8_t kLongName = 2;
std::vector<std::uint8_t> mark_names(const Layers& layers);

}  // namespace sayso::reading
