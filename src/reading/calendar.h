// Days of the civil (proleptic Gregorian) calendar: arithmetic, and ISO 8601 in and out.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::reading {

// Always a day that exists, of the years 1 to 9999.
using Date = std::chrono::year_month_day;

// nullopt for a day that does not exist.
std::optional<Date> make_date(int year, unsigned month, unsigned day);

// The day that "2016-12-12" or "2016-12-12T23:30:00-05:00" starts with, as it stands there: the day at the
// place of publication, not that of UTC. nullopt for anything else.
std::optional<Date> parse_iso_day(std::string_view text);

int year_of(Date date);
unsigned month_of(Date date);
// ISO: 1 is Monday, 7 is Sunday.
unsigned weekday_of(Date date);

// Days from `from` to `to`; negative where `to` is the earlier one.
std::int64_t days_between(Date from, Date to);

// nullopt beyond the years 1 to 9999.
std::optional<Date> add_days(Date date, std::int64_t days);
// The last day of the month where it is shorter: January 31 and one month are February 28.
std::optional<Date> add_months(Date date, std::int64_t months);

std::string iso_year(int year);                   // "2016"
std::string iso_month(int year, unsigned month);  // "2016-12"
std::string iso_day(Date date);                   // "2016-12-12"
std::string iso_week(Date date);                  // "2016-W50"; the year is that of the week's Thursday
// The Monday of "2016-W50"; nullopt for anything else, and for a week that the year does not have.
std::optional<Date> monday_of_iso_week(std::string_view week);

}  // namespace sayso::reading
