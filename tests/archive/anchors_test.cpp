#include "archive/anchors.h"

#include <gtest/gtest.h>

namespace sayso::archive {
namespace {

Span span_of(std::string_view text, std::string_view words, std::size_t from = 0) {
  const auto at = text.find(words, from);
  EXPECT_NE(at, text.npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

TEST(Anchors, HoldWhereTheTextAroundHasChanged) {
  const std::string text = "Mo said it was late. Later Bo said it was late, and left.";
  const Span second = span_of(text, "it was late", 20);
  const Anchor anchor = make_anchor("d", text, second);
  EXPECT_EQ(anchor.quote, "it was late");
  EXPECT_EQ(anchor.suffix, ", and left.");
  EXPECT_EQ(find_anchor(text, anchor), second);
  const std::string corrected = "CORRECTED. " + text + " The end.";
  EXPECT_EQ(find_anchor(corrected, anchor), span_of(corrected, "it was late", 35));
}

TEST(Anchors, NothingWhereTheWordsAreGone) {
  const Anchor anchor = make_anchor("d", "Mo said it was late.", {8, 19});
  EXPECT_EQ(find_anchor("Mo said it was early.", anchor), std::nullopt);
  EXPECT_EQ(find_anchor("", anchor), std::nullopt);
  EXPECT_EQ(find_anchor("Mo said it was late.", {}), std::nullopt);
}

TEST(Anchors, KeepWholeCharacters) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "Ж€🚢";
  const Span ship = {static_cast<std::uint32_t>(9 * 25 + 5), static_cast<std::uint32_t>(9 * 25 + 9)};
  const Anchor anchor = make_anchor("d", text, ship);
  EXPECT_EQ(anchor.quote, "🚢");
  // 32 characters: ten of each and two more
  EXPECT_EQ(anchor.prefix.size(), 10u * 9 + 2 + 3);
  EXPECT_EQ(anchor.suffix.size(), 10u * 9 + 2 + 3);
  EXPECT_EQ(find_anchor(text, anchor)->end, 9u * 11 - 0);
}

TEST(Anchors, AtTheEndsOfTheText) {
  const std::string text = "whole";
  const Anchor anchor = make_anchor("d", text, {0, 5});
  EXPECT_EQ(anchor.prefix + anchor.suffix, "");
  EXPECT_EQ(find_anchor(text, anchor), (Span{0, 5}));
}

}  // namespace
}  // namespace sayso::archive
