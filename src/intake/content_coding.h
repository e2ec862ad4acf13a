// What a web server had done to a page before it sent it: chunks, gzip, deflate, Zstandard, Brotli. Archives
// keep pages as they were sent, or half undone, so what a header says is believed only where the bytes agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso::intake {

struct Chunks {
  std::string bytes;
  bool cut_off = false;  // before the last chunk
};

// nullopt where the bytes are not in chunks.
std::optional<Chunks> join_chunks(std::string_view body);

struct UndoneCoding {
  enum class Fault { none, damaged, too_large, bomb };  // what was had before the damage is there
  std::string bytes;
  Fault fault = Fault::none;
};

// One coding: "gzip", "deflate", "zstd", "br", or any other word for what the bytes begin like. nullopt where
// the bytes are not coded so. `limit`: bytes that may come of it.
std::optional<UndoneCoding> undo_coding(std::string_view body, std::string_view coding, std::uint64_t limit);

}  // namespace sayso::intake
