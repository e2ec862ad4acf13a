#include "claims/keys.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "reading/calendar.h"

namespace sayso::claims {
namespace {

// Days of a window. Affairs go on for a year; what all papers write of together goes on for a month.
constexpr std::int64_t kAffairDays = 720;
constexpr std::int64_t kCommonDays = 60;

// FNV-1a, then a finisher, for keys must not change with the library.
class Hash {
 public:
  Hash& add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0xFF);
    return *this;
  }
  Hash& add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i) add_byte(static_cast<unsigned char>(number >> (8 * i)));
    return *this;
  }
  std::uint64_t value() const {
    std::uint64_t x = state_;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
  }

 private:
  void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001B3U; }
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

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
