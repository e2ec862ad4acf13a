// Dates as pages and wires write them, to ISO 8601; and the dates inside datelines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso::intake {

// "2019-11-20", "2019-11-20T10:30:00Z", "2019-11-20T10:30:00+01:00" from ISO 8601 in its usual spellings, RFC
// 2822
// ("Wed, 20 Nov 2019 10:30:00 GMT") and English ("November 20, 2019", "20 Nov. 2019"). nullopt for anything
// else and for days that do not exist; "11/12/2019" is one of them, since it is read differently here and
// there. A time of day is kept only as far as it was given; without a zone it stays without one.
std::optional<std::string> to_iso_date(std::string_view text);

// The day in an address's path, ".../2019/11/20/...", as news sites have it.
std::optional<std::string> find_date_in_url(std::string_view url);

// 1..12 for "April", "Apr", "Apr.", "Sept."; 0 otherwise.
int month_of(std::string_view word);

// "Updated 10:01 pm PST, Tuesday, November 19, 2019": a line that holds a day with its year and nothing but
// what goes with it. The day as to_iso_date gives it, without a time; nullopt for any other line.
std::optional<std::string> read_date_line(std::string_view text);

// Whether `text` is a day as datelines have it: "April 24", "Aug. 20, 2010", "5 March 2024", "Monday".
bool is_dateline_day(std::string_view text);

}  // namespace sayso::intake
