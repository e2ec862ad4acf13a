#include "cli/terminal.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace sayso::cli {
namespace {

Variables variables(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) -> const char* {
    const auto found = values.find(name);
    return found == values.end() ? nullptr : found->second.c_str();
  };
}

TEST(Terminal, ColourWhereATerminalShowsIt) {
  const Terminal tty{.is_tty = true, .columns = 80};
  const Terminal file;
  const auto xterm = variables({{"TERM", "xterm"}});
  EXPECT_TRUE(shows_colour(tty, xterm, false));
  EXPECT_FALSE(shows_colour(file, xterm, false));
  EXPECT_FALSE(shows_colour(tty, xterm, true));
  EXPECT_FALSE(shows_colour(tty, variables({{"TERM", "dumb"}}), false));
  EXPECT_FALSE(shows_colour(tty, variables({}), false));
}

TEST(Terminal, VariablesDecideAboutColour) {
  const Terminal tty{.is_tty = true, .columns = 80};
  const Terminal file;
  EXPECT_FALSE(shows_colour(tty, variables({{"TERM", "xterm"}, {"NO_COLOR", "1"}}), false));
  EXPECT_TRUE(shows_colour(tty, variables({{"TERM", "xterm"}, {"NO_COLOR", ""}}), false));
  EXPECT_TRUE(shows_colour(file, variables({{"CLICOLOR_FORCE", "1"}}), false));
  EXPECT_FALSE(shows_colour(file, variables({{"CLICOLOR_FORCE", "0"}}), false));
  EXPECT_FALSE(shows_colour(file, variables({{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}), false));
  EXPECT_FALSE(shows_colour(file, variables({{"CLICOLOR_FORCE", "1"}}), true));
}

TEST(Terminal, Width) {
  EXPECT_EQ(text_width({.is_tty = true, .columns = 72}, 0), 72);
  EXPECT_EQ(text_width({.is_tty = true, .columns = 300}, 0), 120);
  EXPECT_EQ(text_width({.is_tty = true, .columns = 5}, 0), 20);
  EXPECT_EQ(text_width({.is_tty = true, .columns = 0}, 0), 100);
  EXPECT_EQ(text_width({.is_tty = false, .columns = 0}, 0), 100);
  EXPECT_EQ(text_width({.is_tty = true, .columns = 72}, 200), 200);
}

}  // namespace
}  // namespace sayso::cli
