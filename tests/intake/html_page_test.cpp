#include "intake/html_page.h"

#include <gtest/gtest.h>

#include <string>

#include "intake/arena.h"

namespace sayso::intake {
namespace {

// As it stands, without the pass before the parser.
FlatPage flat(const std::string& html) {
  FlatPage page;
  page.html = html;
  return page;
}

TEST(HtmlPage, ListsNodesInDocumentOrder) {
  const Result<Page> page = Page::parse(flat("<p>One <b>two</b></p><p id=x>three</p>"));
  ASSERT_TRUE(page);
  std::string text;
  for (std::uint32_t i = 0; i < page->nodes().size(); ++i) {
    const PageNode& node = page->nodes()[i];
    EXPECT_LE(node.parent, i);
    EXPECT_GT(node.end, i);
    EXPECT_LE(node.end, page->nodes()[node.parent].end);
    text += node.text;
  }
  EXPECT_EQ(text, "One twothree");
  EXPECT_EQ(page->inner_text(0, 100), "One two three");
  EXPECT_EQ(page->nodes()[0].tag, GUMBO_TAG_HTML);
}

TEST(HtmlPage, PutsKeptTextInItsPlaceOnce) {
  FlatPage kept;
  kept.text.append("The ferry");
  kept.text.finish();
  const std::string mark(kTextMark);
  kept.html =
      "<p>" + mark + "0;</p><p>a " + mark + "0; b</p><p>" + mark + "7; " + mark + "x " + mark + "</p>";
  const Result<Page> page = Page::parse(std::move(kept));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->inner_text(0, 100), "The ferry a b x");
}

TEST(HtmlPage, ReadsAttributes) {
  const Result<Page> page = Page::parse(flat("<p class='a&amp;b' hidden>x</p>"));
  ASSERT_TRUE(page);
  for (const PageNode& node : page->nodes()) {
    if (node.tag != GUMBO_TAG_P) continue;
    EXPECT_EQ(page->attribute(node, "class"), "a&b");
    EXPECT_TRUE(page->has_attribute(node, "hidden"));
    EXPECT_EQ(page->attribute(node, "id"), "");
  }
}

TEST(Arena, StopsAtItsCapAndReusesWhatCameBack) {
  Arena arena(4 << 20);
  void* const first = arena.allocate(100);
  ASSERT_NE(first, nullptr);
  arena.release(first);
  EXPECT_EQ(arena.allocate(120), first);
  EXPECT_EQ(arena.allocate(std::size_t{5} << 20), nullptr);
  std::size_t pieces = 0;
  while (arena.allocate(1 << 16)) ++pieces;
  EXPECT_LT(pieces, 64u);
  EXPECT_GT(pieces, 16u);
  arena.release(nullptr);
}

}  // namespace
}  // namespace sayso::intake
