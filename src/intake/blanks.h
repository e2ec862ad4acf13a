// What counts as blank: Unicode's White_Space, the same set everywhere in the engine, so that "covers every
// character that is not blank" has one meaning.
#pragma once

#include <string_view>

#include "sayso/span.h"

namespace sayso::intake {

constexpr bool is_blank(char32_t c) {
  if (c <= 0x20) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
  if (c < 0x1680) return c == 0x85 || c == 0xA0;
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

// `span` without the blanks at its ends; an empty span at its end if there is nothing else.
Span trim(std::string_view text, Span span);
std::string_view trim(std::string_view text);

bool is_blank_text(std::string_view text);

}  // namespace sayso::intake
