// The words around a cue that tell to whom, when, where and through whom it was said: they hang on the cue,
// outside what was said.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reading/word_index.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// Keeps references to all it is made from.
class CueClause {
 public:
  CueClause(const Layers& layers, const Dependents& dependents, const Attribution& attribution);

  // The cue's main word: "told" in "told Interfax in an interview".
  std::optional<std::uint32_t> main_word() const { return main_; }
  std::span<const std::uint32_t> cue_words() const { return cue_; }

  bool in_content(std::uint32_t word) const;
  bool in_source(std::uint32_t word) const;
  bool in_cue(std::uint32_t word) const;

  // Whether the word belongs to the clause: the way up from it leads to the cue and meets no word of the
  // content. Words of the source belong to it where they hang on a participle ("polls released Sunday").
  // Cost: at most the sentence's words.
  bool holds(std::uint32_t word) const;

  // The unbroken run of words around a word that belong to it, outside of the content.
  WordRange phrase_under(std::uint32_t part) const;

  // The words that hang on a word of the cue, outside source and content; in the order of the text.
  std::vector<std::uint32_t> parts() const;

 private:
  const Layers& layers_;
  const Dependents& dependents_;
  const Attribution& attribution_;
  std::vector<std::uint32_t> cue_;
  std::optional<std::uint32_t> main_;
};

}  // namespace sayso::reading
