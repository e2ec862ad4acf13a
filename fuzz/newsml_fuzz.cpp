// Any bytes as NewsML-G2 or NITF.
#include <cstddef>
#include <cstdint>

#include "check_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sayso::check_article(sayso::read_newsml({reinterpret_cast<const char*>(data), size}, "fuzz", {}));
  sayso::check_reader(data, size, "fuzz.xml", {});
  return 0;
}
