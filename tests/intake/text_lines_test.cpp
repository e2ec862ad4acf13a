#include "intake/text_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace sayso::intake {
namespace {

std::vector<std::string> units_of(const std::string& text) {
  const std::vector<TextLine> lines = split_lines(text, 0);
  std::vector<std::string> units;
  for (const TextLine& unit : join_wrapped_lines(text, lines, std::vector<bool>(lines.size()))) {
    units.emplace_back(unit.span.of(text));
  }
  return units;
}

TEST(TextLines, KnowEveryLineBreak) {
  EXPECT_THAT(units_of("One.\r\n\r\nTwo.\rThree.\u2028Four.\u0085Five."),
              testing::ElementsAre("One.", "Two.", "Three.", "Four.", "Five."));
}

TEST(TextLines, CountChunks) {
  const std::vector<TextLine> lines = split_lines("\n\na\nb\n \u00A0\n\nc", 0);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].chunk, lines[1].chunk);
  EXPECT_NE(lines[1].chunk, lines[2].chunk);
}

TEST(TextLines, JoinHardWrappedText) {
  const std::string text =
      "The council of Lower Quay met for six hours on Monday and could not agree\n"
      "on a day for the last crossing, its clerk said. The owner had asked for a\n"
      "Sunday in May.\n"
      "\n"
      "A second meeting is planned, and the clerk expects that it will take less\n"
      "time than the first.";
  EXPECT_EQ(units_of(text).size(), 2u);
}

TEST(TextLines, KeepLinesThatAreParagraphs) {
  EXPECT_EQ(units_of("The council met on Monday for six hours and could not agree on it.\n"
                     "Its clerk said that a second meeting is planned for the next week.\n"
                     "The owner of the ferry had asked for a Sunday in the month of May.")
                .size(),
            3u);
  EXPECT_EQ(units_of(std::string(400, 'a') + ".\n" + std::string(400, 'B') + ".").size(), 2u);
}

TEST(TextLines, JoinAStrayBreakInsideASentence) {
  EXPECT_THAT(units_of("He said that\nit was late."), testing::ElementsAre("He said that\nit was late."));
}

TEST(TextLines, KnowListItems) {
  for (const char* line : {"- one", "* one", "• one", "1. one", "12) one", "-One"})
    EXPECT_TRUE(is_list_item(line)) << line;
  for (const char* line : {"1.5 million", "-- one", "one", "2009. A year", "-", ""}) {
    EXPECT_FALSE(is_list_item(line)) << line;
  }
}

}  // namespace
}  // namespace sayso::intake
