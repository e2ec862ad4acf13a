// Single rules; whole articles stand in cases/.
#include "intake/plain_text_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "intake/block_check.h"

namespace sayso::intake {
namespace {

using testing::ElementsAre;

const std::string kSentence =
    "The ferry across the Esk will make its last crossing on Sunday, its owner told the council.";

Article blocks_of(const std::string& text, bool guess_title = true) {
  Article article;
  article.text = text;
  add_plain_text_blocks(article, {0, guess_title});
  EXPECT_EQ(find_block_fault(article), "");
  return article;
}

std::vector<std::string> kinds_of(const std::string& text) {
  std::vector<std::string> kinds;
  const Article article = blocks_of(text);
  for (const Block& block : article.blocks) kinds.emplace_back(to_string(block.kind));
  return kinds;
}

TEST(PlainTextBlocks, RowsOfTabsAreATable) {
  EXPECT_THAT(kinds_of(kSentence + "\n\nyear\ttrips\tfares\n1994\t81\t3\n2020\t9\t7\n\n" + kSentence),
              ElementsAre("paragraph", "table", "table", "table", "paragraph"));
  EXPECT_THAT(kinds_of(kSentence + "\n\none\ttwo\tthree, he said.\n\n" + kSentence),
              ElementsAre("paragraph", "paragraph", "paragraph"));
}

TEST(PlainTextBlocks, ShortLinesInARowAreNoHeadings) {
  EXPECT_THAT(kinds_of(kSentence + "\n\nShow humility\n\nStop lying\n\nSell the boat\n\n" + kSentence +
                       "\n\n" + kSentence),
              ElementsAre("paragraph", "paragraph", "paragraph", "paragraph", "paragraph", "paragraph"));
  EXPECT_THAT(kinds_of(kSentence + "\n\nA boat for sale\n\n" + kSentence),
              ElementsAre("paragraph", "heading", "paragraph"));
}

TEST(PlainTextBlocks, TheLineUnderTheTitleIsTheDek) {
  EXPECT_THAT(kinds_of("Ferry stops\n\nOperator blames fuel bills and a new bridge\n\n" + kSentence),
              ElementsAre("title", "dek", "paragraph"));
}

TEST(PlainTextBlocks, MenusAboveTheTitleArePassedOver) {
  EXPECT_THAT(kinds_of("Skip to content\nMenu\n\nFerry stops\n\n" + kSentence),
              ElementsAre("furniture", "furniture", "title", "paragraph"));
}

TEST(PlainTextBlocks, HeadlinesBelowTopStoriesAreFurniture) {
  EXPECT_THAT(kinds_of(kSentence + "\n\nTOP STORIES\nCat rescued from dam\nMayor opens fair\n"),
              ElementsAre("paragraph", "furniture", "furniture", "furniture"));
}

TEST(PlainTextBlocks, StatementsBelowFurnitureStay) {
  EXPECT_THAT(kinds_of(kSentence + "\n\nAdvertisement\n\n“It was the fuel,” she said\n\nMoody says no"),
              ElementsAre("paragraph", "furniture", "paragraph", "paragraph"));
}

TEST(PlainTextBlocks, NoTitleWhereNoneIsWanted) {
  EXPECT_EQ(blocks_of("Ferry stops\n\n" + kSentence, false).title, "");
}

TEST(PlainTextBlocks, AWrappedTitleIsOneLine) {
  const std::string wrapped =
      "The ferry across the Esk makes its last crossing after ninety\nyears of service\n\n";
  const std::string body =
      "The ferry across the Esk will make its last crossing on Sunday,\nits owner told the council of Lower "
      "Quay.\n";
  EXPECT_EQ(blocks_of(wrapped + body).title,
            "The ferry across the Esk makes its last crossing after ninety years of service");
}

TEST(PlainTextBlocks, NamesWhoseStoryItIs) {
  EXPECT_EQ(blocks_of(kSentence + "\n\nStory: Coastline").syndicated_from, "Coastline");
  EXPECT_EQ(blocks_of("By Jane Doe, Reuters\n\n" + kSentence).agency, "Reuters");
}

}  // namespace
}  // namespace sayso::intake
