// The model's folder, as train/export.py writes it:
//   model.json    window sizes and the weights of all heads that are not in the network
//   vocab.txt     word pieces
//   encoder.xml, encoder.bin   the network for OpenVINO, int8
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "language/encoder_outputs.h"
#include "language/layer_decoder.h"
#include "language/link_decoder.h"
#include "language/span_decoder.h"
#include "language/vocabulary.h"
#include "language/windows.h"
#include "sayso/result.h"

namespace sayso::language {

struct ModelConfig {
  WindowLimits windows;
  SpanDecoder::Transitions transitions{};
  LinkWeights links;
  LayerWeights layers;
  std::size_t meaning_width = 0;
};

// How wide the rows of the network's outputs have to be.
OutputWidths output_widths(const ModelConfig& config);

// `json` is the content of model.json. Errors: bad_model, naming the key.
Result<ModelConfig> parse_model_config(std::string_view json);

struct ModelFiles {
  ModelConfig config;
  Vocabulary vocabulary;
  std::filesystem::path network;  // encoder.xml
  std::string hash;               // sha256 over model.json and the network's two files, first 16 digits
};

// Errors: bad_model, naming the file.
Result<ModelFiles> load_model_files(const std::filesystem::path& folder);

}  // namespace sayso::language
