// The outputs of the network, one a head: names, widths, and what one window gives.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sayso::language {

enum class Output : std::uint8_t {
  labels,       // of the attribution spans
  links,        // vectors that join them
  segments,     // whether a piece begins a word or a sentence
  tags,         // UPOS
  names,        // BIO labels of flat names
  types,        // of the mention whose head a word is
  arcs,         // who hangs on whom in the tree
  relations,    // as what
  mentions,     // where mentions begin and end
  coreference,  // which mention stands for the same as an earlier one
  meaning,      // sentence embedding, before the mean over a span
};
inline constexpr std::size_t kOutputs = 11;

// As the network's outputs are called.
inline constexpr std::array<const char*, kOutputs> kOutputNames = {
    "labels", "links",     "segments", "tags",        "names",  "types",
    "arcs",   "relations", "mentions", "coreference", "meaning"};

constexpr const char* to_string(Output output) {
  return kOutputNames[static_cast<std::size_t>(output)];
}

// Numbers in a row of each output, as model.json says.
using OutputWidths = std::array<std::size_t, kOutputs>;

inline constexpr std::array kAttributionOutputs = {Output::labels, Output::links};
inline constexpr std::array kLayerOutputs = {Output::segments, Output::tags,       Output::names,
                                             Output::types,    Output::arcs,       Output::relations,
                                             Output::mentions, Output::coreference};

// What one window gives: for each output that was asked for [pieces, width], row-major, with a row for each
// piece of the input, [CLS] and [SEP] too. The others are empty.
class EncoderOutput {
 public:
  std::vector<float>& operator[](Output output) { return rows_[static_cast<std::size_t>(output)]; }
  const std::vector<float>& operator[](Output output) const {
    return rows_[static_cast<std::size_t>(output)];
  }

 private:
  std::array<std::vector<float>, kOutputs> rows_;
};

}  // namespace sayso::language
