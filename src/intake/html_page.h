// A parsed HTML page as a flat list in document order, so that every later step is a loop and none recurses.
//
// The tree is gumbo's, built in an arena with a byte cap that is freed whole: gumbo's own clean-up recurses
// once a level.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "intake/html_flatten.h"
#include "sayso/result.h"

namespace sayso::intake {

class Arena;

// An element, or a piece of text (tag == GUMBO_TAG_LAST).
struct PageNode {
  const GumboNode* node = nullptr;
  std::uint32_t parent = 0;  // the root is its own parent
  std::uint32_t end = 0;     // one past the last node inside; nodes in [index + 1, end) are its descendants
  GumboTag tag = GUMBO_TAG_LAST;
  std::string_view text = {};  // of a piece of text; lives as long as the page

  bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

class Page {
 public:
  // `flat` is what flatten_page gave; the page keeps it. Errors: too_large if the tree does not fit the
  // cap, malformed if there is no tree at all.
  static Result<Page> parse(FlatPage flat);

  Page(Page&&) noexcept;
  Page& operator=(Page&&) noexcept;
  ~Page();

  // nodes()[0] is the <html> element.
  const std::vector<PageNode>& nodes() const { return nodes_; }

  // "" for an attribute that is missing. The view lives as long as the page.
  std::string_view attribute(const PageNode& node, const char* name) const;
  bool has_attributes(const PageNode& node) const;
  bool has_attribute(const PageNode& node, const char* name) const;
  // All text inside the node at `index`, blanks collapsed, cut at `limit` bytes or a little more.
  std::string inner_text(std::uint32_t index, std::size_t limit) const;

 private:
  Page();
  void list_nodes(const GumboNode* root);
  std::string_view resolve(std::string_view text);

  std::unique_ptr<FlatPage> flat_;  // text views point into it, as the parser's nodes do
  std::deque<std::string> mixed_;   // text of several pieces; a deque, so that views stay
  std::vector<bool> used_;          // pieces of kept text that have found their place
  std::unique_ptr<Arena> arena_;
  std::vector<PageNode> nodes_;
};

}  // namespace sayso::intake
