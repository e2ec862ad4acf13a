// Any bytes as a feed from a stream, RSS or Atom or what else the first bytes say.
#include <cstddef>
#include <cstdint>

#include "check_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sayso::IntakeOptions options;
  options.max_bytes = 4096;  // small enough for items to cross it
  sayso::check_reader(data, size, "fuzz.xml", options);
  sayso::check_article(sayso::read_feed({reinterpret_cast<const char*>(data), size}, "fuzz", {}));
  return 0;
}
