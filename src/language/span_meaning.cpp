#include "language/span_meaning.h"

#include <algorithm>
#include <cmath>

namespace sayso::language {

void PieceMeanings::add(std::span<const Piece> pieces, const PieceRows& rows) {
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    const auto row = rows.row(Output::meaning, i);
    pieces_.push_back(pieces[i].span);
    rows_.insert(rows_.end(), row.begin(), row.end());
  }
}

void PieceMeanings::add(PieceMeanings other) {
  pieces_.insert(pieces_.end(), other.pieces_.begin(), other.pieces_.end());
  rows_.insert(rows_.end(), other.rows_.begin(), other.rows_.end());
}

std::vector<float> PieceMeanings::of(std::span<const Span> spans) const {
  if (pieces_.empty()) return {};
  const std::size_t width = rows_.size() / pieces_.size();
  std::vector<float> sum(width);
  for (const Span span : spans) {
    auto piece = std::ranges::lower_bound(pieces_, span.begin + 1, {}, &Span::end);
    for (; piece != pieces_.end() && piece->begin < span.end; ++piece) {
      const float* row = rows_.data() + static_cast<std::size_t>(piece - pieces_.begin()) * width;
      for (std::size_t i = 0; i < width; ++i) sum[i] += row[i];
    }
  }
  // The length does not care whether it is a sum or a mean.
  double square = 0;
  for (const float value : sum) square += double(value) * value;
  if (!(square > 0)) return sum;
  const auto scale = static_cast<float>(1 / std::sqrt(square));
  for (float& value : sum) value *= scale;
  return sum;
}

}  // namespace sayso::language
