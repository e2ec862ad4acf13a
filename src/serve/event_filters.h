// Filters of events as the pages have them in their address.
#pragma once

#include "sayso/event_queries.h"
#include "serve/page.h"

namespace sayso::serve {

// PLOVER's four classes of events, by number from 1.
std::string_view quad_name(int quad);

// "conflict" or "cooperation"; empty for what is neither.
std::string_view tone_of(int quad);

// Of `actor`, `recipient`, `type`, `quad`, `factuality`, `origins`, `country`, `from`, `to`. An empty or
// unknown choice lets everything through; the limit is not set.
EventFilter event_filter(const Request& request);

// What the form offers: {types: [{id, chosen}], factualities: [{id, name, chosen}], origins: [...], quads:
// [...]}.
Json event_choices(const Request& request);

// For a reader: "said not to be so"; empty for what is stated as a fact.
std::string_view factuality_label(Commitment factuality);

}  // namespace sayso::serve
