// The content words of a text in a form that their inflections and close derivations share: "negotiating" and
// "negotiations" are both "negoti".
//
// Coarser than a lemma on purpose: a claim is told as a verb in one paper and as a noun in the next.
#pragma once

#include <cstddef>
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

// Sorted lists of strings or views: |a and b|.
template <typename List>
std::size_t shared_count(const List& a, const List& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    const auto order = *x <=> *y;
    count += order == 0;
    if (order <= 0) ++x;
    if (order >= 0) ++y;
  }
  return count;
}

}  // namespace sayso::claims
