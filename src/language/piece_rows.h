// Where the encoder's scores of each piece lie: in the output of the window that the piece is taken from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/encoder_outputs.h"

namespace sayso::language {

// Points into EncoderOutputs that somebody else keeps alive.
class PieceRows {
 public:
  explicit PieceRows(const OutputWidths& widths) : widths_(widths) {}

  // The next piece's scores are row `row` of `output`.
  void add(const EncoderOutput& output, std::uint32_t row) { places_.push_back({&output, row}); }
  // The next pieces' scores are where those of other's pieces [begin, end) are.
  void add(const PieceRows& other, std::uint32_t begin, std::uint32_t end) {
    places_.insert(places_.end(), other.places_.begin() + begin, other.places_.begin() + end);
  }

  std::size_t size() const { return places_.size(); }
  std::size_t width(Output output) const { return widths_[static_cast<std::size_t>(output)]; }

  // Undefined for an output that the encoder was not asked for.
  std::span<const float> row(Output output, std::uint32_t piece) const {
    const Place& place = places_[piece];
    return {(*place.output)[output].data() + place.row * width(output), width(output)};
  }

  // The rows of several pieces, [pieces, width].
  std::vector<float> gather(Output output, std::span<const std::uint32_t> pieces) const {
    std::vector<float> rows;
    rows.reserve(pieces.size() * width(output));
    for (const std::uint32_t piece : pieces) {
      const auto one = row(output, piece);
      rows.insert(rows.end(), one.begin(), one.end());
    }
    return rows;
  }

 private:
  struct Place {
    const EncoderOutput* output;
    std::uint32_t row;
  };
  OutputWidths widths_;
  std::vector<Place> places_;
};

}  // namespace sayso::language
