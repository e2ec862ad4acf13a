// Byte offsets to code point offsets: the one place where records leave C++'s way of counting.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso::publish {

// Built once for a text, then asked for any byte that begins a code point, or for the text's end. Does not
// keep the text. Cost: linear to build, at most one step of 64 bytes to ask. Memory: 1/16 of the text.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::uint32_t before(std::uint32_t byte) const;

 private:
  static constexpr std::uint32_t kStep = 64;
  struct Step {
    std::uint32_t code_points = 0;  // before this step
    std::uint64_t begins = 0;       // bit i: byte i of the step begins a code point
  };
  std::vector<Step> steps_;
};

}  // namespace sayso::publish
