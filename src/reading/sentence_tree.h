// One sentence's words as a tree that can be walked downwards, with the forms that tables are asked with.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/layers.h"

namespace sayso::reading {

// The words that overlap the span; an index range into `layers.words`. Cost: logarithmic.
WordRange words_of(const Layers& layers, Span span);

// Keeps `layers`, which must outlive it. Words are named by their index into Layers::words; one that lies
// outside the sentence has no form, no lemma and no dependents. Cost of building: linear in the sentence.
class SentenceTree {
 public:
  SentenceTree(std::string_view text, const Layers& layers, std::uint32_t sentence);

  WordRange words() const { return range_; }
  bool holds(std::uint32_t word) const { return range_.begin <= word && word < range_.end; }
  const Word& word(std::uint32_t word) const { return layers_->words[word]; }
  // As plain_form() and lemma_of() give them.
  const std::string& form(std::uint32_t word) const {
    return holds(word) ? forms_[word - range_.begin] : none_;
  }
  const std::string& lemma(std::uint32_t word) const {
    return holds(word) ? lemmas_[word - range_.begin] : none_;
  }
  // In the order of the text.
  std::span<const std::uint32_t> dependents(std::uint32_t word) const;

  // The first dependent with that relation.
  std::optional<std::uint32_t> dependent(std::uint32_t word, Relation relation) const;
  bool has(std::uint32_t word, Relation relation) const { return dependent(word, relation).has_value(); }

 private:
  const Layers* layers_;
  WordRange range_;
  std::vector<std::string> forms_;
  std::vector<std::string> lemmas_;
  std::vector<std::uint32_t> first_;  // where each word's dependents begin in `dependents_`
  std::vector<std::uint32_t> dependents_;
  std::string none_;
};

}  // namespace sayso::reading
