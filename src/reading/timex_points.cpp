#include "reading/timex_points.h"

#include <cstdlib>

namespace sayso::reading {
namespace {

// A direction in the words is certain; a tense is a sign that is often wrong ("offered to debate April 14",
// "was given a May 9 deadline"), so that a date on its wrong side only seems that much further away.
constexpr std::int64_t kWrongSide = 300;  // days
// A date without a year is one of this year, as the style books of agencies have it.
constexpr std::int64_t kThisYear = 200;  // days

bool fits(std::int64_t days, Direction direction) {
  if (direction == Direction::last) return days < 0;
  return direction != Direction::next || days > 0;
}

std::int64_t distance_of(std::int64_t days, Tense tense) {
  const bool wrong = (tense == Tense::past && days > 0) || (tense == Tense::future && days < 0);
  return std::llabs(days) + (wrong ? kWrongSide : 0);
}

// First month (1..12) of a part of the year, and how many it has.
struct Months {
  int first = 1;
  int count = 3;
};

Months months_of(std::string_view part) {
  if (part == "SP") return {3, 3};
  if (part == "SU") return {6, 3};
  if (part == "FA") return {9, 3};
  if (part == "WI") return {12, 3};
  const int number = part.size() == 2 ? part[1] - '0' : 1;
  return part.starts_with('H') ? Months{6 * number - 5, 6} : Months{3 * number - 2, 3};
}

}  // namespace

std::optional<Date> choose_weekday(unsigned weekday, Date reference, Direction direction, Tense tense) {
  const int to =
      static_cast<int>(weekday) - static_cast<int>(weekday_of(reference));  // -6..6, of the same week
  const int ahead = (to + 7) % 7;                                           // 0..6
  switch (direction) {
    case Direction::last:
      return add_days(reference, ahead == 0 ? -7 : ahead - 7);
    case Direction::next:
      return add_days(reference, ahead == 0 ? 7 : ahead);
    case Direction::current:
      if (tense == Tense::past && to > 0) return add_days(reference, to - 7);
      return add_days(reference, tense == Tense::future ? ahead : to);
    case Direction::none:
      break;
  }
  return add_days(reference, tense == Tense::future || ahead == 0 ? ahead : ahead - 7);
}

std::optional<int> choose_year(unsigned month, unsigned day, unsigned weekday, Date reference,
                               Direction direction, Tense tense) {
  if (direction == Direction::current) return year_of(reference);
  std::optional<int> best;
  std::int64_t best_distance = 0;
  // A leap day may be up to seven years away, and a weekday comes back to its day after eleven at most.
  for (int year = year_of(reference) - 8; year <= year_of(reference) + 8; ++year) {
    const auto date = make_date(year, month, day > 0 ? day : 1);
    if (!date || (weekday > 0 && weekday_of(*date) != weekday)) continue;
    const auto months = 12LL * (year - year_of(reference)) + month - month_of(reference);
    const std::int64_t days = day > 0 ? days_between(reference, *date) : 30 * months;
    if (weekday == 0 && !fits(days, direction)) continue;
    const bool this_year =
        tense == Tense::unclear && direction == Direction::none && year == year_of(reference);
    const std::int64_t distance =
        distance_of(days, weekday == 0 ? tense : Tense::unclear) - (this_year ? kThisYear : 0);
    if (best && distance >= best_distance) continue;
    best = year;
    best_distance = distance;
  }
  if (!best && weekday > 0) return choose_year(month, day, 0, reference, direction, tense);
  return best;
}

int choose_year_of_part(std::string_view part, Date reference, Direction direction, Tense tense) {
  const Months months = months_of(part);
  const int now = 12 * year_of(reference) + static_cast<int>(month_of(reference)) - 1;
  const auto start = [&](int year) { return 12 * year + months.first - 1; };
  int year = year_of(reference);
  if (direction == Direction::next && months.first < 12 && part.size() == 2 && part[1] > '9') return year + 1;
  // The latest that has begun.
  if (start(year) > now) --year;
  const bool goes_on = start(year) + months.count > now;
  switch (direction) {
    case Direction::last:
      return goes_on ? year - 1 : year;
    case Direction::next:
      return year + 1;
    case Direction::current:
      return part == "WI" && goes_on ? year : year_of(reference);
    case Direction::none:
      break;
  }
  return tense == Tense::future && !goes_on ? year + 1 : year;
}

std::optional<Date> choose_day_of_month(unsigned day, Date reference, Tense tense) {
  std::optional<Date> best;
  std::int64_t best_distance = 0;
  for (int shift = -2; shift <= 2; ++shift) {
    const auto month = add_months(reference, shift);
    const auto date = month ? make_date(year_of(*month), month_of(*month), day) : std::nullopt;
    if (!date) continue;
    const std::int64_t distance = distance_of(days_between(reference, *date), tense);
    if (best && distance >= best_distance) continue;
    best = date;
    best_distance = distance;
  }
  return best;
}

}  // namespace sayso::reading
