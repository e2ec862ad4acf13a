// Events in the formats of event data sets; docs/EVENTS.md has their fields.
#pragma once

#include <string>

#include "sayso/event_queries.h"

namespace sayso {

// PLOVER's JSON (manual of 2024), one line without a newline at the end; what PLOVER has no field for stands
// in an object "sayso". The page is one of find_event().
std::string to_plover(const EventPage& page);

// The header of GDELT's event table (2.0), as tab-separated values, with a newline.
std::string gdelt_header();
// A row for each pair of an actor and a recipient, each with a newline. Actors' and places' columns that
// sayso has nothing for are empty: groups, ethnicities, religions, the Goldstein scale, the tone.
std::string to_gdelt(const EventPage& page);

// Tab-separated values with a header: month, actor, recipient, type, quad class and the three counts.
std::string to_count_table(const std::vector<EventCount>& counts);

// Tab-separated values with a header: document, external id, date of publication, outlet, title, address.
std::string to_card_table(const std::vector<DocumentCard>& cards);

}  // namespace sayso
