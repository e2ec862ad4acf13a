// The words that time expressions are made of. All keys are in lower case.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "reading/timex_form.h"

namespace sayso::reading {

struct MonthName {
  unsigned month = 0;   // 1..12
  bool full = true;     // not an abbreviation
  bool common = false;  // also an everyday word or a first name: needs a context that shows the month
};
std::optional<MonthName> month_named(std::string_view word);

struct WeekdayName {
  unsigned weekday = 0;  // ISO
  bool full = true;
  bool plural = false;  // "Mondays"
  bool common = false;  // an everyday word: "sun", "sat", "wed"
};
std::optional<WeekdayName> weekday_named(std::string_view word);

struct UnitName {
  Unit unit = Unit::day;
  bool plural = false;
  double count = 1;  // of `unit`: a fortnight is two weeks
};
std::optional<UnitName> unit_named(std::string_view word);

// "one" to "twenty", the tens, "hundred", "dozen"; not "a".
std::optional<double> number_named(std::string_view word);
// 1..31 for "first", "second", ...; up to "twentieth", "thirtieth", and for "st", "nd", "rd", "th" 0.
std::optional<unsigned> ordinal_named(std::string_view word);
// Words for an open number: "several", "few", "many".
bool is_open_number(std::string_view word);

// "SP", "SU", "FA", "WI"; empty if it is none.
std::string_view season_named(std::string_view word);
// "MO", "AF", "EV", "NI"; empty if it is none.
std::string_view day_part_named(std::string_view word);
// 5 for "fifties", ... 9 for "nineties".
std::optional<int> decade_named(std::string_view word);
// "P1D" for "daily", "nightly", ...; empty if it is none.
std::string_view frequency_named(std::string_view word);
// Time zones; "Z" for those that are UTC, else an empty string: their offset depends on the day and the
// place.
std::optional<std::string_view> zone_named(std::string_view word);

// Behind "Sunday", of a newspaper's or programme's name: "times", "telegraph".
bool is_newspaper_word(std::string_view word);
// Before a weekday, of an event's name: "Black Friday", "Super Tuesday".
bool is_named_day_word(std::string_view word);
// Prepositions that a month, a year or a season stands behind.
bool is_time_preposition(std::string_view word);

}  // namespace sayso::reading
