// Where on the page the article is.
//
// Each piece of text is worth something: a sentence of running text its length, a link or label less than
// nothing. The element with the highest sum is the article's: its children together beat any one of them, and
// what its parents have in addition is menus. Sums come from prefix totals, so that all elements are compared
// in one pass. The idea is that of maximum subsequence segmentation (Pasternack and Roth, WWW 2009), on
// elements instead of tag counts.
#pragma once

#include <cstdint>
#include <vector>

#include "intake/html_page.h"
#include "intake/html_segments.h"

namespace sayso::intake {

// One entry a segment: whether it belongs to the article's body. All false if the page has no running text.
std::vector<bool> find_body(const Page& page, const std::vector<std::uint32_t>& regions,
                            const std::vector<Segment>& segments);

}  // namespace sayso::intake
