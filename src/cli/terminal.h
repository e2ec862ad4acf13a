// Whether a stream is a terminal, how wide it is, and whether it shows colours.
#pragma once

#include <functional>

namespace sayso::cli {

struct Terminal {
  bool is_tty = false;
  int columns = 0;  // 0: unknown
};

// An environment variable's value, or null; getenv outside tests.
using Variables = std::function<const char*(const char*)>;

Terminal inspect_terminal(int descriptor);

// --no-color, then NO_COLOR (https://no-color.org), then CLICOLOR_FORCE decide; else a terminal has colour
// unless TERM is "dumb" or missing.
bool shows_colour(const Terminal& terminal, const Variables& variable, bool no_color);

// Whether a line can be drawn, erased and drawn again.
bool can_redraw(const Terminal& terminal, const Variables& variable);

// Columns for text: `requested` unless 0, else the terminal's but 120 at most, since longer lines are hard to
// read; 100 where there is no terminal.
int text_width(const Terminal& terminal, int requested);

// Opens descriptors 0, 1 and 2 where the parent has closed them, such that reading or writing them fails.
// Otherwise the next file opened would become standard output and be written to. Call first in main.
void open_missing_streams();

}  // namespace sayso::cli
