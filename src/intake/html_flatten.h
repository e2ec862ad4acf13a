// A pass over a page's bytes before the HTML parser sees them, so that no page can make the parser slow or
// deep.
//
// HTML's tree builder walks its stack of open elements for many tags, and reopens unclosed formatting
// elements in every new paragraph; both make a hostile page quadratic. This pass keeps a rough stack of its
// own and drops the tags (never the text) that would go deeper than kMaxNesting. It also drops what is never
// read and costs most: comments, scripts other than JSON-LD, style sheets, attributes beyond the first 64 of
// a tag, and values above 16 KB. Linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso::intake {

constexpr std::size_t kMaxNesting = 512;

struct FlatPage {
  std::string html;
  std::uint32_t dropped_tags = 0;  // start tags that were too deep
};

// `page` must be valid UTF-8; so is the result.
FlatPage flatten_page(std::string_view page);

}  // namespace sayso::intake
