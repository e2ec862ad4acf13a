// A page's text in pieces: what stands between two borders of block elements, or between two line breaks in a
// row.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "intake/html_page.h"

namespace sayso::intake {

struct Segment {
  std::string text;  // blanks collapsed, NBSP and single line breaks kept, none at the ends; never empty
  std::uint32_t node = 0;       // the innermost block element around its first character
  std::uint32_t first = 0;      // the text node it begins in
  std::uint32_t regions = 0;    // of that text node
  int heading = 0;              // 1..6 inside <h1>..<h6>
  std::size_t length = 0;       // code points
  std::size_t link_length = 0;  // of these, inside links

  double link_share() const {
    return length ? static_cast<double>(link_length) / static_cast<double>(length) : 0;
  }
};

// In page order, unseen elements left out. Linear.
std::vector<Segment> cut_segments(const Page& page, const std::vector<std::uint32_t>& regions);

}  // namespace sayso::intake
