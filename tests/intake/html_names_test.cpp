#include "intake/html_names.h"

#include <gtest/gtest.h>

#include <string>

#include "intake/html_regions.h"

namespace sayso::intake {
namespace {

TEST(HtmlNames, WordsAreWholeHoweverTheyAreWritten) {
  for (const std::string name : {"share-bar", "ShareBar", "post__share", "share"}) {
    EXPECT_TRUE(regions_of_names(name, "") & kBoilerplate) << name;
    EXPECT_TRUE(regions_of_names("", name) & kBoilerplate) << name;
  }
  for (const std::string name : {"shareholders", "leadership", "ads2", ""})
    EXPECT_EQ(regions_of_names(name, ""), 0u) << name;
}

TEST(HtmlNames, GroupsOfWordsStandSideBySide) {
  EXPECT_TRUE(regions_of_names("the-article-body", "") & kArticleBody);
  EXPECT_FALSE(regions_of_names("article big-body", "") & kArticleBody);
  EXPECT_FALSE(regions_of_names("article", "") & kArticleBody);
}

TEST(HtmlNames, HidingClassesAreWholeClasses) {
  EXPECT_TRUE(regions_of_names("a hidden b", "") & kUnseen);
  EXPECT_FALSE(regions_of_names("label-hidden-xs", "") & kUnseen);
}

TEST(HtmlNames, LongNamesAreCut) {
  EXPECT_EQ(regions_of_names(std::string(100'000, 'x') + " share", ""), 0u);
}

}  // namespace
}  // namespace sayso::intake
