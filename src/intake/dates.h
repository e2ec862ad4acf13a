// Dates as pages and wires write them, to ISO 8601; and the dates inside datelines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// Whether a word is the name of a month or a day, whole: "October", "Wednesday".
bool names_a_day(std::string_view word);

// "Updated 10:01 pm PST, Tuesday, November 19, 2019": a line that holds a day with its year and nothing but
// what goes with it. The day as to_iso_date gives it, without a time; nullopt for any other line.
std::optional<std::string> read_date_line(std::string_view text);

// "Published 10:02 AM EST Nov 19, 2019 | Updated 3:15 PM": the dates in a line about an article, by what the
// line says of them. A line of running text has none.
struct LineDates {
  std::vector<std::string> published;  // as to_iso_date gives them, without a time
  std::vector<std::string> modified;
  bool labelled = false;  // the line begins with "Published", "Last updated" or the like
};
LineDates read_line_dates(std::string_view text);

// Whether an article can have been published on that day (ISO 8601): not before 1990, when nothing was on the
// web, and not behind `latest`. Content management systems write 1970-01-01 and year 9999 where they know
// nothing.
bool is_likely_date(std::string_view date, std::string_view latest);
// Tomorrow, since it is that somewhere: YYYY-MM-DD.
std::string latest_day();

// Whether `text` is a day as datelines have it: "April 24", "Aug. 20, 2010", "5 March 2024", "Monday".
bool is_dateline_day(std::string_view text);

}  // namespace sayso::intake
