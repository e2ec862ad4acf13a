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

// The page as the parser gets it, with the kept pieces of text in the places of their marks.
std::string flat(const std::string& page) {
  const FlatPage flat = flatten_page(page);
  std::string html = flat.html;
  for (std::size_t i = 0; i < flat.text.size(); ++i) {
    const std::string mark = std::string(kTextMark) + std::to_string(i) + ";";
    html.replace(html.find(mark), mark.size(), flat.text.piece(i));
  }
  return html;
}

TEST(HtmlFlatten, KeepsTheStructure) {
  EXPECT_EQ(flat("<!DOCTYPE html><div itemprop=\"a\"><p>One two</p><br><ul><li>x</ul></div>"),
            "<!DOCTYPE html><div itemprop=\"a\"><p>One two</p><br><ul><li>x</ul></div>");
}

TEST(HtmlFlatten, DropsScriptsStylesAndComments) {
  EXPECT_EQ(flat("a<script>if (a<b) '</p>'</script>b<!-- <p> -->c<style>x</style>d"), "abcd");
}

TEST(HtmlFlatten, HandsOutLinkedDataAsItStands) {
  const std::string page = "<script type=\"application/ld+json\">{\"a\":\"<b>\"}</script>x";
  const FlatPage flat = flatten_page(page);
  EXPECT_EQ(flat.html, "x");
  ASSERT_EQ(flat.linked_data.size(), 1u);
  EXPECT_EQ(flat.linked_data[0], "{\"a\":\"<b>\"}");
}

TEST(HtmlFlatten, KeepsOnlyAttributesThatAreAskedFor) {
  EXPECT_EQ(flat("<p onclick='x' data-a=1 role=note title=t>a</p>"), "<p role=note>a</p>");
  EXPECT_EQ(flat("<a href='/x?a=b' rel=author>a</a>"), "<a href rel=author>a</a>");
  EXPECT_EQ(flat("<div style='color:red'>a</div><div style='display: none'>b</div>"),
            "<div>a</div><div style='display: none'>b</div>");
  EXPECT_EQ(
      flat("<meta name=date content=2021-04-09><link rel=stylesheet href=x><link rel=canonical href=y>"),
      "<meta name=date content=2021-04-09><link rel=canonical href=y>");
}

TEST(HtmlFlatten, ClassAndIdBecomeWhatTheySay) {
  EXPECT_EQ(flat("<div class='blue wide'>a</div>"), "<div>a</div>");
  EXPECT_NE(flat("<div class=shareBar>a</div>"), "<div>a</div>");
  EXPECT_EQ(flat("<div class=share-bar>a</div>"), flat("<div id=shareBar>a</div>"));
}

TEST(HtmlFlatten, InlineElementsWithoutAttributesAreText) {
  EXPECT_EQ(flat("<p>One <b>two</b> <i onclick=x>three</i></p>"), "<p>One two three</p>");
  EXPECT_EQ(flat("<p><b role=x>One</b> two</p>"), "<p><span role=x>One</span> two</p>");
  // The inner one is still open in the parser when the outer one ends.
  EXPECT_EQ(flat("<b role=x>a<span role=y>b</b>c"), "<span role=x>a<span role=y>b</span></span>c");
}

TEST(HtmlFlatten, DropsPicturesDrawingsAndChoices) {
  EXPECT_EQ(
      flat("a<img src=x><input>b<svg><path d=x></path><text>no</text></svg>c<select><option>d</select>e"),
      "abce");
  EXPECT_EQ(flat("<svg><g><p>after an open drawing</p>"), "<p>after an open drawing</p>");
  EXPECT_EQ(flat("<div><svg><g></div>x"), "<div></div>x");
}

TEST(HtmlFlatten, BlanksThatAreNotShownGo) {
  EXPECT_EQ(flat("<div>\n  <p>  One \t two  </p>\n <p>three</p></div>"),
            "<div><p>One two</p><p>three</p></div>");
  EXPECT_EQ(flat("<a href=x>one</a>\n<a href=y>two</a>"), "<a href>one</a> <a href>two</a>");
}

TEST(HtmlFlatten, LongTextGoesPastTheParser) {
  const FlatPage page = flatten_page("<p>The ferry left at noon.</p><p>A &amp; B came with it at noon.</p>");
  ASSERT_EQ(page.text.size(), 1u);
  EXPECT_EQ(page.text.piece(0), "The ferry left at noon.");
  EXPECT_NE(page.html.find("A &amp; B came with it at noon."), std::string::npos);
}

TEST(HtmlFlatten, NoPageCanForgeAMark) {
  const std::string mark(kTextMark);
  for (const std::string& forged : {mark, "&#x10F0F2;"s, "&#X0010f0f2;"s, "&#1110258;"s, "&#01110258 "s}) {
    EXPECT_EQ(
        flatten_page("<p>&lt;" + forged + "9;</p><p>The ferry left at noon.</p>").html.find(forged + "9;"),
        std::string::npos)
        << forged;
  }
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
  EXPECT_GT(flatten_page(repeat("<div><a href=x></div>", 1000)).dropped_tags, 900u);
  EXPECT_EQ(flatten_page(repeat("<div><a href=x>t</a></div>", 1000)).dropped_tags, 0u);
}

TEST(HtmlFlatten, BoundsAttributes) {
  std::string tag = "<p";
  for (int i = 0; i < 5000; ++i) tag += " role=1";
  EXPECT_LT(flat(tag + ">").size(), 1000u);
  EXPECT_EQ(flat("<p role=\"" + std::string(100'000, 'A') + "\" lang=x>"), "<p lang=x>");
}

}  // namespace
}  // namespace sayso::intake
