// Code point offsets to byte offsets: the way back from the interchange formats.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sayso::publish {

// Built once for a text, then asked for any offset. Does not keep the text. Memory: four bytes a code point.
class CodePointBytes {
 public:
  explicit CodePointBytes(std::string_view text);
  // None behind the text's end.
  std::optional<std::uint32_t> byte_of(std::uint64_t code_point) const;

 private:
  std::vector<std::uint32_t> bytes_;
};

}  // namespace sayso::publish
