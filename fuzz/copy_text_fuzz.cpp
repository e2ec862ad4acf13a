// Payloads come from an archive's file: any bytes are a text or none, a text's own bytes give it back, and
// two texts are compared whatever they hold.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "claims/copies.h"
#include "claims/copies_keys.h"
#include "claims/copies_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso::claims;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto text = decode_copy_text(bytes);
  if (!text) return 0;
  if (decode_copy_text(encode(*text)) != text) std::abort();
  keys_of(*text);
  CopyText half = *text;
  half.words.resize(half.words.size() / 2, TextWord(0));
  half.published = "2024-05-02T10:00:00+01:00";
  const auto finding = find_copy(*text, half), turned = find_copy(half, *text);
  if (finding.has_value() != turned.has_value()) std::abort();
  return 0;
}
