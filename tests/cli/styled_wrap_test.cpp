#include "cli/styled_wrap.h"

#include <gmock/gmock.h>

#include <sstream>

#include "cli/display_cells.h"

namespace sayso::cli {
namespace {

TEST(StyledWrap, MarksRolesWithoutColour) {
  EXPECT_EQ(wrap({{"In May, "},
                  {"Tilda Brask", Style::source},
                  {" "},
                  {"said", Style::cue},
                  {" "},
                  {"the bridge opened", Style::content},
                  {"."}},
                 "", {.width = 80}),
            "In May, {Tilda Brask} *said* <the bridge opened>.\n");
}

TEST(StyledWrap, ColoursRolesAndLeavesTheMarksOut) {
  EXPECT_EQ(
      wrap({{"Brask", Style::source}, {" ", Style::faint}, {"said", Style::cue}, {" yes", Style::content}},
           "", {.width = 80, .colour = true}),
      "\x1b[1;36mBrask\x1b[0m\x1b[2m \x1b[0m\x1b[4;33msaid\x1b[0m yes\n");
}

TEST(StyledWrap, ClosesAStyleAtTheEndOfEachLine) {
  EXPECT_EQ(wrap({{"one two", Style::cue}}, "  ", {.width = 6, .colour = true}),
            "  \x1b[4;33mone\x1b[0m\n  \x1b[4;33mtwo\x1b[0m\n");
}

TEST(StyledWrap, HangsTheIndent) {
  EXPECT_EQ(wrap({{"alpha beta gamma"}}, " 1  ", {.width = 10}), " 1  alpha\n    beta\n    gamma\n");
}

TEST(StyledWrap, MarksStandAtTheWordsAndCountAsColumns) {
  EXPECT_EQ(wrap({{"aaa "}, {"bbb", Style::source}}, "", {.width = 9}), "aaa {bbb}\n");
  EXPECT_EQ(wrap({{"aaa "}, {"bbb", Style::source}}, "", {.width = 8}), "aaa\n{bbb}\n");
  EXPECT_EQ(wrap({{" a b ", Style::content}, {"c"}}, "", {.width = 80}), "<a b> c\n");
}

TEST(StyledWrap, CutsALongWordBetweenGraphemes) {
  EXPECT_EQ(wrap({{"e\u0301e\u0301e\u0301e\u0301e\u0301"}}, "", {.width = 2}),
            "e\u0301e\u0301\ne\u0301e\u0301\ne\u0301\n");
  const std::string family = "\U0001F468\u200d\U0001F469";
  EXPECT_EQ(wrap({{family + family + family}}, "", {.width = 5}), family + family + "\n" + family + "\n");
}

TEST(StyledWrap, NoLineIsWiderThanAsked) {
  const std::string text =
      "中文和 English 混在一起，“quoted” e\u0301te\u0301 \U0001F6A2\U0001F6A2 "
      "https://example.org/a/very/long/path?with=query and-a-hyphenated-word   spaces";
  for (int width = 8; width < 60; ++width) {
    std::istringstream lines(
        wrap({{text, Style::content}, {" "}, {text, Style::source}}, " 1  ", {.width = width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_columns(line), width) << line;
  }
}

TEST(StyledWrap, AnEmptyLineStartsANewOne) {
  EXPECT_EQ(wrap({{"“One.\n\n“Two.”", Style::content}}, "  ", {.width = 80}), "  <“One.\n  “Two.”>\n");
}

TEST(StyledWrap, NothingOfTheTextControlsTheTerminal) {
  EXPECT_EQ(wrap({{"\x1b]0;x\x07 \x1b[2J", Style::title}}, "", {.width = 80, .colour = true}),
            "\x1b[1m␛]0;x␇ ␛[2J\x1b[0m\n");
}

TEST(StyledWrap, EmptyTextIsAnEmptyLine) {
  EXPECT_EQ(wrap({}, "", {.width = 80}), "\n");
  EXPECT_EQ(wrap({{"", Style::source}, {"a"}, {"", Style::cue}}, "", {.width = 80}), "a\n");
}

}  // namespace
}  // namespace sayso::cli
