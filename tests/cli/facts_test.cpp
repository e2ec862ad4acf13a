#include "cli/facts.h"

#include <gtest/gtest.h>

#include "cli/display_cells.h"

namespace sayso::cli {
namespace {

TEST(Facts, LeavesOutWhatIsEmpty) {
  EXPECT_EQ(facts({"a", "", "b"}), "a · b");
  EXPECT_EQ(facts({"", "a"}), "a");
  EXPECT_EQ(facts({}), "");
}

TEST(Facts, CountsWithAnS) {
  EXPECT_EQ(reach(1, 0, 2), "1 article, 0 outlets, 2 origins");
}

TEST(Facts, Periods) {
  EXPECT_EQ(period("2024-03-05T10:00:00Z", "2024-03-05"), "2024-03-05");
  EXPECT_EQ(period("2024-03", "2024-04-01"), "2024-03 to 2024-04-01");
  EXPECT_EQ(period("", "2024-03-05"), "2024-03-05");
  EXPECT_EQ(period("2024-03-05", ""), "2024-03-05");
  EXPECT_EQ(period("", ""), "undated");
}

TEST(Facts, RuleIsAsWideAsTheViewAndKeepsTheEnd) {
  EXPECT_EQ(rule("abc", "id", {.width = 20}), "── abc ─────── id ──\n");
  const std::string line = rule("news/新聞/a-long-name.txt", "id", {.width = 24});
  EXPECT_LE(display_columns(line) - 1, 24);
  EXPECT_NE(line.find("…"), line.npos);
  EXPECT_NE(line.find("name.txt"), line.npos);
}

}  // namespace
}  // namespace sayso::cli
