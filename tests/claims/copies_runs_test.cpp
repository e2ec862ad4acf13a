#include "claims/copies_runs.h"

#include <gtest/gtest.h>

#include "claims/hand_made_record.h"

namespace sayso::claims {
namespace {

CopyText text_of(const std::string& words) {
  return make_copy_text(record_of("a", "Vale Press", words));
}

// So many words of their own, which stand in no other text of another letter.
std::string filler(char letter, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += std::string(1, letter) + "word" + std::to_string(i) + " ";
  return text;
}

TEST(CommonText, CountsRunsOnBothSides) {
  const std::string shared = "masons repaired the weir above Hollin after heavy rain";
  const CommonText common =
      compare_texts(text_of(filler('x', 11) + shared), text_of(shared + " " + filler('y', 31)));
  EXPECT_EQ(common.longest, 9u);
  EXPECT_EQ(common.a.words, 20u);
  EXPECT_EQ(common.a.in_runs, 9u);
  EXPECT_EQ(common.b.in_runs, 9u);
  EXPECT_EQ(common.b.words, 40u);
  EXPECT_EQ(common.b.in_long_runs, 0u);
  EXPECT_DOUBLE_EQ(common.a.share(), 0.45);
  EXPECT_EQ(common.shared_content, 6u);
}

TEST(CommonText, FourWordsAndPhrasesOfGrammarAreNoRun) {
  EXPECT_EQ(
      compare_texts(text_of("masons repaired old weirs xa"), text_of("masons repaired old weirs yb")).longest,
      0u);
  EXPECT_EQ(
      compare_texts(text_of("and so it was for them rain"), text_of("and so it was for them snow")).longest,
      0u);
}

TEST(CommonText, WhatIsQuotedIsCountedApart) {
  const std::string quote = "“masons repaired the weir above Hollin after heavy rain last week again”";
  const CommonText common = compare_texts(text_of(quote + filler('x', 5)), text_of(filler('y', 5) + quote));
  EXPECT_EQ(common.b.in_runs, 12u);
  EXPECT_EQ(common.b.in_long_runs, 12u);
  EXPECT_EQ(common.b.own_in_runs, 0u);
  EXPECT_EQ(common.b.own_in_long_runs, 0u);
}

TEST(CommonText, ARepeatedPassageCoversAllItsPlacesInTheCopyAndOneInTheOriginal) {
  const std::string shared = "masons repaired the weir above Hollin. ";
  const CommonText common =
      compare_texts(text_of(shared + filler('x', 4)), text_of(shared + "then " + shared));
  EXPECT_EQ(common.a.in_runs, 6u);
  EXPECT_EQ(common.b.in_runs, 12u);
}

TEST(CommonText, EmptyTextsHaveNothingInCommon) {
  const CommonText common = compare_texts(CopyText{}, text_of("masons repaired the weir above Hollin"));
  EXPECT_EQ(common.b.in_runs, 0u);
  EXPECT_EQ(common.a.share(), 0);
  EXPECT_EQ(compare_texts(CopyText{}, CopyText{}).likeness(), 0);
}

}  // namespace
}  // namespace sayso::claims
