// What the neural network takes and gives, whoever runs it: OpenVINO, or a fake one in tests.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/encoder_outputs.h"
#include "sayso/result.h"

namespace sayso::language {

// One window; both lists have the same length and include [CLS] and [SEP].
struct EncoderInput {
  std::vector<std::int32_t> pieces;
  std::vector<std::int32_t> surface;
};

// const methods may run from many threads at once.
class Encoder {
 public:
  virtual ~Encoder() = default;
  // Runs all windows, side by side where there are cores, and keeps the outputs in `wanted`; in the order of
  // the inputs. The output of a window does not depend on the others. Errors: inference.
  virtual Result<std::vector<EncoderOutput>> run(std::span<const EncoderInput> windows,
                                                 std::span<const Output> wanted) const = 0;
};

}  // namespace sayso::language
