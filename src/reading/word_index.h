// Words by their place in the text, and walks through their trees.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/layers.h"
#include "sayso/span.h"

namespace sayso::reading {

// The words that lie in a span, wholly or with a part. Cost: logarithmic.
WordRange words_in(const Layers& layers, Span span);

// The word of a range that hangs on a word outside it, the first of several; none for an empty range.
std::optional<std::uint32_t> head_of(const Layers& layers, WordRange range);

// In lower case, ASCII letters only; other characters are kept.
std::string lower_form(std::string_view text, const Word& word);

// Whether the word's form is one of a sorted list of lower-case forms.
bool is_one_of(std::string_view text, const Word& word, std::span<const std::string_view> sorted);

// The words that hang on each word of a list of layers, in the order of the text.
class Dependents {
 public:
  explicit Dependents(const Layers& layers);

  std::span<const std::uint32_t> of(std::uint32_t word) const {
    return std::span(words_).subspan(first_[word], first_[word + 1] - first_[word]);
  }

 private:
  std::vector<std::uint32_t> words_;  // grouped by head
  std::vector<std::uint32_t> first_;  // where each head's group begins
};

// Whether a form of "be" is the verb's auxiliary: "was told".
bool is_passive(std::string_view text, const Layers& layers, const Dependents& dependents,
                std::uint32_t verb);

}  // namespace sayso::reading
