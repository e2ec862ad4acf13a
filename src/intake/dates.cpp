#include "intake/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};

// Reads from the front; every read_ leaves `rest` alone when it fails.
struct Scanner {
  std::string_view rest;

  bool eat(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool eat_any(std::string_view set) {
    if (rest.empty() || set.find(rest.front()) == std::string_view::npos) return false;
    rest.remove_prefix(1);
    return true;
  }
  std::optional<int> read_number(std::size_t min_digits, std::size_t max_digits) {
    std::size_t digits = 0;
    int value = 0;
    while (digits < rest.size() && digits < max_digits && is_ascii_digit(rest[digits])) {
      value = value * 10 + (rest[digits++] - '0');
    }
    if (digits < min_digits) return std::nullopt;
    rest.remove_prefix(digits);
    return value;
  }
};

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool exists(const Day& date) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1500 || date.year > 2999 || date.month < 1 || date.month > 12 || date.day < 1) return false;
  const bool leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
  return date.day <= kDays[static_cast<std::size_t>(date.month - 1)] + (leap && date.month == 2);
}

std::optional<std::string> print(const Day& date) {
  if (!exists(date)) return std::nullopt;
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

// "Z", "GMT", "UTC", "+01:00", "+0100", "+01"; "" if there is none that can be read.
std::string read_zone(std::string_view text) {
  text = trim(text);
  if (text.starts_with('Z') || text.starts_with('z') || starts_nocase(text, "gmt") ||
      starts_nocase(text, "utc")) {
    return "Z";
  }
  if (!text.starts_with('+') && !text.starts_with('-')) return "";
  Scanner scan{text.substr(1)};
  const std::optional<int> hours = scan.read_number(2, 2);
  if (!hours || *hours > 14) return "";
  scan.eat(':');
  const int minutes = scan.read_number(2, 2).value_or(0);
  if (minutes > 59) return "";
  char zone[16];
  std::snprintf(zone, sizeof zone, "%c%02d:%02d", text.front(), *hours, minutes);
  return zone;
}

// "T10:30:00Z" of "10:30:00.000 GMT"; "" if there is no time of day.
std::string read_clock(std::string_view text) {
  Scanner scan{trim(text)};
  const std::optional<int> hours = scan.read_number(1, 2);
  if (!hours || *hours > 23) return "";
  scan.eat(':');
  const std::optional<int> minutes = scan.read_number(2, 2);
  if (!minutes || *minutes > 59) return "";
  int seconds = 0;
  if (scan.eat(':')) seconds = scan.read_number(2, 2).value_or(0);
  if (seconds > 59) seconds = 59;  // a leap second
  if (scan.eat('.')) scan.read_number(0, 9);
  char clock[40];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02d", *hours, *minutes, seconds);
  return clock + read_zone(scan.rest);
}

std::optional<std::string> read_iso(std::string_view text) {
  Scanner scan{text};
  const std::optional<int> year = scan.read_number(4, 4);
  if (!year) return std::nullopt;
  const bool parted = scan.eat_any("-/.");
  const std::optional<int> month = scan.read_number(parted ? 1 : 2, 2);
  if (!month || (parted && !scan.eat_any("-/."))) return std::nullopt;
  const std::optional<int> day = scan.read_number(parted ? 1 : 2, 2);
  if (!day || (!scan.rest.empty() && is_ascii_digit(scan.rest.front()))) return std::nullopt;
  std::optional<std::string> date = print({*year, *month, *day});
  if (date && scan.eat_any("Tt ")) *date += read_clock(scan.rest);
  return date;
}

// "21/12/2019", where the first number can only be the day, and "11.12.2019", which is always written so.
std::optional<std::string> read_day_first(std::string_view text) {
  Scanner scan{text};
  const std::optional<int> first = scan.read_number(1, 2);
  const bool dots = scan.rest.starts_with('.');
  if (!first || !scan.eat_any("./-")) return std::nullopt;
  const std::optional<int> second = scan.read_number(1, 2);
  if (!second || !scan.eat_any("./-")) return std::nullopt;
  const std::optional<int> year = scan.read_number(4, 4);
  if (!year || (!scan.rest.empty() && is_ascii_digit(scan.rest.front()))) return std::nullopt;
  if (dots || *first > 12) return print({*year, *second, *first});
  if (*second > 12) return print({*year, *first, *second});
  return std::nullopt;
}

std::string_view strip_punctuation(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
  return word;
}

std::optional<int> read_small_number(std::string_view word, int low, int high) {
  word = strip_punctuation(word);
  for (std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (word.size() <= 4 && ends_nocase(word, ordinal)) word.remove_suffix(2);
  }
  Scanner scan{word};
  const std::optional<int> value = scan.read_number(1, 4);
  if (!value || !scan.rest.empty() || *value < low || *value > high) return std::nullopt;
  return value;
}

// "20 Nov 2019 10:30:00 GMT" and "November 20, 2019 10:30", a weekday before it skipped.
std::optional<std::string> read_english(std::string_view text) {
  std::vector<std::string_view> words = split_words(text);
  if (words.size() > 10) return std::nullopt;
  for (std::size_t i = 0; i + 2 < words.size() && i < 4; ++i) {
    const bool month_first = month_of(words[i]) != 0;
    const int month = month_of(words[month_first ? i : i + 1]);
    const std::optional<int> day = read_small_number(words[month_first ? i + 1 : i], 1, 31);
    const std::optional<int> year = read_small_number(words[i + 2], 1500, 2999);
    if (month == 0 || !day || !year) continue;
    std::optional<std::string> date = print({*year, month, *day});
    // A clock with am or pm would need more care than a date is worth; such a time is dropped.
    const bool half_day = contains_nocase(text, "am") || contains_nocase(text, "pm") ||
                          contains_nocase(text, "p.m") || contains_nocase(text, "a.m");
    if (date && i + 3 < words.size() && !half_day && words[i + 3].find(':') != std::string_view::npos) {
      *date += read_clock(text.substr(static_cast<std::size_t>(words[i + 3].data() - text.data())));
    }
    return date;
  }
  return std::nullopt;
}

std::size_t nth_word_end(std::string_view text, std::size_t count) {
  const std::vector<std::string_view> words = split_words(text);
  if (words.size() <= count) return text.size();
  return static_cast<std::size_t>(words[count - 1].data() - text.data()) + words[count - 1].size();
}

bool is_weekday(std::string_view word) {
  word = strip_punctuation(word);
  return std::any_of(kWeekdays.begin(), kWeekdays.end(), [&](std::string_view weekday) {
    return same_nocase(word, weekday) ||
           (word.size() >= 3 && word.size() <= 5 && starts_nocase(weekday, word));
  });
}

// Numbers, clocks, zones, names of days and months, and the words around them.
bool goes_with_date(std::string_view word) {
  while (!word.empty() && !is_ascii_letter(word.front()) && !is_ascii_digit(word.front()))
    word.remove_prefix(1);
  while (!word.empty() && !is_ascii_letter(word.back()) && !is_ascii_digit(word.back()))
    word.remove_suffix(1);
  if (word.empty() || is_ascii_digit(word.front()) || month_of(word) || is_weekday(word)) return true;
  if (word.size() >= 2 && word.size() <= 5 && is_all_capitals(word)) return true;  // "GMT", "AMT", "PM"
  constexpr std::string_view kAround[] = {"am",      "pm",       "a.m",       "p.m",    "at",     "on",
                                          "of",      "the",      "published", "posted", "update", "last",
                                          "updated", "modified", "date",      "time",   "first",  "hrs",
                                          "edt",     "est",      "gmt",       "ist",    "utc"};
  return std::any_of(std::begin(kAround), std::end(kAround),
                     [&](std::string_view each) { return same_nocase(word, each); });
}

}  // namespace

int month_of(std::string_view word) {
  word = strip_punctuation(word);
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (same_nocase(word, kMonths[i]) || (word.size() <= 4 && starts_nocase(kMonths[i], word))) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

bool names_a_day(std::string_view word) {
  word = strip_punctuation(word);
  return word.size() > 3 && (month_of(word) != 0 || is_weekday(word));
}

std::optional<std::string> to_iso_date(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 100) return std::nullopt;
  if (std::optional<std::string> iso = read_iso(text)) return iso;
  if (std::optional<std::string> numbers = read_day_first(text)) return numbers;
  return read_english(text);
}

std::optional<std::string> find_date_in_url(std::string_view url) {
  for (std::size_t at = url.find("/"); at != std::string_view::npos; at = url.find("/", at + 1)) {
    Scanner scan{url.substr(at + 1)};
    const std::optional<int> year = scan.read_number(4, 4);
    if (!year || *year < 1990 || !scan.eat_any("/-")) continue;
    const std::optional<int> month = scan.read_number(1, 2);
    if (!month || !scan.eat_any("/-")) continue;
    const std::optional<int> day = scan.read_number(1, 2);
    if (!day || (!scan.rest.empty() && is_ascii_digit(scan.rest.front()))) continue;
    if (std::optional<std::string> date = print({*year, *month, *day})) return date;
  }
  return std::nullopt;
}

std::optional<std::string> read_date_line(std::string_view text) {
  text = trim(text);
  if (text.size() < 8 || text.size() > 100) return std::nullopt;
  const std::vector<std::string_view> words = split_words(text);
  if (words.size() > 14) return std::nullopt;
  for (std::string_view word : words) {
    if (!goes_with_date(word)) return std::nullopt;
  }
  for (std::string_view word : words) {
    const std::string_view rest = text.substr(static_cast<std::size_t>(word.data() - text.data()));
    std::optional<std::string> date = to_iso_date(rest);
    if (!date) date = read_english(rest.substr(0, nth_word_end(rest, 3)));
    if (date) return date->substr(0, 10);
  }
  return std::nullopt;
}

LineDates read_line_dates(std::string_view text) {
  LineDates dates;
  text = trim(text);
  if (text.size() < 8 || text.size() > 160 || has_quotation_mark(text)) return dates;
  const std::vector<std::string_view> words = split_words(text);
  if (words.size() > 24) return dates;
  bool modified = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::string_view label : {"published", "posted", "publication", "created", "publiziert"}) {
      if (starts_nocase(words[i], label)) modified = false;
      dates.labelled = dates.labelled || (i < 2 && starts_nocase(words[i], label));
    }
    for (std::string_view label : {"updated", "update", "modified", "edited", "revised"}) {
      if (starts_nocase(words[i], label)) modified = true;
      dates.labelled = dates.labelled || (i < 2 && starts_nocase(words[i], label));
    }
    const std::string_view rest = text.substr(static_cast<std::size_t>(words[i].data() - text.data()));
    const std::string_view three = rest.substr(0, nth_word_end(rest, 3));
    std::optional<std::string> date = read_english(three);
    if (date && month_of(words[i]) == 0 && !is_ascii_digit(words[i].front()))
      continue;  // found by the next word
    if (!date) date = read_iso(words[i]);
    if (!date) date = read_day_first(words[i]);
    if (date) (modified ? dates.modified : dates.published).push_back(date->substr(0, 10));
  }
  const bool clock = ends_nocase(text, "p.m.") || ends_nocase(text, "a.m.");
  if (ends_sentence(text) && !clock && !dates.labelled) return {};
  return dates;
}

bool is_likely_date(std::string_view date, std::string_view latest) {
  const std::string_view day = date.substr(0, 10);
  return day >= "1990" && day <= latest;
}

std::string latest_day() {
  using namespace std::chrono;
  const year_month_day day{floor<days>(system_clock::now()) + days{1}};
  return print({static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                static_cast<int>(static_cast<unsigned>(day.day()))})
      .value_or("9999-12-31");
}

bool is_dateline_day(std::string_view text) {
  const std::vector<std::string_view> words = split_words(text);
  if (words.empty() || words.size() > 3) return false;
  if (words.size() == 1) return is_weekday(words[0]);
  const bool month_first = month_of(words[0]) != 0;
  if (month_of(words[month_first ? 0 : 1]) == 0) return false;
  if (!read_small_number(words[month_first ? 1 : 0], 1, 31)) return false;
  return words.size() == 2 || read_small_number(words[2], 1500, 2999).has_value();
}

}  // namespace sayso::intake
