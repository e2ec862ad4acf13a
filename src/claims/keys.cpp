#include "claims/keys.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "claims/key_hash.h"
#include "reading/calendar.h"

namespace sayso::claims {
namespace {

// Days of a window. Affairs go on for a year; what all papers write of together goes on for a month.
constexpr std::int64_t kAffairDays = 720;
constexpr std::int64_t kCommonDays = 60;

// The two windows that hold the day, which overlap by half: half a window's days between two statements
// always leave them one in common. One of their own for statements without a date.
std::vector<std::uint64_t> windows_of(const Statement& s, std::int64_t days) {
  const auto day = reading::parse_iso_day(s.published);
  if (!day) return {0};
  const std::int64_t number = std::chrono::sys_days(*day).time_since_epoch().count() + 1'000'000;
  const std::int64_t half = number / (days / 2);
  return {static_cast<std::uint64_t>(half), static_cast<std::uint64_t>(half + 1)};
}

}  // namespace

std::vector<std::uint64_t> keys_of(const Statement& s) {
  std::vector<std::uint64_t> keys;
  for (const std::uint64_t window : windows_of(s, kAffairDays)) {
    for (const std::string& name : s.names) keys.push_back(Hash().add("name").add(name).add(window).value());
  }
  for (const std::uint64_t window : windows_of(s, kCommonDays)) {
    for (const std::string& name : s.common_names) {
      for (const std::string& stem : s.stems) {
        if (stem != name) keys.push_back(Hash().add(name).add(stem).add(window).value());
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
