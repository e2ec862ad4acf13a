// Sorted tables of words that are known when compiling.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso::reading {

template <std::size_t N>
using WordList = std::array<std::string_view, N>;

// `words` is sorted. Cost: log n comparisons.
template <std::size_t N>
constexpr bool contains(const WordList<N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace sayso::reading
