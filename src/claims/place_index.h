// Things of an article by where they begin, so that a look at one sentence costs what stands in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "sayso/span.h"

namespace sayso::claims {

class PlaceIndex {
 public:
  PlaceIndex() = default;
  // `span_of` gives each thing's span. Cost: n log n.
  template <typename List, typename SpanOf>
  PlaceIndex(const List& list, SpanOf span_of) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      places_.emplace_back(span_of(list[i]).begin, static_cast<std::uint32_t>(i));
    }
    std::sort(places_.begin(), places_.end());
  }

  // Indices of the things that begin in the span, in the order of the text. Cost: logarithmic, and the
  // result.
  std::vector<std::uint32_t> in(Span span) const {
    std::vector<std::uint32_t> found;
    for (auto at = std::lower_bound(places_.begin(), places_.end(), std::pair(span.begin, std::uint32_t{0}));
         at != places_.end() && at->first < span.end; ++at) {
      found.push_back(at->second);
    }
    return found;
  }
  std::vector<std::uint32_t> in(const std::vector<Span>& spans) const {
    std::vector<std::uint32_t> found;
    for (const Span& span : spans) {
      const auto more = in(span);
      found.insert(found.end(), more.begin(), more.end());
    }
    return found;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // first byte, index
};

}  // namespace sayso::claims
