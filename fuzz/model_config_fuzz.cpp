// model.json and vocab.txt of a model folder that somebody else made.
#include <cstdint>
#include <string_view>

#include "language/model_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)sayso::language::parse_model_config(bytes);
  (void)sayso::language::Vocabulary::parse(bytes);
  return 0;
}
