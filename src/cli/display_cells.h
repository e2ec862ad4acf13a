// Text as a terminal shows it: in grapheme clusters, each some columns wide.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sayso::cli {

// One grapheme cluster (UAX #29): a base with its marks, an emoji sequence, a flag.
struct DisplayCell {
  std::size_t begin = 0;  // bytes into the text
  std::size_t end = 0;
  int columns = 0;                // 0, 1 or 2; more only for clusters of several spacing letters
  bool may_break_before = false;  // a line may end here (UAX #14)
};

// All of valid UTF-8, in order. Cost: linear.
std::vector<DisplayCell> split_cells(std::string_view text);

int display_columns(std::string_view text);

}  // namespace sayso::cli
