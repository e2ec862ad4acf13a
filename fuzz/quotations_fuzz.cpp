// Any text's quotation marks: quotations are in the text's order, lie apart, inside of the paragraph and on code point
// borders; one that is open runs to the end and is the last one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "intake/utf8.h"
#include "reading/quotations.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool starts_a_code_point(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
}

// Borders of a paragraph: the first input byte and the one after it say where, as parts of the text.
sayso::Span choose_paragraph(const std::string& text, std::uint8_t from, std::uint8_t to) {
  auto begin = static_cast<std::uint32_t>(text.size() * from / 512);
  auto end = static_cast<std::uint32_t>(text.size() - text.size() * to / 512);
  while (!starts_a_code_point(text, begin)) ++begin;
  while (!starts_a_code_point(text, end)) ++end;
  return {begin, std::max(begin, end)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  std::uint32_t replaced = 0;
  const std::string text =
      sayso::intake::repair_utf8({reinterpret_cast<const char*>(data + 2), size - 2}, replaced);
  const sayso::Span paragraph = choose_paragraph(text, data[0], data[1]);
  const auto quotations = sayso::reading::find_quotations(text, paragraph);
  std::uint32_t end = paragraph.begin;
  for (const auto& quotation : quotations) {
    require(quotation.span.begin >= end && quotation.span.begin < quotation.span.end);
    require(starts_a_code_point(text, quotation.span.begin) && starts_a_code_point(text, quotation.span.end));
    require(quotation.closed || (quotation.span.end == paragraph.end && &quotation == &quotations.back()));
    end = quotation.span.end;
  }
  require(end <= paragraph.end);
  return 0;
}
