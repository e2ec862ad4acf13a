// Whether a clause speaks of what was or of what is to come: it decides which Monday "on Monday" is.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/layers.h"

namespace sayso::reading {

enum class Tense : std::uint8_t { past, future, unclear };

// Made once for an article; the layers outlive it. Cost: linear in the words, then constant for each
// question.
class ClauseTenses {
 public:
  ClauseTenses(std::string_view text, const Layers& layers);

  // Of the clause that the word stands in. A word inside a noun phrase ("Monday's vote") has no tense of its
  // own.
  Tense at(std::size_t word) const;

 private:
  Tense of_verb(std::size_t verb) const;

  const Layers& layers_;
  std::vector<std::uint16_t> signs_;  // for each word, what it and its auxiliaries show
};

}  // namespace sayso::reading
