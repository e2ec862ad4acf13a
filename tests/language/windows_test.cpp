#include "language/windows.h"

#include <gmock/gmock.h>

#include <random>

namespace sayso::language {
namespace {

std::vector<PieceRange> ranges(const std::vector<std::uint32_t>& sizes) {
  std::vector<PieceRange> out;
  std::uint32_t at = 0;
  for (const std::uint32_t size : sizes) {
    out.push_back({at, at + size});
    at += size;
  }
  return out;
}

TEST(Windows, FillsAWindowWithWholeParagraphs) {
  const std::vector<Piece> pieces(60);
  const auto windows = cut_windows(pieces, ranges({20, 20, 20}), {50, 8});
  ASSERT_EQ(windows.size(), 2u);
  EXPECT_EQ(windows[0].pieces, (PieceRange{0, 40}));
  EXPECT_EQ(windows[1].pieces, (PieceRange{32, 60}));
}

TEST(Windows, ContextStartsAtAWordAndInsideTheParagraphBefore) {
  std::vector<Piece> pieces(60);
  pieces[32].continues = pieces[33].continues = true;
  EXPECT_EQ(cut_windows(pieces, ranges({20, 20, 20}), {50, 8})[1].pieces.begin, 34u);
  EXPECT_EQ(cut_windows(pieces, ranges({37, 3, 20}), {40, 8})[1].pieces.begin, 37u);
}

TEST(Windows, TheDeeperWindowOwnsAPiece) {
  const std::vector<Piece> pieces(60);
  const auto windows = cut_windows(pieces, ranges({20, 20, 20}), {50, 8});
  EXPECT_EQ(windows[0].own, (PieceRange{0, 36}));
  EXPECT_EQ(windows[1].own, (PieceRange{36, 60}));
}

TEST(Windows, CutsALongParagraphWithOverlap) {
  const std::vector<Piece> pieces(100);
  const auto windows = cut_windows(pieces, ranges({100}), {40, 10});
  ASSERT_EQ(windows.size(), 3u);
  EXPECT_EQ(windows[1].pieces, (PieceRange{30, 70}));
  EXPECT_EQ(windows[2].pieces, (PieceRange{60, 100}));
}

TEST(Windows, OwnRangesCoverEveryPieceOnce) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::uint32_t> sizes;
    for (int i = 0; i < 12; ++i) sizes.push_back(1 + random() % (random() % 5 == 0 ? 200 : 30));
    const auto paragraphs = ranges(sizes);
    std::vector<Piece> pieces(paragraphs.back().end);
    for (Piece& piece : pieces) piece.continues = random() % 4 == 0;
    const WindowLimits limits{20 + static_cast<std::uint32_t>(random() % 60),
                              static_cast<std::uint32_t>(random() % 15)};
    std::uint32_t at = 0;
    for (const Window& window : cut_windows(pieces, paragraphs, limits)) {
      ASSERT_EQ(window.own.begin, at);
      ASSERT_LT(window.own.begin, window.own.end);
      ASSERT_LE(window.pieces.begin, window.own.begin);
      ASSERT_GE(window.pieces.end, window.own.end);
      ASSERT_LE(window.pieces.size(), limits.pieces);
      at = window.own.end;
    }
    ASSERT_EQ(at, pieces.size());
  }
}

TEST(Windows, NoParagraphsNoWindows) {
  EXPECT_TRUE(cut_windows({}, {}, {}).empty());
}

}  // namespace
}  // namespace sayso::language
