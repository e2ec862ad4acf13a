// Any bytes as a web archive from a stream, packed or not: every record is a page, nothing or an error, and the reader
// comes to its end.
#include <cstddef>
#include <cstdint>

#include "check_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  sayso::IntakeOptions options;
  options.max_bytes = 4096;  // small enough for records to cross it
  sayso::check_reader(data, size, "fuzz.warc", options);
  return 0;
}
