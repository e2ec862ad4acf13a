#include "language/span_meaning.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace sayso::language {
namespace {

using testing::ElementsAre;

PieceRows rows_with(EncoderOutput& output, std::size_t width, std::vector<float> meaning) {
  OutputWidths widths{};
  widths[static_cast<std::size_t>(Output::meaning)] = width;
  output[Output::meaning] = std::move(meaning);
  PieceRows rows(widths);
  for (std::uint32_t row = 0; row < output[Output::meaning].size() / width; ++row) rows.add(output, row);
  return rows;
}

TEST(SpanMeaning, IsTheMeanOfLengthOne) {
  EncoderOutput output;
  const PieceRows rows = rows_with(output, 2, {9, 9, 1, 2, 5, 6});
  EXPECT_THAT(span_meaning(rows, {1, 3}), ElementsAre(testing::FloatEq(0.6F), testing::FloatEq(0.8F)));
  EXPECT_THAT(span_meaning(rows, {1, 1}), ElementsAre(0, 0));
}

TEST(SpanMeaning, AgreesWithThePlainWay) {
  std::mt19937 random(37);
  std::normal_distribution<float> normal(0, 1);
  std::vector<float> meaning(20 * 5);
  for (float& value : meaning) value = normal(random);
  EncoderOutput output;
  const PieceRows rows = rows_with(output, 5, meaning);
  for (std::uint32_t begin = 0; begin < 20; ++begin) {
    for (std::uint32_t end = begin + 1; end <= 20; ++end) {
      std::vector<double> mean(5);
      double square = 0;
      for (std::size_t i = 0; i < 5; ++i) {
        for (std::uint32_t p = begin; p < end; ++p) mean[i] += meaning[p * 5 + i] / (end - begin);
        square += mean[i] * mean[i];
      }
      const std::vector<float> found = span_meaning(rows, {begin, end});
      for (std::size_t i = 0; i < 5; ++i) ASSERT_NEAR(found[i], mean[i] / std::sqrt(square), 1e-5);
    }
  }
}

TEST(SpanMeaning, FindsThePiecesOfASpan) {
  std::vector<Piece> pieces(3);
  pieces[0].span = {0, 4};
  pieces[1].span = {5, 7};
  pieces[2].span = {7, 9};
  EXPECT_EQ(pieces_in(pieces, {5, 9}), (PieceRange{1, 3}));
  EXPECT_EQ(pieces_in(pieces, {3, 6}), (PieceRange{0, 2}));
  EXPECT_EQ(pieces_in(pieces, {4, 5}).size(), 0u);
  EXPECT_EQ(pieces_in(pieces, {0, 99}), (PieceRange{0, 3}));
  EXPECT_EQ(pieces_in({}, {0, 99}).size(), 0u);
}

}  // namespace
}  // namespace sayso::language
