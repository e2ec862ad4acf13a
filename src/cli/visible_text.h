// Foreign text made safe for a terminal: what would move the cursor, change colours or turn the direction of
// writing becomes a character that shows.
#pragma once

#include <string>
#include <string_view>

namespace sayso::cli {

// Controls of ASCII become their pictures (ESC: U+241B), those of C1, the controls of direction and broken
// UTF-8 become U+FFFD. The result has no line break.
std::string visible_line(std::string_view text);

// The same, but blanks stay blanks: spaces as they are, a run with a tab or a line break becomes one space, a
// run with an empty line one '\n'.
std::string visible_paragraphs(std::string_view text);

}  // namespace sayso::cli
