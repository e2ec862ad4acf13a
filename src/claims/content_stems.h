// The content words of a text in a form that their inflections and close derivations share: "negotiating" and
// "negotiations" are both "negoti".
//
// Coarser than a lemma on purpose: a claim is told as a verb in one paper and as a noun in the next.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::claims {

// In the order of the text, repeated as there; no words of grammar, no bare words of saying. Small numbers in
// words become digits. Cost: linear.
std::vector<std::string> content_stems(std::string_view text);

// Words in small letters (ASCII), an apostrophe and a hyphen inside them kept, other marks left out.
std::vector<std::string> small_words(std::string_view text);

// Of a word in small letters.
std::string stem_of(std::string_view word);

// Sorted lists: |a and b|.
std::size_t shared_count(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace sayso::claims
