#include "language/span_meaning.h"

#include <algorithm>
#include <cmath>

namespace sayso::language {

std::vector<float> span_meaning(const PieceRows& rows, PieceRange pieces) {
  std::vector<float> sum(rows.width(Output::meaning));
  for (std::uint32_t piece = pieces.begin; piece < pieces.end; ++piece) {
    const auto row = rows.row(Output::meaning, piece);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += row[i];
  }
  // The length does not care whether it is a sum or a mean.
  double square = 0;
  for (const float value : sum) square += double(value) * value;
  if (!(square > 0)) return sum;
  const auto scale = static_cast<float>(1 / std::sqrt(square));
  for (float& value : sum) value *= scale;
  return sum;
}

PieceRange pieces_in(std::span<const Piece> pieces, Span span) {
  const auto begin =
      std::ranges::lower_bound(pieces, span.begin + 1, {}, [](const Piece& p) { return p.span.end; });
  const auto end = std::ranges::lower_bound(begin, pieces.end(), span.end, {},
                                            [](const Piece& p) { return p.span.begin; });
  return {static_cast<std::uint32_t>(begin - pieces.begin()),
          static_cast<std::uint32_t>(end - pieces.begin())};
}

}  // namespace sayso::language
