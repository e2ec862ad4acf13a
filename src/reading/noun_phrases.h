// The words that belong to a noun.
#pragma once

#include "reading/article_words.h"

namespace sayso::reading {

// The noun with what stands before it: "the [Russian] ambassador", "Norway’s special envoy". Goes by tags,
// and asks the tree only where two nouns meet, since a wrong arc is more frequent than a wrong tag. Cost: its
// length, at most kLongestPhrase words.
WordRange noun_phrase(const ArticleWords& words, std::uint32_t noun);

// The same with "of", "to", "for", "at", "in", "on" behind it and what they govern: "a department chief at
// Russia’s Foreign Ministry". No relative clauses, nothing behind a comma.
WordRange with_complements(const ArticleWords& words, WordRange phrase, std::uint32_t noun);

// Without "the", "a", "this", "its" at the front.
WordRange without_determiner(const ArticleWords& words, WordRange phrase);

// The last noun in front of the first preposition, comma or verb: what a phrase speaks of. None for a phrase
// without a noun.
std::optional<std::uint32_t> head_of_phrase(const ArticleWords& words, WordRange phrase);

inline constexpr std::uint32_t kLongestPhrase = 24;  // words

}  // namespace sayso::reading
