// Events over time, a row for each of PLOVER's four classes. A drawing for people; the list beside it says
// the same.
#pragma once

#include "sayso/event_queries.h"
#include "serve/page.h"

namespace sayso::serve {

// {width, height, left, right, bottom, foot, axes: [{name, y}], ticks: [{x, label}], marks: [{x, y, r, count,
// title, url, conflict, doubted}]}; null where fewer than two days are known. A mark stands for the events of
// a class in a day, a month or a year, whichever leaves few enough of them.
Json event_chart(const std::vector<SharedEvent>& events, const Request& request);

}  // namespace sayso::serve
