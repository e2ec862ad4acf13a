#include "language/tag_decoder.h"

#include <algorithm>

namespace sayso::language {

std::vector<Upos> decode_tags(std::span<const float> scores, std::span<const Segment> words) {
  std::vector<Upos> tags;
  tags.reserve(words.size());
  for (std::size_t w = 0; w < words.size(); ++w) {
    const auto row = scores.subspan(w * kUposTags, kUposTags);
    const auto best = static_cast<Upos>(std::max_element(row.begin(), row.end()) - row.begin());
    tags.push_back(words[w].particle ? Upos::part : best);
  }
  return tags;
}

}  // namespace sayso::language
