// Foreign text in styles, wrapped to a width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::cli {

enum class Style {
  plain,
  title,
  faint,
  source,   // {without colour}
  cue,      // *without colour*
  content,  // <without colour>
};

struct StyledPiece {
  std::string_view text;
  Style style = Style::plain;
};

struct WrapOptions {
  int width = 100;  // columns, with the indent
  bool colour = false;
};

// Lines that end with '\n' and are at most `width` columns wide, broken where Unicode allows it and else
// between grapheme clusters. The first line starts with `first_indent`, the others with as many spaces.
// Nothing in `pieces` can control the terminal (see visible_text.h); an empty line in them starts a new line.
// Without colour, sources, cues and contents stand between their marks.
std::string wrap(const std::vector<StyledPiece>& pieces, std::string_view first_indent,
                 const WrapOptions& options);

// `text` in `style`; it must be visible already.
std::string styled(std::string_view text, Style style, bool colour);

}  // namespace sayso::cli
