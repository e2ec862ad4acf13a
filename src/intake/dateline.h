// The dateline at the start of a report: "KATHMANDU, April 24 (TAP) —", "TARSK, March 5. /Varpress/." It
// names the place, often the day and the wire agency whose report it is, and belongs to no sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso::intake {

struct Dateline {
  std::size_t length = 0;  // bytes of the paragraph up to and with the dash
  std::string agency;      // "TAP"; "" if none is given
};

// How much a paragraph must show. A dash alone makes a dateline only near the top, since "HARRIS — He knows"
// in a transcript looks the same.
enum class DatelinePlace { near_top, anywhere };

// The dateline that `paragraph` starts with. At least a letter follows it, or nothing at all.
std::optional<Dateline> find_dateline(std::string_view paragraph, DatelinePlace place);

}  // namespace sayso::intake
