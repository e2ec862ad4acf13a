// Which HTML elements break the line.
#pragma once

#include <gumbo.h>

namespace sayso::intake {

// Whether text before and after the element stands apart; unknown elements do not.
bool is_block_tag(GumboTag tag);

}  // namespace sayso::intake
