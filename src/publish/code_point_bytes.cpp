#include "publish/code_point_bytes.h"

namespace sayso::publish {

CodePointBytes::CodePointBytes(std::string_view text) {
  bytes_.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
      bytes_.push_back(static_cast<std::uint32_t>(i));
  }
  bytes_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::optional<std::uint32_t> CodePointBytes::byte_of(std::uint64_t code_point) const {
  if (code_point >= bytes_.size()) return std::nullopt;
  return bytes_[code_point];
}

}  // namespace sayso::publish
