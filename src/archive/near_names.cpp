#include "archive/near_names.h"

#include <algorithm>
#include <set>

#include "intake/utf8.h"

namespace sayso::archive {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) points += intake::next_code_point(text, at);
  return points;
}

// One slip in a short word, two in a name of ten letters.
std::size_t allowed_edits(std::string_view folded) {
  return 1 + folded.size() / 8;
}

}  // namespace

std::optional<std::size_t> edits_between(std::string_view a, std::string_view b, std::size_t limit) {
  const std::u32string from = code_points(a);
  const std::u32string to = code_points(b);
  if (std::max(from.size(), to.size()) - std::min(from.size(), to.size()) > limit) return std::nullopt;
  // Rows of the table of optimal string alignment: the one before the last, the last, this one.
  std::vector<std::size_t> older(to.size() + 1), old(to.size() + 1), row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::swap(older, old);
    std::swap(old, row);
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t changed = from[i - 1] == to[j - 1] ? 0 : 1;
      row[j] = std::min({old[j] + 1, row[j - 1] + 1, old[j - 1] + changed});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped) row[j] = std::min(row[j], older[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return std::nullopt;
  }
  return row.back() <= limit ? std::optional(row.back()) : std::nullopt;
}

std::vector<std::string> nearest_names(std::string_view folded, const std::vector<FoldedName>& candidates,
                                       std::size_t limit) {
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const FoldedName& candidate : candidates) {
    const auto edits = edits_between(folded, candidate.folded, allowed_edits(folded));
    if (edits) found.emplace_back(*edits, candidate.name);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  for (const auto& [edits, name] : found) {
    if (names.size() < limit && seen.insert(name).second) names.push_back(name);
  }
  return names;
}

}  // namespace sayso::archive
