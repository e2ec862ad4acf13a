// Names that look like another one, for "did you mean".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::archive {

// How many letters have to be put in, left out, changed, or swapped with their neighbour to make `b` of `a`;
// none where it takes more than `limit`. Counts code points. Cost: the lengths multiplied.
std::optional<std::size_t> edits_between(std::string_view a, std::string_view b, std::size_t limit);

// A name, and how it is compared (see reading::normal_form).
struct FoldedName {
  std::string name;
  std::string folded;
};

// Of `candidates` those that a hurried hand may have meant by `folded`, the nearest first, `limit` at most,
// each name once.
std::vector<std::string> nearest_names(std::string_view folded, const std::vector<FoldedName>& candidates,
                                       std::size_t limit);

}  // namespace sayso::archive
