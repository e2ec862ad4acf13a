#include "serve/origin_tree.h"

#include <gmock/gmock.h>

namespace sayso::serve {
namespace {

ClaimStatement says(std::string document, std::string outlet, std::vector<std::string> via = {}) {
  ClaimStatement s;
  s.document = std::move(document);
  s.outlet = std::move(outlet);
  s.origin = "Anna Berg";
  s.origin_entity = "anna";
  s.via = std::move(via);
  return s;
}

// Anna told the agency; two outlets carry it, a third one copies one of them.
ClaimPage told_to_an_agency() {
  ClaimPage page;
  page.claim.statements = {says("d1", "Agency"), says("d2", "Post", {"Agency"}),
                           says("d3", "Mail", {"Post", "Agency"}), says("d4", "Blog", {"Agency"})};
  page.claim.origins = {{"unattributed: Blog", "", {"d4"}, false, true, "the article names nobody"},
                        {"Anna Berg", "anna", {"d1", "d2", "d3", "d4"}, true, true, "one name"}};
  page.claim.independent_origins = 1;
  page.claim.copies = {{"d2", "d4", CopyKind::reprint, "all words"}};
  for (const char* id : {"d1", "d2", "d3", "d4"})
    page.documents[id] = {id, "", "outlet of " + std::string(id), "", "", ""};
  return page;
}

TEST(OriginTree, SaysHowManyItRestsOn) {
  EXPECT_EQ(reach_of(told_to_an_agency()), "4 articles, 4 outlets, 1 origin");
}

TEST(OriginTree, IndependentOriginsComeFirst) {
  const Json tree = origin_tree(told_to_an_agency());
  ASSERT_EQ(tree.size(), 2U);
  EXPECT_EQ(tree[0]["name"], "Anna Berg");
  EXPECT_EQ(tree[0]["why"], "one name");
  EXPECT_FALSE(tree[1]["independent"].get<bool>());
}

TEST(OriginTree, CarriersStandBetweenOriginAndArticle) {
  const Json top = origin_tree(told_to_an_agency())[0]["children"];
  ASSERT_EQ(top.size(), 2U);
  EXPECT_EQ(top[0]["name"], "outlet of d1");
  EXPECT_EQ(top[1]["kind"], "carrier");
  const Json below = top[1]["children"];
  EXPECT_EQ(below[0]["name"], "outlet of d2");
  EXPECT_EQ(below[1]["name"], "Post");  // d3 had it from the Post, the Post from the agency
  EXPECT_EQ(below[1]["children"][0]["name"], "outlet of d3");
}

TEST(OriginTree, ACopyStandsUnderWhatItCopiesWithTheReason) {
  const Json original = origin_tree(told_to_an_agency())[0]["children"][1]["children"][0];
  ASSERT_EQ(original["children"].size(), 1U);
  EXPECT_EQ(original["children"][0]["label"], "reprint");
  EXPECT_EQ(original["children"][0]["why"], "all words");
}

TEST(OriginTree, CopiesInARingEnd) {
  ClaimPage page = told_to_an_agency();
  page.claim.copies = {{"d2", "d4", CopyKind::reprint, ""},
                       {"d4", "d2", CopyKind::reprint, ""},
                       {"d1", "d1", CopyKind::reprint, ""}};
  EXPECT_EQ(origin_tree(page)[0]["children"].size(), 2U);
}

}  // namespace
}  // namespace sayso::serve
