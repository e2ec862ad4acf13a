#include "cli/visible_text.h"

#include <unicode/utf8.h>

#include <cstdint>

namespace sayso::cli {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

void append(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, static_cast<std::size_t>(size));
}

bool turns_direction(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

UChar32 visible(UChar32 c) {
  if (c < 0) return kReplacement;
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  if ((c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 || turns_direction(c)) return kReplacement;
  return c;
}

// U+2028 and U+2029 separate lines and paragraphs, U+0085 is the next line of C1.
bool breaks_line(UChar32 c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// What a run of blanks looks like.
struct BlankRun {
  std::size_t spaces = 0;
  std::size_t lines = 0;
  bool tab = false;

  void append_to(std::string& out) const {
    if (lines >= 2) {
      out += '\n';
    } else if (lines == 1 || tab) {
      out += ' ';
    } else {
      out.append(spaces, ' ');
    }
  }
};

template <typename Take>
void for_each_code_point(std::string_view text, Take take) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    take(c);
  }
}

}  // namespace

std::string visible_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_code_point(text, [&](UChar32 c) { append(out, visible(c)); });
  return out;
}

std::string visible_paragraphs(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  BlankRun run;
  UChar32 before = 0;
  for_each_code_point(text, [&](UChar32 c) {
    if (c == ' ') {
      ++run.spaces;
    } else if (c == '\t') {
      run.tab = true;
    } else if (breaks_line(c)) {
      if (c == 0x2029) ++run.lines;
      if (c != '\n' || before != '\r') ++run.lines;
    } else {
      run.append_to(out);
      run = {};
      append(out, visible(c));
    }
    before = c;
  });
  run.append_to(out);
  return out;
}

}  // namespace sayso::cli
