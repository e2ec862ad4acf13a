// Any bytes as a page: the pass before the parser, the tree, metadata and blocks.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check_article.h"
#include "sayso/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  sayso::check_article(sayso::read_html(bytes, "fuzz", {}));
  return 0;
}
