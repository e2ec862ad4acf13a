#include "reading/timex_lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sayso::reading {
namespace {

template <typename Value>
using Entry = std::pair<std::string_view, Value>;

// Tables are sorted by their keys, which the compiler checks.
template <typename Value, std::size_t size>
constexpr bool is_sorted(const std::array<Entry<Value>, size>& table) {
  return std::ranges::is_sorted(table, {}, &Entry<Value>::first);
}

template <typename Value, std::size_t size>
std::optional<Value> look_up(const std::array<Entry<Value>, size>& table, std::string_view word) {
  const auto at = std::ranges::lower_bound(table, word, {}, &Entry<Value>::first);
  if (at == table.end() || at->first != word) return std::nullopt;
  return at->second;
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& table, std::string_view word) {
  return std::ranges::binary_search(table, word);
}

constexpr std::array<Entry<MonthName>, 24> kMonths = {{
    {"apr", {4, false, false}},      {"april", {4, true, true}},     {"aug", {8, false, false}},
    {"august", {8, true, true}},     {"dec", {12, false, false}},    {"december", {12, true, false}},
    {"feb", {2, false, false}},      {"february", {2, true, false}}, {"jan", {1, false, false}},
    {"january", {1, true, false}},   {"jul", {7, false, false}},     {"july", {7, true, false}},
    {"jun", {6, false, false}},      {"june", {6, true, true}},      {"mar", {3, false, false}},
    {"march", {3, true, true}},      {"may", {5, true, true}},       {"nov", {11, false, false}},
    {"november", {11, true, false}}, {"oct", {10, false, false}},    {"october", {10, true, false}},
    {"sep", {9, false, false}},      {"sept", {9, false, false}},    {"september", {9, true, false}},
}};
static_assert(is_sorted(kMonths));

constexpr std::array<Entry<WeekdayName>, 25> kWeekdays = {{
    {"fri", {5, false, false, false}},      {"friday", {5, true, false, false}},
    {"fridays", {5, true, true, false}},    {"mon", {1, false, false, true}},
    {"monday", {1, true, false, false}},    {"mondays", {1, true, true, false}},
    {"sat", {6, false, false, true}},       {"saturday", {6, true, false, false}},
    {"saturdays", {6, true, true, false}},  {"sun", {7, false, false, true}},
    {"sunday", {7, true, false, false}},    {"sundays", {7, true, true, false}},
    {"thu", {4, false, false, false}},      {"thur", {4, false, false, false}},
    {"thurs", {4, false, false, false}},    {"thursday", {4, true, false, false}},
    {"thursdays", {4, true, true, false}},  {"tue", {2, false, false, false}},
    {"tues", {2, false, false, false}},     {"tuesday", {2, true, false, false}},
    {"tuesdays", {2, true, true, false}},   {"wed", {3, false, false, true}},
    {"wednesday", {3, true, false, false}}, {"wednesdays", {3, true, true, false}},
    {"weds", {3, false, false, true}},
}};
static_assert(is_sorted(kWeekdays));

constexpr std::array<Entry<UnitName>, 26> kUnits = {{
    {"centuries", {Unit::century, true}},
    {"century", {Unit::century}},
    {"day", {Unit::day}},
    {"days", {Unit::day, true}},
    {"decade", {Unit::decade}},
    {"decades", {Unit::decade, true}},
    {"fortnight", {Unit::week, false, 2}},
    {"hour", {Unit::hour}},
    {"hours", {Unit::hour, true}},
    {"min", {Unit::minute}},
    {"mins", {Unit::minute, true}},
    {"minute", {Unit::minute}},
    {"minutes", {Unit::minute, true}},
    {"month", {Unit::month}},
    {"months", {Unit::month, true}},
    {"quarter", {Unit::quarter}},
    {"quarters", {Unit::quarter, true}},
    {"second", {Unit::second}},
    {"seconds", {Unit::second, true}},
    {"week", {Unit::week}},
    {"weekend", {Unit::weekend}},
    {"weekends", {Unit::weekend, true}},
    {"weeks", {Unit::week, true}},
    {"year", {Unit::year}},
    {"years", {Unit::year, true}},
    {"yrs", {Unit::year, true}},
}};
static_assert(is_sorted(kUnits));

constexpr std::array<Entry<double>, 30> kNumbers = {{
    {"dozen", 12},      {"eight", 8},     {"eighteen", 18},  {"eighty", 80},   {"eleven", 11},
    {"fifteen", 15},    {"fifty", 50},    {"five", 5},       {"forty", 40},    {"four", 4},
    {"fourteen", 14},   {"hundred", 100}, {"nine", 9},       {"nineteen", 19}, {"ninety", 90},
    {"one", 1},         {"seven", 7},     {"seventeen", 17}, {"seventy", 70},  {"six", 6},
    {"sixteen", 16},    {"sixty", 60},    {"ten", 10},       {"thirteen", 13}, {"thirty", 30},
    {"thousand", 1000}, {"three", 3},     {"twelve", 12},    {"twenty", 20},   {"two", 2},
}};
static_assert(is_sorted(kNumbers));

constexpr std::array<Entry<unsigned>, 25> kOrdinals = {{
    {"eighteenth", 18}, {"eighth", 8},      {"eleventh", 11},  {"fifteenth", 15},   {"fifth", 5},
    {"first", 1},       {"fourteenth", 14}, {"fourth", 4},     {"nd", 0},           {"nineteenth", 19},
    {"ninth", 9},       {"rd", 0},          {"second", 2},     {"seventeenth", 17}, {"seventh", 7},
    {"sixteenth", 16},  {"sixth", 6},       {"st", 0},         {"tenth", 10},       {"th", 0},
    {"third", 3},       {"thirteenth", 13}, {"thirtieth", 30}, {"twelfth", 12},     {"twentieth", 20},
}};
static_assert(is_sorted(kOrdinals));

constexpr std::array<std::string_view, 7> kOpenNumbers = {"countless", "few",     "many",   "multiple",
                                                          "numerous",  "several", "umpteen"};
static_assert(std::ranges::is_sorted(kOpenNumbers));

constexpr std::array<Entry<std::string_view>, 5> kSeasons = {
    {{"autumn", "FA"}, {"fall", "FA"}, {"spring", "SP"}, {"summer", "SU"}, {"winter", "WI"}}};
static_assert(is_sorted(kSeasons));

constexpr std::array<Entry<std::string_view>, 4> kDayParts = {
    {{"afternoon", "AF"}, {"evening", "EV"}, {"morning", "MO"}, {"night", "NI"}}};
static_assert(is_sorted(kDayParts));

constexpr std::array<Entry<int>, 8> kDecades = {{{"eighties", 8},
                                                 {"fifties", 5},
                                                 {"forties", 4},
                                                 {"nineties", 9},
                                                 {"seventies", 7},
                                                 {"sixties", 6},
                                                 {"thirties", 3},
                                                 {"twenties", 2}}};
static_assert(is_sorted(kDecades));

constexpr std::array<Entry<std::string_view>, 12> kFrequencies = {{
    {"annual", "P1Y"},
    {"annually", "P1Y"},
    {"biennial", "P2Y"},
    {"biweekly", "P2W"},
    {"daily", "P1D"},
    {"fortnightly", "P2W"},
    {"hourly", "PT1H"},
    {"monthly", "P1M"},
    {"nightly", "P1D"},
    {"quarterly", "P1Q"},
    {"weekly", "P1W"},
    {"yearly", "P1Y"},
}};
static_assert(is_sorted(kFrequencies));

constexpr std::array<Entry<std::string_view>, 16> kZones = {{
    {"bst", ""},
    {"cest", ""},
    {"cet", ""},
    {"cst", ""},
    {"ct", ""},
    {"eastern", ""},
    {"edt", ""},
    {"est", ""},
    {"et", ""},
    {"gmt", "Z"},
    {"ist", ""},
    {"msk", ""},
    {"pdt", ""},
    {"pst", ""},
    {"pt", ""},
    {"utc", "Z"},
}};
static_assert(is_sorted(kZones));

constexpr std::array<std::string_view, 22> kNewspaperWords = {
    "age",    "business",  "citizen", "express", "herald",  "independent", "mail",   "mass",
    "mirror", "morning",   "news",    "night",   "people",  "post",        "school", "star",
    "sun",    "telegraph", "times",   "today",   "tribune", "world"};
static_assert(std::ranges::is_sorted(kNewspaperWords));

constexpr std::array<std::string_view, 18> kNamedDayWords = {
    "ash",  "black", "bloody", "blue", "casual",  "cyber", "easter", "fat",   "giving",
    "good", "holy",  "maundy", "palm", "pancake", "ruby",  "shrove", "super", "whit"};
static_assert(std::ranges::is_sorted(kNamedDayWords));

constexpr std::array<std::string_view, 22> kTimePrepositions = {
    "about",      "after", "around", "before", "between", "by",    "circa",    "during",
    "for",        "from",  "in",     "of",     "on",      "since", "starting", "through",
    "throughout", "till",  "to",     "until",  "up",      "within"};
static_assert(std::ranges::is_sorted(kTimePrepositions));

}  // namespace

std::optional<MonthName> month_named(std::string_view word) {
  return look_up(kMonths, word);
}
std::optional<WeekdayName> weekday_named(std::string_view word) {
  return look_up(kWeekdays, word);
}
std::optional<UnitName> unit_named(std::string_view word) {
  return look_up(kUnits, word);
}
std::optional<double> number_named(std::string_view word) {
  return look_up(kNumbers, word);
}
std::optional<unsigned> ordinal_named(std::string_view word) {
  return look_up(kOrdinals, word);
}
bool is_open_number(std::string_view word) {
  return holds(kOpenNumbers, word);
}
std::string_view season_named(std::string_view word) {
  return look_up(kSeasons, word).value_or("");
}
std::string_view day_part_named(std::string_view word) {
  return look_up(kDayParts, word).value_or("");
}
std::optional<int> decade_named(std::string_view word) {
  return look_up(kDecades, word);
}
std::string_view frequency_named(std::string_view word) {
  return look_up(kFrequencies, word).value_or("");
}
std::optional<std::string_view> zone_named(std::string_view word) {
  return look_up(kZones, word);
}
bool is_newspaper_word(std::string_view word) {
  return holds(kNewspaperWords, word);
}
bool is_named_day_word(std::string_view word) {
  return holds(kNamedDayWords, word);
}
bool is_time_preposition(std::string_view word) {
  return holds(kTimePrepositions, word);
}

}  // namespace sayso::reading
