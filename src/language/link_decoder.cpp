#include "language/link_decoder.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sayso::language {
namespace {

// Slices of a piece's link vector, in the order of LINK_ROLES in train/attribution_head.py.
enum class Slice : std::uint8_t { cue_of_source, source, cue_of_content, content };

struct SlicePair {
  Slice query;
  Slice candidate;
};

SlicePair slices(LinkKind kind) {
  return kind == LinkKind::source_of_cue ? SlicePair{Slice::cue_of_source, Slice::source}
                                         : SlicePair{Slice::content, Slice::cue_of_content};
}

// Mean of one slice over the span's pieces; [spans, width].
std::vector<float> span_means(std::span<const float> vectors, std::size_t width, Slice slice,
                              std::span<const PieceRange> spans) {
  std::vector<float> means(spans.size() * width);
  const std::size_t offset = static_cast<std::size_t>(slice) * width;
  const std::size_t pieces = vectors.size() / (4 * width);
  for (std::size_t s = 0; s < spans.size(); ++s) {
    float* const mean = means.data() + s * width;
    const std::size_t end = std::min<std::size_t>(spans[s].end, pieces);
    for (std::size_t p = spans[s].begin; p < end; ++p) {
      const float* const row = vectors.data() + p * 4 * width + offset;
      for (std::size_t i = 0; i < width; ++i) mean[i] += row[i];
    }
    for (std::size_t i = 0; i < width; ++i) mean[i] /= static_cast<float>(end - spans[s].begin);
  }
  return means;
}

Link choose(std::span<const double> scores, double none) {
  Link link;
  double top = none;
  for (std::size_t c = 0; c < scores.size(); ++c) {
    if (scores[c] > top) {
      top = scores[c];
      link.partner = c;
    }
  }
  double sum = std::exp(none - top);
  for (const double score : scores) sum += std::exp(score - top);
  link.probability = 1 / sum;
  return link;
}

}  // namespace

std::size_t distance_bucket(std::uint32_t from, std::uint32_t to) {
  if (from == to) return 8;
  const std::uint32_t distance = from < to ? to - from : from - to;
  const std::size_t size = std::min<std::size_t>(std::bit_width(distance) - 1, 7) + 1;
  return from < to ? 8 + size : 8 - size;
}

std::vector<Link> LinkDecoder::decode(LinkKind kind, std::span<const float> vectors,
                                      std::span<const PieceRange> queries,
                                      std::span<const PieceRange> candidates) const {
  const std::size_t width = weights_.width;
  const auto k = static_cast<std::size_t>(kind);
  const std::vector<float> from = span_means(vectors, width, slices(kind).query, queries);
  const std::vector<float> to = span_means(vectors, width, slices(kind).candidate, candidates);
  std::vector<Link> links;
  std::vector<double> scores(candidates.size());
  for (std::size_t q = 0; q < queries.size(); ++q) {
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      double product = 0;
      for (std::size_t i = 0; i < width; ++i) product += from[q * width + i] * to[c * width + i];
      scores[c] = product / std::sqrt(static_cast<double>(width)) +
                  weights_.distance[k][distance_bucket(queries[q].begin, candidates[c].begin)];
    }
    links.push_back(choose(scores, weights_.none[k]));
  }
  return links;
}

}  // namespace sayso::language
