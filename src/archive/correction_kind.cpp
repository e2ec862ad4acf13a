#include <array>

#include "sayso/corrections.h"

namespace sayso {

const char* to_string(CorrectionKind kind) {
  static constexpr std::array kNames = {"merge", "split", "rename", "same-claim", "not-same-claim", "origin"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace sayso
