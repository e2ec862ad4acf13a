// Plain text cut into its lines, and the lines joined to units: what a reader sees as one paragraph, headline
// or label, whether the text is one line a paragraph, hard-wrapped at 72 columns, or without a blank line at
// all.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::intake {

// Neighbours of one `chunk` have no blank line between them.
struct TextLine {
  Span span;  // without blanks at either end, never empty
  std::uint32_t chunk = 0;
};

// The lines of text[begin..end) that are not blank; spans count from the start of `text`. Linear.
std::vector<TextLine> split_lines(std::string_view text, std::uint32_t begin);

// Lines that stand on their own whatever is around them (list items, credits, furniture) are never joined to
// the next one or the one before; the caller says which, in a list as long as `lines`. Linear.
std::vector<TextLine> join_wrapped_lines(std::string_view text, const std::vector<TextLine>& lines,
                                         const std::vector<bool>& stands_alone);

// "- ", "* ", "• ", "1. ", "a) " and "-Word" at the start of a line.
bool is_list_item(std::string_view line);

}  // namespace sayso::intake
