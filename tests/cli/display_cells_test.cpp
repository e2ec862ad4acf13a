#include "cli/display_cells.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso::cli {
namespace {

TEST(DisplayCells, CountsColumnsAndNotBytes) {
  EXPECT_EQ(display_columns(""), 0);
  EXPECT_EQ(display_columns("told"), 4);
  EXPECT_EQ(display_columns("Мэр"), 3);
  EXPECT_EQ(display_columns("“…”"), 3);
  EXPECT_EQ(display_columns("中文，"), 6);
  EXPECT_EQ(display_columns("한국"), 4);
  EXPECT_EQ(display_columns("\u1112\u1161\u11ab"), 2);  // one syllable of three parts
  EXPECT_EQ(display_columns("e\u0301te\u0301"), 3);
  EXPECT_EQ(display_columns("a\u200bb\ufeff"), 2);
}

TEST(DisplayCells, TakesAnEmojiSequenceAsOne) {
  EXPECT_EQ(display_columns("\U0001F6A2"), 2);
  EXPECT_EQ(display_columns("\U0001F468\u200d\U0001F469\u200d\U0001F467"), 2);
  EXPECT_EQ(display_columns("\U0001F44D\U0001F3FD"), 2);
  EXPECT_EQ(display_columns("\U0001F1F3\U0001F1F5"), 2);
  EXPECT_EQ(display_columns("\u2764\ufe0f"), 2);
  EXPECT_EQ(split_cells("\U0001F468\u200d\U0001F469x").size(), 2u);
}

TEST(DisplayCells, CoverTheTextInOrder) {
  const std::string text = "Мэр e\u0301 中文 \U0001F1F3\U0001F1F5.";
  std::size_t at = 0;
  for (const DisplayCell& cell : split_cells(text)) {
    EXPECT_EQ(cell.begin, at);
    EXPECT_LT(cell.begin, cell.end);
    at = cell.end;
  }
  EXPECT_EQ(at, text.size());
}

TEST(DisplayCells, LinesBreakBehindBlanksAndBetweenIdeographs) {
  const auto breaks = [](const std::string& text) {
    std::string marked;
    for (const DisplayCell& cell : split_cells(text)) {
      marked += (cell.may_break_before ? "|" : "") + text.substr(cell.begin, cell.end - cell.begin);
    }
    return marked;
  };
  EXPECT_EQ(breaks("he said, “no”"), "he |said, |“no”");
  EXPECT_EQ(breaks("ten\u00a0km"), "ten\u00a0km");
  EXPECT_EQ(breaks("中文，好"), "中|文，|好");
}

}  // namespace
}  // namespace sayso::cli
