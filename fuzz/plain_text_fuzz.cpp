// Any bytes as a text file: decoding, and blocks that cover the text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check_article.h"
#include "sayso/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  sayso::check_article(sayso::read_plain_text(bytes, "fuzz", {}));
  return 0;
}
