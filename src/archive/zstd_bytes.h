// Bytes made smaller with Zstandard: one frame, with its content's size and checksum, which `zstd -d` reads
// too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso::archive {

std::string compress(std::string_view bytes);

// None for what is no such frame, is damaged, or says that it is larger than `limit`.
std::optional<std::string> decompress(std::string_view frame, std::size_t limit = std::size_t{1} << 31);

}  // namespace sayso::archive
