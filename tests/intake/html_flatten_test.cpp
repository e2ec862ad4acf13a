#include "intake/html_flatten.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso::intake {
namespace {

using namespace std::string_literals;

std::string repeat(const std::string& piece, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += piece;
  return all;
}

std::string flat(const std::string& page) {
  return flatten_page(page).html;
}

TEST(HtmlFlatten, KeepsOrdinaryMarkup) {
  const std::string page = "<!DOCTYPE html><div class=\"a\"><p>One <b>two</b></p><br></div>";
  EXPECT_EQ(flat(page), page);
}

TEST(HtmlFlatten, DropsScriptsStylesAndComments) {
  EXPECT_EQ(flat("a<script>if (a<b) '</p>'</script>b<!-- <p> -->c<style>x</style>d"), "abcd");
  EXPECT_EQ(flat("<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>"),
            "<script type=\"application/ld+json\">{\"a\":\"\\u003cb>\"}</script>");
}

TEST(HtmlFlatten, SurvivesEveryCut) {
  const std::string page =
      "<!DOCTYPE html><a href='x y' title=\"q>\" b=c>t</a><!-- c --><script>s</script><![CDATA[x]]></p><";
  for (std::size_t size = 0; size <= page.size(); ++size) flat(page.substr(0, size));
}

TEST(HtmlFlatten, FlattensBeyondTheLimitAndKeepsTheText) {
  const FlatPage page =
      flatten_page(repeat("<div>", 20'000) + "deep" + repeat("</div>", 20'000) + "<p>after</p>");
  EXPECT_EQ(page.dropped_tags, 20'000 - kMaxNesting);
  EXPECT_NE(page.html.find("deep"), std::string::npos);
  EXPECT_NE(page.html.find("<p>after</p>"), std::string::npos);
}

TEST(HtmlFlatten, KnowsTagsThatNeedNoEnd) {
  EXPECT_EQ(flatten_page(repeat("<p>a", 5000)).dropped_tags, 0u);
  EXPECT_EQ(flatten_page("<ul>" + repeat("<li>a", 5000)).dropped_tags, 0u);
  EXPECT_EQ(flatten_page("<table>" + repeat("<tr><td>a<td>b", 5000)).dropped_tags, 0u);
  EXPECT_EQ(flatten_page(repeat("<br><img src=x>", 5000)).dropped_tags, 0u);
}

TEST(HtmlFlatten, BoundsUnclosedFormatting) {
  EXPECT_GT(flatten_page(repeat("<div><b id=x></div>", 1000)).dropped_tags, 900u);
  EXPECT_EQ(flatten_page(repeat("<div><b id=x>t</b></div>", 1000)).dropped_tags, 0u);
}

TEST(HtmlFlatten, BoundsAttributes) {
  std::string tag = "<p";
  for (int i = 0; i < 5000; ++i) tag += " a" + std::to_string(i) + "=1";
  EXPECT_LT(flat(tag + ">").size(), 1000u);
  EXPECT_EQ(flat("<img src=\"" + std::string(100'000, 'A') + "\" alt=x>"), "<img alt=x>");
}

}  // namespace
}  // namespace sayso::intake
