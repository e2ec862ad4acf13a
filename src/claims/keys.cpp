#include "claims/keys.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <limits>
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
constexpr std::size_t kAffairNames = 4, kCommonNames = 2, kStems = 12;
constexpr std::size_t kCellNames = 8;
constexpr std::uint64_t kCellBits = 3;

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

// Which side of kCellBits planes the meaning lies on, and the cell beyond the plane that it is nearest to.
// The planes are drawn from hashes, so that nothing has to be shipped with a model (Charikar 2002).
std::vector<std::uint64_t> cells_of(const std::vector<std::int8_t>& meaning) {
  if (meaning.empty()) return {};
  std::uint64_t cell = 0, nearest = 0;
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (std::uint64_t bit = 0; bit < kCellBits; ++bit) {
    std::int64_t side = 0;
    for (std::uint64_t i = 0; i < meaning.size(); ++i) {
      side += (Hash().add(bit).add(i).value() & 1) != 0 ? meaning[i] : -meaning[i];
    }
    if (side > 0) cell |= std::uint64_t{1} << bit;
    if (std::abs(side) < least) least = std::abs(side), nearest = std::uint64_t{1} << bit;
  }
  return {cell, cell ^ nearest};
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
          if (stem != names[n]) keys.push_back(Hash().add(names[n]).add(stem).add(window).value());
        }
      }
    }
  };
  for (const Figure& figure : s.figures) {  // "40,000 litres", "four thousand"
    for (const std::uint64_t window : windows_of(s, kAffairDays)) {
      for (std::size_t n = 0; n < std::min(s.names.size(), kAffairNames); ++n)
        keys.push_back(Hash().add("figure").add(s.names[n]).add(figure.unit).add(window).value());
    }
  }
  pair_up(s.names, kAffairNames, kAffairDays);
  pair_up(s.common_names, kCommonNames, kCommonDays);
  // Who says the same in other words.
  const std::vector<std::uint64_t> cells = cells_of(s.meaning);
  for (const std::uint64_t window : windows_of(s, kCommonDays)) {
    for (std::size_t n = 0; n < std::min(s.names.size(), kCellNames); ++n) {
      for (const std::uint64_t cell : cells) {
        keys.push_back(Hash().add("cell").add(s.names[n]).add(cell).add(window).value());
      }
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
