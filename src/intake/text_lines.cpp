#include "intake/text_lines.h"

#include <algorithm>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/utf8.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

// Code points. Text wrapped narrower than the first or wider than the second is not met; beyond it a line is
// a paragraph.
constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 120;
constexpr std::size_t kSlack = 12;  // a wrapped line ends within a long word's length of the margin

bool is_line_break(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool begins_mid_sentence(std::string_view line) {
  return starts_with_small_letter(line);
}

std::size_t first_word_length(std::string_view line) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < line.size() && length < kWidest; ++length) {
    if (is_blank(next_code_point(line, at))) break;
  }
  return length;
}

// Code points up to just beyond kWidest; longer lines need no exact figure.
std::size_t line_width(std::string_view line) {
  return count_code_points(line.substr(0, 4 * kWidest + 4));
}

struct Margin {
  bool wrapped = false;
  std::size_t width = 0;
};

bool reaches(std::string_view line, std::string_view next, std::size_t width) {
  return line_width(line) + 1 + first_word_length(next) + kSlack > width;
}

// A text is hard-wrapped if its lines end near one margin and most of those ends lie inside a sentence.
Margin find_margin(std::string_view text, const std::vector<TextLine>& lines) {
  Margin margin;
  std::size_t breaks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    margin.width = std::max(margin.width, line_width(lines[i].span.of(text)));
    breaks += i + 1 < lines.size() && lines[i].chunk == lines[i + 1].chunk;
  }
  if (breaks == 0 || margin.width > kWidest || margin.width < kNarrowest) return margin;
  std::size_t full = 0;
  std::size_t inside = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view line = lines[i].span.of(text);
    const std::string_view next = lines[i + 1].span.of(text);
    if (lines[i].chunk != lines[i + 1].chunk || !reaches(line, next, margin.width)) continue;
    ++full;
    inside += !ends_sentence(line) || begins_mid_sentence(next);
  }
  margin.wrapped = full > 0 && inside * 2 >= full && full * 3 >= breaks;
  return margin;
}

bool continues(std::string_view line, std::string_view next, const Margin& margin) {
  if (margin.wrapped && reaches(line, next, margin.width)) return true;
  // A stray break inside a sentence, wherever it is.
  const bool open = !ends_sentence(line) && !line.ends_with(':') && !line.ends_with(';');
  return open && begins_mid_sentence(next);
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text, std::uint32_t begin) {
  std::vector<TextLine> lines;
  std::uint32_t chunk = 0;
  bool blank_before = false;
  std::size_t line_begin = begin;
  const auto end_line = [&](std::size_t end) {
    const Span span = trim(text, {static_cast<std::uint32_t>(line_begin), static_cast<std::uint32_t>(end)});
    if (span.empty()) {
      blank_before = true;
      return;
    }
    if (blank_before && !lines.empty()) ++chunk;
    blank_before = false;
    lines.push_back({span, chunk});
  };
  for (std::size_t at = begin; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (!is_line_break(c)) continue;
    end_line(here);
    if (c == '\r' && at < text.size() && text[at] == '\n') ++at;
    line_begin = at;
  }
  end_line(text.size());
  return lines;
}

std::vector<TextLine> join_wrapped_lines(std::string_view text, const std::vector<TextLine>& lines,
                                         const std::vector<bool>& stands_alone) {
  const Margin margin = find_margin(text, lines);
  std::vector<TextLine> units;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool joins = i > 0 && lines[i].chunk == lines[i - 1].chunk && !stands_alone[i] &&
                       !stands_alone[i - 1] &&
                       continues(lines[i - 1].span.of(text), lines[i].span.of(text), margin);
    if (joins) {
      units.back().span.end = lines[i].span.end;
    } else {
      units.push_back(lines[i]);
    }
  }
  return units;
}

bool is_list_item(std::string_view line) {
  for (std::string_view mark :
       {"- ", "* ", "\u2022", "\u2023", "\u25E6", "\u25AA", "\u25CF", "\u00B7 ", "-\u00A0", "*\u00A0"}) {
    if (line.starts_with(mark)) return true;
  }
  if (line.size() > 2 && line[0] == '-' && is_ascii_upper(line[1])) return true;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && is_ascii_digit(line[digits])) ++digits;
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

}  // namespace sayso::intake
