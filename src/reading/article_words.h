// The words of an article together with its text: what the steps of reading entities ask of a word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/layers.h"

namespace sayso::reading {

// Views only: text and layers must outlive it. Indices beyond the last word are allowed everywhere and give
// what no word is: an empty text, Upos::x, no head.
class ArticleWords {
 public:
  ArticleWords(std::string_view text, const Layers& layers) : text_(text), layers_(&layers) {}

  std::string_view text() const { return text_; }
  const Layers& layers() const { return *layers_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(layers_->words.size()); }

  std::string_view of(std::uint32_t word) const;
  std::string small(std::uint32_t word) const;  // in small letters, without marks at either end
  Upos tag(std::uint32_t word) const;
  Relation relation(std::uint32_t word) const;
  std::optional<std::uint32_t> head(std::uint32_t word) const;
  std::uint32_t sentence(std::uint32_t word) const;
  WordRange sentence_of(std::uint32_t word) const;  // its sentence's words; empty where there is no such word

  bool is_possessive(std::uint32_t word) const;  // "’s" behind a noun
  bool is_noun(std::uint32_t word) const { return tag(word) == Upos::noun || tag(word) == Upos::propn; }
  bool is_capitalized(std::uint32_t word) const;

  // Whether `word` hangs on `above`, over `steps` arcs at most.
  bool hangs_on(std::uint32_t word, std::uint32_t above, std::uint32_t steps = 6) const;

  Span span(WordRange words) const;  // hyphens and quotation marks at either end left out
  std::string_view of(WordRange words) const;

  // The first word that ends behind the byte; size() where there is none. Cost: log n.
  std::uint32_t first_behind(std::uint32_t byte) const;
  // The words that lie in a piece of the text.
  WordRange words_in(Span span) const;

 private:
  std::string_view text_;
  const Layers* layers_;
};

}  // namespace sayso::reading
