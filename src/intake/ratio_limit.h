// How much longer than its compressed form a text may be. News pages shrink to a tenth, rarely to a fiftieth;
// a bomb of zeros to a thousandth.
#pragma once

#include <cstdint>

namespace sayso::intake {

constexpr std::uint64_t kMostRatio = 200;
constexpr std::uint64_t kRatioGrace = 4'000'000;  // bytes that may be had for nothing

constexpr bool is_bomb(std::uint64_t compressed, std::uint64_t plain) {
  return plain > kRatioGrace && plain / kMostRatio > compressed;
}

}  // namespace sayso::intake
