#include "language/link_decoder.h"

#include <gmock/gmock.h>

#include <cmath>

namespace sayso::language {
namespace {

LinkWeights weights(std::size_t width) {
  LinkWeights w;
  w.width = width;
  return w;
}

TEST(LinkDecoder, ChoosesTheCandidateWhoseVectorFits) {
  // Slices of one number: cue_of_source, source, cue_of_content, content; a row for each of three pieces.
  const std::vector<float> vectors = {2, 0, 0, 0, /**/ 0, -1, 0, 0, /**/ 0, 3, 0, 0};
  const std::vector<PieceRange> cues = {{0, 1}};
  const std::vector<PieceRange> sources = {{1, 2}, {2, 3}};
  const auto links = LinkDecoder(weights(1)).decode(LinkKind::source_of_cue, vectors, cues, sources);
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links[0].partner, 1u);
  // 6 against -2 and "none" at 0.
  EXPECT_NEAR(links[0].probability, 1 / (1 + std::exp(-8.0) + std::exp(-6.0)), 1e-6);
}

TEST(LinkDecoder, MayChooseNobody) {
  LinkWeights w = weights(1);
  w.none = {5, 5};
  const std::vector<float> vectors = {1, 1, 1, 1, 1, 1, 1, 1};
  const std::vector<PieceRange> cues = {{0, 1}};
  const std::vector<PieceRange> sources = {{1, 2}};
  const auto links = LinkDecoder(w).decode(LinkKind::source_of_cue, vectors, cues, sources);
  EXPECT_FALSE(links[0].partner);
  EXPECT_GT(links[0].probability, 0.9);
  EXPECT_FALSE(LinkDecoder(w).decode(LinkKind::source_of_cue, vectors, cues, {})[0].partner);
}

TEST(LinkDecoder, TakesTheMeanOverASpan) {
  const std::vector<float> vectors = {0, 0, 0, 4, /**/ 0, 0, 0, 0, /**/ 0, 0, 1, 0};
  const std::vector<PieceRange> contents = {{0, 2}};
  const std::vector<PieceRange> cues = {{2, 3}};
  const auto links = LinkDecoder(weights(1)).decode(LinkKind::cue_of_content, vectors, contents, cues);
  EXPECT_NEAR(links[0].probability, 1 / (1 + std::exp(-2.0)), 1e-6);
}

TEST(LinkDecoder, CutsASpanAtTheWindowsEnd) {
  const std::vector<float> vectors = {0, 0, 0, 2, /**/ 0, 0, 1, 0};
  const std::vector<PieceRange> contents = {{0, 1}};
  const std::vector<PieceRange> cues = {{1, 9}};
  const auto links = LinkDecoder(weights(1)).decode(LinkKind::cue_of_content, vectors, contents, cues);
  EXPECT_NEAR(links[0].probability, 1 / (1 + std::exp(-2.0)), 1e-6);
}

TEST(LinkDecoder, BucketsOfDistance) {
  EXPECT_EQ(distance_bucket(5, 5), 8u);
  EXPECT_EQ(distance_bucket(5, 6), 9u);
  EXPECT_EQ(distance_bucket(6, 5), 7u);
  EXPECT_EQ(distance_bucket(0, 3), 10u);
  EXPECT_EQ(distance_bucket(0, 4), 11u);
  EXPECT_EQ(distance_bucket(0, 1'000'000), 16u);
  EXPECT_EQ(distance_bucket(1'000'000, 0), 0u);
}

}  // namespace
}  // namespace sayso::language
