// The inner loop of all decoders that compare vectors.
#pragma once

#include <array>
#include <cstddef>

namespace sayso::language {

// Eight partial sums, so that the compiler may add several at a time; one sum would have to be added in
// order.
inline float dot_product(const float* a, const float* b, std::size_t width) {
  constexpr std::size_t kLanes = 8;
  std::array<float, kLanes> sums{};
  std::size_t i = 0;
  for (; i + kLanes <= width; i += kLanes) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += a[i + lane] * b[i + lane];
  }
  float sum = 0;
  for (; i < width; ++i) sum += a[i] * b[i];
  for (const float lane : sums) sum += lane;
  return sum;
}

}  // namespace sayso::language
