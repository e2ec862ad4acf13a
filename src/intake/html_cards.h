// Lists of other stories: siblings that each have one linked headline and a few words of teaser. Told by
// their shape, since their class names say everything and nothing.
#pragma once

#include <vector>

#include "intake/html_page.h"

namespace sayso::intake {

// For each of page.nodes(), whether it is such a list. Its items may stand in text that has no links at all,
// which is why counting links in paragraphs does not find them. Linear.
std::vector<bool> find_card_lists(const Page& page);

}  // namespace sayso::intake
