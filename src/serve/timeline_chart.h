// Statements on three parallel axes: when something happened, when it was said, when it was published. A
// drawing for people; the table beside it says the same.
#pragma once

#include "serve/page.h"

namespace sayso::serve {

// Of rows with `event`, `date`, `published` and `polarity`: {width, height, axes: [{name, y}], ticks: [{x,
// label}], marks:
// [{x, y, polarity signs, title}], paths: [{points}]}; null where fewer than two days are known. What
// happened long before all else stands at the left edge, marked so.
Json timeline_chart(const Json& rows);

}  // namespace sayso::serve
