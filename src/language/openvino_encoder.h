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

// Errors: bad_model. `network` is the .xml file.
Result<std::unique_ptr<Encoder>> load_openvino_encoder(const std::filesystem::path& network,
                                                       const OpenVinoOptions& options);

}  // namespace sayso::language
