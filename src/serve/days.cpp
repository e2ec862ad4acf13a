#include "serve/days.h"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace sayso::serve {
namespace {

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t length) {
  int value = 0;
  if (text.size() < at + length) return std::nullopt;
  const char* begin = text.data() + at;
  const auto [end, error] = std::from_chars(begin, begin + length, value);
  if (error != std::errc() || end != begin + length) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Days> day_of(std::string_view date) {
  const auto year = number_at(date, 0, 4);
  if (!year || (date.size() > 4 && date[4] != '-')) return std::nullopt;
  const auto month = number_at(date, 5, 2), day = number_at(date, 8, 2);
  if (date.size() > 4 && !month) return std::nullopt;
  const std::chrono::year_month_day when{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(month.value_or(1))),
                                         std::chrono::day(static_cast<unsigned>(day.value_or(1)))};
  if (!when.ok()) return std::nullopt;
  return std::chrono::sys_days(when).time_since_epoch().count();
}

std::string date_of(Days day) {
  const std::chrono::year_month_day when{std::chrono::sys_days(std::chrono::days(day))};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(when.year()),
                static_cast<unsigned>(when.month()), static_cast<unsigned>(when.day()));
  return text;
}

}  // namespace sayso::serve
