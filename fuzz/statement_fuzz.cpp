// Payloads come from an archive's file: any bytes are a statement or none, and a statement's own bytes give
// it back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "claims/claim_store.h"
#include "claims/keys.h"
#include "claims/pair.h"
#include "claims/statement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sayso::claims;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto statement = decode_statement(bytes);
  if (!statement) return 0;
  keys_of(*statement);
  judge_statements({{"a", 0}, bytes, {}}, {{"b", 0}, bytes, {}});
  // Floats that are no numbers compare unequal to themselves, so bytes are compared.
  const std::string again = encode(*statement);
  const auto same = decode_statement(again);
  if (!same || encode(*same) != again) std::abort();
  return 0;
}
