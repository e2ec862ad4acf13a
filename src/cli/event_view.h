// Events for a person to read: a list, and one event with its reports and whom they rest on.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/event_queries.h"

namespace sayso::cli {

// "ACCUSE  Kenya (KEN) > Uganda (UGA)", the words, how sure it is. Ends with an empty line, as all views here
// do.
std::string view_event_summary(const SharedEvent& event, const WrapOptions& options);

// With each report in the article's words, and the origins.
std::string view_event(const EventPage& page, const WrapOptions& options);

}  // namespace sayso::cli
