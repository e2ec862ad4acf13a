#include "claims/figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "claims/common_names.h"
#include "claims/content_stems.h"
#include "intake/ascii.h"

namespace sayso::claims {
namespace {

struct NumberWord {
  std::string_view word;
  double value;
};
constexpr auto kUnits = std::to_array<NumberWord>({
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},
});
constexpr auto kScales = std::to_array<NumberWord>({
    {"hundred", 1e2},
    {"thousand", 1e3},
    {"million", 1e6},
    {"billion", 1e9},
    {"trillion", 1e12},
});

template <std::size_t N>
std::optional<double> listed(const std::array<NumberWord, N>& list, std::string_view word) {
  for (const NumberWord& entry : list) {
    if (entry.word == word) return entry.value;
  }
  return std::nullopt;
}

std::optional<double> simple_number(std::string_view word) {
  if (const auto value = listed(kUnits, word)) return value;
  // "twenty-one"
  if (const auto hyphen = word.find('-'); hyphen != word.npos) {
    const auto tens = listed(kUnits, word.substr(0, hyphen)), ones = listed(kUnits, word.substr(hyphen + 1));
    if (tens && ones && *tens >= 20 && *ones < 10) return *tens + *ones;
  }
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || !intake::is_ascii_digit(word.front()))
    return {};
  return value;
}

// Reads a number at `at` and moves behind it.
std::optional<double> number_at(const std::vector<std::string>& words, std::size_t& at) {
  auto value = simple_number(words[at]);
  if (!value) return std::nullopt;
  ++at;
  while (at < words.size()) {
    const auto scale = listed(kScales, words[at]);
    if (!scale) break;
    *value *= *scale;
    ++at;
  }
  return value;
}

Bound bound_before(const std::vector<std::string>& words, std::size_t at) {
  const auto word = [&](std::size_t back) { return at >= back ? std::string_view(words[at - back]) : ""; };
  const std::string two = std::string(word(2)) + " " + std::string(word(1));
  if (two == "at least" || two == "more than" || two == "no fewer" || word(1) == "over")
    return Bound::at_least;
  if (two == "at most" || two == "up to" || two == "fewer than" || two == "less than") return Bound::at_most;
  for (const std::string_view about :
       {"about", "almost", "approximately", "around", "nearer", "nearly", "roughly", "some"}) {
    if (word(1) == about) return Bound::about;
  }
  return Bound::exact;
}

bool is_unit(std::string_view word) {
  return word.size() > 2 && intake::is_ascii_letter(word.front()) && !is_calendar_word(word) &&
         !content_stems(word).empty() && word != "o'clock";
}

}  // namespace

std::vector<Figure> figures_in(std::string_view text) {
  const std::vector<std::string> words = small_words(text);
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    const auto value = number_at(words, i);
    if (!value) {
      ++i;
      continue;
    }
    if (i < words.size() && is_unit(words[i]))
      figures.push_back({*value, stem_of(words[i]), bound_before(words, begin)});
  }
  return figures;
}

}  // namespace sayso::claims
