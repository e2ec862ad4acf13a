// The network on OpenVINO: one thread a stream, windows in flight asynchronously.
#pragma once

#include <filesystem>
#include <memory>

#include "language/encoder.h"

namespace sayso::language {

struct OpenVinoOptions {
  unsigned threads = 1;
  std::filesystem::path cache;  // folder for the compiled network; empty: none is kept
};

// `network` is the .xml file, whose outputs have the names of encoder_outputs.h and these widths. Errors:
// bad_model.
Result<std::unique_ptr<Encoder>> load_openvino_encoder(const std::filesystem::path& network,
                                                       const OutputWidths& widths,
                                                       const OpenVinoOptions& options);

}  // namespace sayso::language
