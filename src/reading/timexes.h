// Time expressions and what they mean: TIMEX3 (ISO-TimeML) values, resolved against the article's own date.
#pragma once

#include <vector>

#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// Every time expression of the blocks that are read, in the order of the text, disjoint, with ids. Relative ones
// ("on Monday", "last month", "two days earlier") are resolved against the dateline's date, else the publication
// date, else an earlier full date of the text; where there is none, the value keeps X for what is not known
// ("XXXX-WXX-1"). Cost: linear in the text.
std::vector<Timex> find_timexes(const Article& article, const Layers& layers);

}  // namespace sayso::reading
