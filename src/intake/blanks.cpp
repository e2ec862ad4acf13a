#include "intake/blanks.h"

#include "intake/utf8.h"

namespace sayso::intake {

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_blank(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t before = end;
    if (!is_blank(previous_code_point(text, before))) break;
    end = before;
  }
  return text.substr(begin, end - begin);
}

Span trim(std::string_view text, Span span) {
  const std::string_view whole = span.of(text);
  const std::string_view inner = trim(whole);
  if (inner.empty()) return {span.end, span.end};
  const auto begin = static_cast<std::uint32_t>(inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

bool is_blank_text(std::string_view text) {
  return trim(text).empty();
}

}  // namespace sayso::intake
