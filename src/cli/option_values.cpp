#include "cli/option_values.h"

#include <charconv>
#include <chrono>
#include <limits>

namespace sayso::cli {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes the expected character off the front.
bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

// Takes exactly `digits` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, digits)) {
    if (!is_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return number;
}

// Takes HH:MM off the front.
bool take_hour_and_minute(std::string_view& text) {
  const auto hour = take_number(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return false;
  const auto minute = take_number(text, 2);
  return minute && *minute <= 59;
}

bool is_iso_time(std::string_view text) {
  if (!take_hour_and_minute(text)) return false;
  if (take(text, ':')) {
    const auto second = take_number(text, 2);
    if (!second || *second > 60) return false;  // 60: a leap second
    if (take(text, '.')) {
      if (text.empty() || !is_digit(text.front())) return false;
      while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    }
  }
  if (text.empty() || text == "Z") return true;
  return (take(text, '+') || take(text, '-')) && take_hour_and_minute(text) && text.empty();
}

}  // namespace

std::optional<std::uint64_t> parse_byte_size(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc() || number == 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
  std::uint64_t unit = 1;
  if (take(text, 'K')) {
    unit = 1'000;
  } else if (take(text, 'M')) {
    unit = 1'000'000;
  } else if (take(text, 'G')) {
    unit = 1'000'000'000;
  }
  if (!text.empty() || number > std::numeric_limits<std::uint64_t>::max() / unit) return std::nullopt;
  return number * unit;
}

bool is_iso_date(std::string_view text) {
  const auto year = take_number(text, 4);
  if (!year || !take(text, '-')) return false;
  const auto month = take_number(text, 2);
  if (!month || !take(text, '-')) return false;
  const auto day = take_number(text, 2);
  if (!day) return false;
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return false;
  return text.empty() || ((take(text, 'T') || take(text, ' ')) && is_iso_time(text));
}

}  // namespace sayso::cli
