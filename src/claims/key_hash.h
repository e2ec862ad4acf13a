// Hashes that are kept in files: the same on every machine and in every version.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso::claims {

// FNV-1a over parts, each with an end of its own, then the finisher of splitmix64.
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

// A key of what holds for one period (a window of days, by its number) only. Those of a period lie side by
// side in a store's index, so that news, which comes in the order of time, writes to a small part of it.
inline std::uint64_t key_of_period(std::uint64_t period, const Hash& hash) {
  return period << 48 | hash.value() >> 16;
}

}  // namespace sayso::claims
