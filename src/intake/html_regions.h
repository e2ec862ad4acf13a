// What part of a page an element belongs to, from its tag, role, class and id: menus, comments, captions,
// quotations, things that are not shown at all. Inherited: what holds for an element holds for everything
// inside.
#pragma once

#include <cstdint>
#include <vector>

#include "intake/html_page.h"

namespace sayso::intake {

enum Region : std::uint32_t {
  kUnseen = 1u << 0,       // script, form, hidden: not part of the text
  kBoilerplate = 1u << 1,  // nav, footer, aside, share bars, related stories, newsletters, cookies
  kComments = 1u << 2,
  kCaption = 1u << 3,
  kCredit = 1u << 4,
  kQuotation = 1u << 5,
  kListItem = 1u << 6,
  kLink = 1u << 7,
  kArticleBody = 1u << 8,  // itemprop=articleBody and classes that mean the same
  kBylineRegion = 1u << 9,
  kDekRegion = 1u << 10,
  kArticle = 1u << 11,  // inside <article> or <main>
  kDataTable = 1u << 12,
  kFloating = 1u << 13,      // a box that opens inside of a sentence
  kEmbeddedPost = 1u << 14,  // somebody else's, of a social network
};

// One set of Regions for each of page.nodes(). Linear.
std::vector<std::uint32_t> find_regions(const Page& page);

}  // namespace sayso::intake
