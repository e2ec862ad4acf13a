#include "claims/keys.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>

#include "claims/frequent_stems.h"
#include "claims/key_hash.h"
#include "reading/calendar.h"

namespace sayso::claims {
namespace {

// Days of a window. Affairs go on for a year; what all papers write of together goes on for a month.
constexpr std::int64_t kAffairDays = 720;
constexpr std::int64_t kCommonDays = 60;
// How many names and words of a statement make keys: their product is what an archive keeps for it.
constexpr std::size_t kAffairNames = 2, kCommonNames = 2, kStems = 4, kNames = 8;

// The two windows that hold the day, which overlap by half: half a window's days between two statements
// always leave them one in common. One of their own for statements without a date.
std::vector<std::uint64_t> windows_of(const Statement& s, std::int64_t days) {
  const auto day = reading::parse_iso_day(s.published);
  if (!day) return {0};
  const std::int64_t number = std::chrono::sys_days(*day).time_since_epoch().count() + 1'000'000;
  const std::int64_t half = number / (days / 2);
  return {static_cast<std::uint64_t>(half), static_cast<std::uint64_t>(half + 1)};
}

// Those that not everybody uses first, of these the longest, for long words are rare words; at most kStems.
std::vector<std::string> telling_stems(const Statement& s) {
  std::vector<std::string> stems = s.stems;
  std::ranges::stable_sort(stems, std::greater(), &std::string::size);
  std::ranges::stable_partition(stems, [](const std::string& stem) { return !is_frequent_stem(stem); });
  if (stems.size() > kStems) stems.resize(kStems);
  return stems;
}

}  // namespace

std::vector<std::uint64_t> keys_of(const Statement& s) {
  std::vector<std::uint64_t> keys;
  const std::vector<std::string> stems = telling_stems(s);
  const auto pair_up = [&](const std::vector<std::string>& names, std::size_t most, std::int64_t days) {
    for (const std::uint64_t window : windows_of(s, days)) {
      for (std::size_t n = 0; n < std::min(names.size(), most); ++n) {
        for (const std::string& stem : stems) {
          if (days == kCommonDays && is_frequent_stem(stem)) continue;  // much of the news has both
          if (stem != names[n])
            keys.push_back(key_of_period(window, Hash().add(names[n]).add(stem).add(window)));
        }
      }
    }
  };
  for (const Figure& figure : s.figures) {  // "40,000 litres", "four thousand"
    for (const std::uint64_t window : windows_of(s, kAffairDays)) {
      for (std::size_t n = 0; n < std::min(s.names.size(), kAffairNames); ++n)
        keys.push_back(
            key_of_period(window, Hash().add("figure").add(s.names[n]).add(figure.unit).add(window)));
    }
  }
  pair_up(s.names, kAffairNames, kAffairDays);
  pair_up(s.common_names, kCommonNames, kCommonDays);
  for (const std::uint64_t window : windows_of(s, kCommonDays)) {
    for (std::size_t n = 0; n < std::min(s.names.size(), kNames); ++n) {
      keys.push_back(key_of_period(window, Hash().add("name").add(s.names[n]).add(window)));
    }
  }
  // The same words find each other at any time.
  Hash words;
  for (const std::string& stem : s.stems) words.add(stem);
  for (const std::string& stem : s.name_stems) words.add(stem);
  keys.push_back(words.value());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace sayso::claims
