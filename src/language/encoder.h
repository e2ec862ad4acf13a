// What the neural network takes and gives, whoever runs it: OpenVINO, or a fake one in tests.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sayso/result.h"

namespace sayso::language {

// One window; both lists have the same length and include [CLS] and [SEP].
struct EncoderInput {
  std::vector<std::int32_t> pieces;
  std::vector<std::int32_t> surface;
};

// Row-major, a row for each piece of the input: label scores [pieces, labels], link vectors [pieces, link_width].
struct EncoderOutput {
  std::vector<float> labels;
  std::vector<float> links;
};

// const methods may run from many threads at once.
class Encoder {
 public:
  virtual ~Encoder() = default;
  // Runs all windows, side by side where there are cores; outputs in the order of the inputs. The output of a window
  // does not depend on the others. Errors: inference.
  virtual Result<std::vector<EncoderOutput>> run(std::span<const EncoderInput> windows) const = 0;
};

}  // namespace sayso::language
