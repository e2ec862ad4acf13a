#include "reading/calendar.h"

#include <cstdio>

#include "intake/ascii.h"

namespace sayso::reading {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;
constexpr std::int64_t kDays = 366LL * kLastYear;  // more than any two dates lie apart

// The number that exactly these digits make; nullopt if one of them is none.
std::optional<int> read_digits(std::string_view digits) {
  int value = 0;
  for (char c : digits) {
    if (!intake::is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> in_range(Date date) {
  const int year = static_cast<int>(date.year());
  if (!date.ok() || year < kFirstYear || year > kLastYear) return std::nullopt;
  return date;
}

}  // namespace

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  return in_range({std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)});
}

std::optional<Date> parse_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && intake::is_ascii_digit(text[10])) return std::nullopt;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(5, 2));
  const auto day = read_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

int year_of(Date date) {
  return static_cast<int>(date.year());
}

unsigned month_of(Date date) {
  return static_cast<unsigned>(date.month());
}

unsigned weekday_of(Date date) {
  return std::chrono::weekday(sys_days(date)).iso_encoding();
}

std::int64_t days_between(Date from, Date to) {
  return (sys_days(to) - sys_days(from)).count();
}

std::optional<Date> add_days(Date date, std::int64_t count) {
  if (count > kDays || count < -kDays) return std::nullopt;
  return in_range(Date(sys_days(date) + days(count)));
}

std::optional<Date> add_months(Date date, std::int64_t count) {
  if (count > 12LL * kLastYear || count < -12LL * kLastYear) return std::nullopt;
  const std::int64_t months = 12LL * year_of(date) + (month_of(date) - 1) + count;
  if (months < 12LL * kFirstYear || months >= 12LL * (kLastYear + 1)) return std::nullopt;
  const std::chrono::year year(static_cast<int>(months / 12));
  const std::chrono::month month(static_cast<unsigned>(months % 12) + 1);
  const Date same_day = year / month / date.day();
  return same_day.ok() ? same_day : Date(year / month / std::chrono::last);
}

std::string iso_year(int year) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d", year);
  return text;
}

std::string iso_month(int year, unsigned month) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u", year, month);
  return text;
}

std::string iso_day(Date date) {
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", year_of(date), month_of(date),
                static_cast<unsigned>(date.day()));
  return text;
}

std::string iso_week(Date date) {
  const auto thursday = add_days(date, 4 - static_cast<int>(weekday_of(date)));
  const int year = thursday ? year_of(*thursday) : year_of(date);
  const auto first = make_date(year, 1, 1);
  const auto week = first ? days_between(*first, thursday.value_or(date)) / 7 + 1 : 1;
  char text[40];
  std::snprintf(text, sizeof text, "%04d-W%02d", year, static_cast<int>(week));
  return text;
}

std::optional<Date> monday_of_iso_week(std::string_view week) {
  if (week.size() != 8 || week.substr(4, 2) != "-W") return std::nullopt;
  const auto year = read_digits(week.substr(0, 4));
  const auto number = read_digits(week.substr(6, 2));
  if (!year || !number) return std::nullopt;
  const auto fourth = make_date(*year, 1, 4);  // always in week 1
  if (!fourth) return std::nullopt;
  const auto monday = add_days(*fourth, 7LL * (*number - 1) + 1 - static_cast<int>(weekday_of(*fourth)));
  return monday && iso_week(*monday) == week ? monday : std::nullopt;
}

}  // namespace sayso::reading
