#include "claims/stance.h"

#include <gtest/gtest.h>

namespace sayso::claims {
namespace {

TEST(Stance, OfWords) {
  EXPECT_EQ(stance_of_words("The gate was open."), Stance::positive);
  EXPECT_EQ(stance_of_words("The gate wasn’t open."), Stance::negative);
  EXPECT_EQ(stance_of_words("Nobody opened the gate."), Stance::negative);
  EXPECT_EQ(stance_of_words("The gate is no longer open, no doubt."), Stance::positive);
  EXPECT_EQ(stance_of_words("The gate may well have been open."), Stance::open);
  EXPECT_EQ(stance_of_words("We cannot rule out that it was open."), Stance::open);
}

TEST(Stance, OfCommitments) {
  EXPECT_EQ(stance_of(Commitment::probable_plus, SpeechAct::assertive), Stance::positive);
  EXPECT_EQ(stance_of(Commitment::certain_minus, SpeechAct::assertive), Stance::negative);
  EXPECT_EQ(stance_of(Commitment::possible_plus, SpeechAct::assertive), Stance::open);
  EXPECT_EQ(stance_of(Commitment::uncommitted, SpeechAct::assertive), Stance::open);
  EXPECT_EQ(stance_of(Commitment::uncommitted, SpeechAct::directive), Stance::positive);
}

TEST(Opposites, StandInDifferentStatements) {
  const auto pair = opposites({"gat", "reopen"}, {"clos", "gat"});
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->a, "reopen");
  EXPECT_EQ(pair->b, "clos");
  EXPECT_FALSE(opposites({"clos", "reopen"}, {"clos"}));
  EXPECT_FALSE(opposites({"gat"}, {"clos"}));
}

TEST(Figures, AgreeWithinRoundingAndBounds) {
  using enum FigureRelation;
  const Figure exact{4000, "litre", Bound::exact}, about{4100, "litre", Bound::about};
  EXPECT_EQ(compare(exact, about), agree);
  EXPECT_EQ(compare(exact, {40000, "litre", Bound::about}), conflict);
  EXPECT_EQ(compare({18, "man", Bound::at_least}, {30, "man", Bound::exact}), part);
  EXPECT_EQ(compare({18, "man", Bound::at_least}, {12, "man", Bound::exact}), conflict);
  EXPECT_EQ(compare({30, "man", Bound::exact}, {18, "man", Bound::at_least}), agree);
  EXPECT_EQ(compare({30, "man", Bound::exact}, {18, "man", Bound::at_most}), conflict);
}

}  // namespace
}  // namespace sayso::claims
