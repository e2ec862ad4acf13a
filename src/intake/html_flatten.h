// A pass over a page's bytes before the HTML parser sees them, so that no page can make the parser slow or
// deep.
//
// HTML's tree builder walks its stack of open elements for many tags, and reopens unclosed formatting
// elements in every new paragraph; both make a hostile page quadratic. This pass keeps a rough stack of its
// own and drops the tags (never the text) that would go deeper than kMaxNesting. Linear.
//
// The parser is also the slowest step of intake by far, and most of a page's markup is nothing that is asked
// for later. So this pass drops comments, scripts, style sheets, drawings, pictures, all attributes but those
// that html_regions and html_metadata look at, inline elements without any of these, and blanks that are not
// shown. An element that formats becomes a <span>. Text without character references goes past the parser,
// which takes some hundred instructions for each of its bytes: a mark stands for it (KeptText). What is left
// is a fifteenth of the bytes of an ordinary page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::intake {

constexpr std::size_t kMaxNesting = 512;

// Pieces of text, by number. In the HTML, kTextMark, "12" and ";" stand for number 12.
class KeptText {
 public:
  void append(std::string_view piece) { bytes_ += piece; }
  // Ends the piece that was appended; gives its number.
  std::size_t finish() {
    ends_.push_back(bytes_.size());
    return ends_.size() - 1;
  }
  std::size_t size() const { return ends_.size(); }
  // The view lives until the next append.
  std::string_view piece(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};
// Nothing that a page says can become this character, one for private use that the parser lets through: it is
// dropped from text, and references to it are undone.
constexpr std::string_view kTextMark = "\U0010F0F2";

struct FlatPage {
  std::string html;
  KeptText text;
  std::vector<std::string_view> linked_data;  // JSON-LD scripts, as they stand in the page
  std::uint32_t dropped_tags = 0;             // start tags that were too deep
  std::size_t page_bytes = 0;                 // of what this was made from
};

// `page` must be valid UTF-8; so is the result. It must outlive FlatPage::linked_data.
FlatPage flatten_page(std::string_view page);

}  // namespace sayso::intake
