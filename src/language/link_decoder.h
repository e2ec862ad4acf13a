// Which source and which cue belong together, which content belongs to which cue: a score for each pair from
// the two spans' vectors and their distance (train/attribution_head.py), then a soft maximum over the
// candidates and "none".
//
// Vectors of two windows cannot be compared, since the encoder marks a place by its distance from the
// window's start; so a span looks for its partner in one window only, the one that owns its first piece.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "language/piece.h"

namespace sayso::language {

// The best partner of a span, or that it has none here.
struct Link {
  std::optional<std::size_t> partner;  // index into the candidates
  double probability = 0;              // of this choice, 0..1
};

// A span looks for a partner: a cue for its source, a content for its cue.
enum class LinkKind : std::uint8_t { source_of_cue, cue_of_content };

struct LinkWeights {
  static constexpr std::size_t kDistanceBuckets = 17;
  std::size_t width = 0;  // of one role's slice; a piece's link vector has four
  std::array<std::array<float, kDistanceBuckets>, 2> distance{};  // [LinkKind][bucket]
  std::array<float, 2> none{};                                    // score of "no partner here"
};

class LinkDecoder {
 public:
  explicit LinkDecoder(const LinkWeights& weights) : weights_(weights) {}

  std::size_t vector_width() const { return 4 * weights_.width; }

  // For each query the best candidate or none. `vectors` is [the window's pieces, vector_width()], row-major;
  // spans count pieces from the window's start, and what reaches beyond its end is cut. Cost: queries times
  // candidates.
  std::vector<Link> decode(LinkKind kind, std::span<const float> vectors, std::span<const PieceRange> queries,
                           std::span<const PieceRange> candidates) const;

 private:
  LinkWeights weights_;
};

// Bucket of a signed distance in pieces, in powers of two: 8 to the left, one for zero, 8 to the right.
std::size_t distance_bucket(std::uint32_t from, std::uint32_t to);

}  // namespace sayso::language
