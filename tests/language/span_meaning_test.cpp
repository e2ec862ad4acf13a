#include "language/span_meaning.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace sayso::language {
namespace {

using testing::ElementsAre;

// Pieces of one byte each with a blank behind.
PieceMeanings meanings_with(std::size_t width, const std::vector<float>& rows) {
  OutputWidths widths{};
  widths[static_cast<std::size_t>(Output::meaning)] = width;
  EncoderOutput output;
  output[Output::meaning] = rows;
  PieceRows piece_rows(widths);
  std::vector<Piece> pieces(rows.size() / width);
  for (std::uint32_t i = 0; i < pieces.size(); ++i) {
    piece_rows.add(output, i);
    pieces[i].span = {2 * i, 2 * i + 1};
  }
  PieceMeanings meanings;
  meanings.add(pieces, piece_rows);
  return meanings;
}

std::vector<float> of(const PieceMeanings& meanings, std::vector<Span> spans) {
  return meanings.of(spans);
}

TEST(PieceMeanings, IsTheMeanOfLengthOne) {
  const PieceMeanings meanings = meanings_with(2, {9, 9, 1, 2, 5, 6});
  EXPECT_THAT(of(meanings, {{2, 5}}), ElementsAre(testing::FloatEq(0.6F), testing::FloatEq(0.8F)));
  EXPECT_THAT(of(meanings, {{2, 3}, {4, 5}}), ElementsAre(testing::FloatEq(0.6F), testing::FloatEq(0.8F)));
  EXPECT_THAT(of(meanings, {{1, 2}}), ElementsAre(0, 0));  // the blank between two
  EXPECT_THAT(of(meanings, {}), ElementsAre(0, 0));
  EXPECT_THAT(of(PieceMeanings{}, {{0, 9}}), ElementsAre());
}

TEST(PieceMeanings, AgreesWithThePlainWay) {
  std::mt19937 random(37);
  std::normal_distribution<float> normal(0, 1);
  std::vector<float> rows(20 * 5);
  for (float& value : rows) value = normal(random);
  const PieceMeanings meanings = meanings_with(5, rows);
  for (std::uint32_t begin = 0; begin < 20; ++begin) {
    for (std::uint32_t end = begin + 1; end <= 20; ++end) {
      std::vector<double> mean(5);
      double square = 0;
      for (std::size_t i = 0; i < 5; ++i) {
        for (std::uint32_t p = begin; p < end; ++p) mean[i] += rows[p * 5 + i] / (end - begin);
        square += mean[i] * mean[i];
      }
      const std::vector<float> found = of(meanings, {{2 * begin, 2 * end}});
      for (std::size_t i = 0; i < 5; ++i) ASSERT_NEAR(found[i], mean[i] / std::sqrt(square), 1e-5);
    }
  }
}

}  // namespace
}  // namespace sayso::language
