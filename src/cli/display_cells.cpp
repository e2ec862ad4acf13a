#include "cli/display_cells.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace sayso::cli {
namespace {

using Breaks = std::unique_ptr<icu::BreakIterator>;

enum class BreakKind { grapheme, line };

Breaks make_breaks(BreakKind kind) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  Breaks breaks(kind == BreakKind::grapheme ? icu::BreakIterator::createCharacterInstance(root, status)
                                            : icu::BreakIterator::createLineInstance(root, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU's rules of text breaks are missing");
  return breaks;
}

void set_text(icu::BreakIterator& breaks, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaks.setText(&source, status);  // keeps a shallow copy
  utext_close(&source);
  if (U_FAILURE(status)) throw std::runtime_error("ICU could not read a text");
}

// As wcwidth has it, but from ICU's tables and independent of the locale.
int code_point_columns(UChar32 c) {
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
      return 0;
    case U_FORMAT_CHAR:
      return c == 0xAD ? 1 : 0;  // many terminals draw the soft hyphen
    default:
      break;
  }
  const int syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO)
    return 0;  // drawn into the leading one
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// An emoji sequence is as wide as one emoji; other clusters are as wide as their spacing parts.
int cell_columns(std::string_view cell) {
  constexpr UChar32 kEmojiPresentation = 0xFE0F;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(cell.data());
  const auto size = static_cast<std::int64_t>(cell.size());
  int sum = 0;
  int widest = 0;
  int flag_letters = 0;
  bool emoji = false;
  bool presentation = false;
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    const int columns = code_point_columns(c);
    sum += columns;
    widest = std::max(widest, columns);
    if (u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR)) ++flag_letters;
    if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) emoji = true;
    if (c == kEmojiPresentation) presentation = true;
  }
  if (presentation || flag_letters == 2) return 2;
  return emoji ? widest : sum;
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::vector<DisplayCell> split_cells(std::string_view text) {
  // Making an iterator costs far more than setting its text.
  thread_local const Breaks graphemes = make_breaks(BreakKind::grapheme);
  thread_local const Breaks lines = make_breaks(BreakKind::line);
  set_text(*graphemes, text);
  set_text(*lines, text);

  std::vector<DisplayCell> cells;
  cells.reserve(text.size());
  std::int32_t line_break = lines->next();
  std::int32_t begin = graphemes->first();
  for (std::int32_t end = graphemes->next(); end != icu::BreakIterator::DONE; end = graphemes->next()) {
    while (line_break != icu::BreakIterator::DONE && line_break < begin) line_break = lines->next();
    const auto first = static_cast<std::size_t>(begin);
    const auto last = static_cast<std::size_t>(end);
    cells.push_back({first, last, cell_columns(text.substr(first, last - first)), line_break == begin});
    begin = end;
  }
  return cells;
}

int display_columns(std::string_view text) {
  if (is_printable_ascii(text)) return static_cast<int>(text.size());
  int columns = 0;
  for (const DisplayCell& cell : split_cells(text)) columns += cell.columns;
  return columns;
}

}  // namespace sayso::cli
