#include "intake/block_check.h"

#include "intake/blanks.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

bool splits_code_point(const std::string& text, std::uint32_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::string at_byte(const char* fault, std::uint32_t byte) {
  return std::string(fault) + " at byte " + std::to_string(byte);
}

}  // namespace

std::string find_block_fault(const Article& article) {
  const std::string& text = article.text;
  if (!is_valid_utf8(text)) return "the text is not valid UTF-8";
  std::uint32_t covered = 0;
  for (const Block& block : article.blocks) {
    const Span span = block.span;
    if (span.empty()) return at_byte("an empty block", span.begin);
    if (span.end > text.size()) return at_byte("a block leaves the text", span.begin);
    if (span.begin < covered) return at_byte("blocks overlap or are not sorted", span.begin);
    if (splits_code_point(text, span.begin) || splits_code_point(text, span.end)) {
      return at_byte("a block splits a code point", span.begin);
    }
    if (trim(text, span) != span) return at_byte("a block has blanks at its ends", span.begin);
    if (!is_blank_text(Span{covered, span.begin}.of(text)))
      return at_byte("text outside of all blocks", covered);
    covered = span.end;
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  return is_blank_text(Span{covered, size}.of(text)) ? "" : at_byte("text outside of all blocks", covered);
}

}  // namespace sayso::intake
