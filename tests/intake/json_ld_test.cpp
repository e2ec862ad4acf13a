#include "intake/json_ld.h"

#include <gmock/gmock.h>

#include <string>

namespace sayso::intake {
namespace {

LinkedFacts read(const std::string& script, const LinkedHints& hints = {}) {
  return read_json_ld({script}, hints);
}

std::vector<std::string> names(const LinkedFacts& facts) {
  std::vector<std::string> names;
  for (const LinkedAuthor& author : facts.authors) names.push_back(author.name);
  return names;
}

using testing::ElementsAre;

TEST(JsonLd, ReadsAnArticleInEveryShape) {
  const std::string article =
      R"({"@type": "NewsArticle", "headline": "Ferry stops", "datePublished": "2021-04-09"})";
  for (
      const std::string& script : {
          article,
          "[" + article + "]",
          R"([{"@type": "WebSite", "name": "x"}, )" + article + "]",
          R"({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, )" + article + "]}",
          R"({"@graph": )" + article + "}",
          R"({"@type": "WebPage", "mainEntity": )" + article + "}",
          R"({"@type": "WebPage", "mainEntityOfPage": )" + article + "}",
          R"({"props": {"page": {"story": )" + article + "}}}",
          std::string(
              R"({"@type": ["Thing", "http://schema.org/ReportageNewsArticle"], "headline": {"@value": "Ferry stops"},)"
              R"("datePublished": ["2021-04-09"]})"),
      }) {
    const LinkedFacts facts = read(script);
    EXPECT_EQ(facts.headline, "Ferry stops") << script;
    EXPECT_EQ(facts.published, "2021-04-09") << script;
  }
}

TEST(JsonLd, ReadsAuthorsInEveryShape) {
  const auto authors = [](const std::string& value) {
    return names(read(R"([{"@type": "NewsArticle", "headline": "Ferry", "author": )" + value +
                      R"(}, {"@type": "Person", "@id": "#weir", "name": "Anna Weir"}])"));
  };
  for (const std::string value :
       {R"("Anna Weir")", R"({"name": "Anna Weir"})", R"({"@id": "#weir"})",
        R"([{"@type": "Person", "name": "Anna Weir"}])", R"({"@list": ["Anna Weir"]})",
        R"({"name": ["Anna Weir"]})", R"({"givenName": "Anna", "familyName": "Weir"})",
        R"({"name": {"@value": "Anna Weir"}})"}) {
    EXPECT_THAT(authors(value), ElementsAre("Anna Weir")) << value;
  }
  EXPECT_THAT(authors(R"(["Anna Weir", {"name": "Ben Tarr"}, {}, 7, null])"),
              ElementsAre("Anna Weir", "Ben Tarr"));
}

TEST(JsonLd, KnowsWhichAuthorsAreOrganizations) {
  const LinkedFacts facts = read(
      R"({"@type": "Article", "headline": "x", "author": [{"@type": "NewsMediaOrganization", "name": "Post"}, {"@type":
              "Person", "name": "Anna"}]})");
  ASSERT_EQ(facts.authors.size(), 2u);
  EXPECT_TRUE(facts.authors[0].organization);
  EXPECT_FALSE(facts.authors[1].organization);
}

TEST(JsonLd, MendsBrokenScripts) {
  for (
      const std::string script : {
          R"({"@type": "NewsArticle", "headline": "Ferry stops", "datePublished": "2021-04-09",})",
          R"({"@type": "NewsArticle", "headline": "Ferry stops", "datePublished": "2021-04-09"}{"@type": "WebSite"})",
          R"({"@type": "NewsArticle", "headline": "Ferry stops", "datePublished": "2021-04-09", "articleBody": "The fer)",
          "<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Ferry stops\", \"datePublished\": "
          "\"2021-04-09\"} -->",
          R"({"@type": "NewsArticle", "description": "The "last" one", "headline": "Ferry stops", "datePublished": "2021-04-09"})",
          // No JSON, however it is mended.
          R"("@type": "NewsArticle" "headline": "Ferry stops" ; {"datePublished": "2021-04-09" oops "author": {"name": "A"} {)",
      }) {
    const LinkedFacts facts = read(script);
    EXPECT_EQ(facts.headline, "Ferry stops") << script;
    EXPECT_EQ(facts.published, "2021-04-09") << script;
  }
}

TEST(JsonLd, HintsTellTheArticleFromOthersBesideIt) {
  const std::string script = R"([
    {"@type": "NewsArticle", "headline": "Another story altogether", "datePublished": "2020-01-01"},
    {"@type": "NewsArticle", "headline": "Ferry stops for good", "datePublished": "2021-04-09"}])";
  EXPECT_EQ(read(script).headline, "Another story altogether");
  EXPECT_EQ(read(script, {{"Ferry stops for good | Post"}, ""}).published, "2021-04-09");
}

TEST(JsonLd, AnEmptyArticleDoesNotHideAFullOne) {
  EXPECT_EQ(
      read(R"([{"@type": "NewsArticle"}, {"@type": "NewsArticle", "headline": "Ferry stops"}])").headline,
      "Ferry stops");
}

TEST(JsonLd, ThePageSaysWhatTheArticleLeavesOut) {
  const LinkedFacts facts = read(R"({"@graph": [
    {"@type": "NewsArticle", "headline": "Ferry stops", "author": "Anna Weir"},
    {"@type": "WebPage", "datePublished": "2021-04-09", "dateModified": "2021-04-10"},
    {"@type": "NewsMediaOrganization", "name": "The Lantern Post"}, {"@type": "WebSite", "name": "Lantern"}]})");
  EXPECT_EQ(facts.published, "2021-04-09");
  EXPECT_EQ(facts.modified, "2021-04-10");
  EXPECT_EQ(facts.publisher, "The Lantern Post");
}

TEST(JsonLd, OtherStoriesAreNotThePages) {
  EXPECT_EQ(
      read(R"({"@type": "WebPage", "hasPart": [{"@type": "NewsArticle", "headline": "Another"}]})").headline,
      "");
  EXPECT_EQ(
      read(R"({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]})")
          .headline,
      "");
}

}  // namespace
}  // namespace sayso::intake
