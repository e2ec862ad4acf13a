#include "sayso/article.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace sayso {
namespace {

TEST(Article, WarningsOfOneKindAndPlaceAddUp) {
  Article article;
  article.warn("invalid_utf8", "", 3);
  article.warn("invalid_utf8");
  article.warn("decoded_from", "windows-1252");
  ASSERT_EQ(article.warnings.size(), 2u);
  EXPECT_EQ(article.warnings[0].count, 4u);
  EXPECT_EQ(article.warnings[1].place, "windows-1252");
}

TEST(Article, OnlyRunningTextIsRead) {
  std::set<std::string> read;
  for (int kind = 0; kind <= static_cast<int>(BlockKind::furniture); ++kind) {
    if (is_read(static_cast<BlockKind>(kind))) read.insert(to_string(static_cast<BlockKind>(kind)));
  }
  EXPECT_EQ(read, (std::set<std::string>{"title", "dek", "caption", "paragraph", "quote", "list"}));
}

}  // namespace
}  // namespace sayso
