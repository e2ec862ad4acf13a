#include "claims/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> found;
  for (const Span span : sentences_in(text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.emplace_back(span.of(text));
  }
  return found;
}

TEST(Sentences, EndWithTheirQuotationMarks) {
  EXPECT_THAT(sentences("“It broke.” She left!  He stayed"),
              ElementsAre("“It broke.”", "She left!", "He stayed"));
}

TEST(Sentences, DoNotEndBehindAbbreviationsInitialsAndFigures) {
  EXPECT_THAT(sentences("Dr. J. Holt came at 6.40 a.m. Monday. It rained."),
              ElementsAre("Dr. J. Holt came at 6.40 a.m. Monday.", "It rained."));
  EXPECT_THAT(sentences("The U.S. Senate met at 9 a.m. and left."),
              ElementsAre("The U.S. Senate met at 9 a.m. and left."));
}

TEST(Sentences, DoNotBeginInSmallLetters) {
  EXPECT_THAT(sentences("“Why?” asked the mayor."), ElementsAre("“Why?” asked the mayor."));
}

TEST(Sentences, StayInsideTheirPiece) {
  const std::string text = "One. Two. Three.";
  EXPECT_THAT(sentences_in(text, {5, 9}), ElementsAre(Span{5, 9}));
  EXPECT_THAT(sentences_in(text, {4, 4}), ElementsAre());
  EXPECT_THAT(sentences("  \n "), ElementsAre());
}

}  // namespace
}  // namespace sayso::claims
