// Any bytes as a JSON document: an object, a list of them, a JSON Feed, ninjs.
#include <cstddef>
#include <cstdint>

#include "check_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sayso::IntakeOptions options;
  options.max_bytes = 4096;
  sayso::check_reader(data, size, "fuzz.json", options);
  return 0;
}
