#include "claims/content_stems.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sayso::claims {
namespace {

using Words = std::vector<std::string>;

using ::testing::ElementsAre;

TEST(ContentStems, InflectionsAndDerivationsMeet) {
  EXPECT_EQ(stem_of("negotiating"), stem_of("negotiations"));
  EXPECT_EQ(stem_of("flooded"), stem_of("flooding"));
  EXPECT_EQ(stem_of("leaks"), stem_of("leaked"));
  EXPECT_EQ(stem_of("deliveries"), stem_of("delivered"));
  EXPECT_EQ(stem_of("inspector's"), stem_of("inspection"));
  EXPECT_NE(stem_of("leak"), stem_of("lead"));
}

TEST(ContentStems, NumbersInWordsAreDigits) {
  EXPECT_THAT(content_stems("fourteen men, 14 women"), ElementsAre("14", "man", "14", "woman"));
  EXPECT_THAT(content_stems("40,000 litres"), ElementsAre("40000", "litr"));
}

TEST(ContentStems, WordsOfGrammarAndOfSayingAreLeftOut) {
  EXPECT_THAT(content_stems("It is what they said that was in it."), ElementsAre());
  EXPECT_THAT(content_stems("She’s told the council"), ElementsAre("she", "council"));
}

TEST(SmallWords, KeepInnerMarksOnly) {
  EXPECT_THAT(small_words("“Don’t” – well-known, at 6.40!"),
              ElementsAre("don't", "well-known", "at", "6.40"));
}

TEST(SharedCount, OfSortedLists) {
  EXPECT_EQ(shared_count(Words{"a", "b", "d"}, Words{"b", "c", "d"}), 2u);
  EXPECT_EQ(shared_count(Words{}, Words{"b"}), 0u);
}

}  // namespace
}  // namespace sayso::claims
