#include "intake/html_cards.h"

#include <cstddef>
#include <cstdint>

#include "intake/ascii.h"

namespace sayso::intake {
namespace {

constexpr std::uint64_t kLongestCard = 800;  // bytes of text; the entries of a ranking have more to say
constexpr std::uint32_t kFewestCards = 3;

std::uint64_t count_ink(std::string_view text) {
  std::uint64_t ink = 0;
  for (char c : text) ink += !is_ascii_space(c);
  return ink;
}

bool is_heading(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

// Sums over all nodes before each one, so that what an element holds is a difference.
struct Sums {
  std::vector<std::uint64_t> ink, linked_ink;
  std::vector<std::uint32_t> linked_headings;

  explicit Sums(const Page& page) {
    const std::vector<PageNode>& nodes = page.nodes();
    const std::size_t count = nodes.size();
    ink.assign(count + 1, 0);
    linked_ink.assign(count + 1, 0);
    linked_headings.assign(count + 1, 0);
    std::uint32_t link_end = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (nodes[i].tag == GUMBO_TAG_A && page.has_attribute(nodes[i], "href")) link_end = nodes[i].end;
      const std::uint64_t own = count_ink(nodes[i].text);
      ink[i + 1] = ink[i] + own;
      linked_ink[i + 1] = linked_ink[i] + (i < link_end ? own : 0);
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint64_t words = ink[nodes[i].end] - ink[i];
      const bool linked =
          is_heading(nodes[i].tag) && words >= 12 && linked_ink[nodes[i].end] - linked_ink[i] == words;
      linked_headings[i + 1] = linked_headings[i] + linked;
    }
  }
};

}  // namespace

std::vector<bool> find_card_lists(const Page& page) {
  const std::vector<PageNode>& nodes = page.nodes();
  const Sums sums(page);
  std::vector<std::uint32_t> cards(nodes.size(), 0);
  std::vector<std::uint32_t> others(nodes.size(), 0);
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const PageNode& node = nodes[i];
    const std::uint64_t ink = sums.ink[node.end] - sums.ink[i];
    if (ink == 0) continue;
    const std::uint32_t headings = sums.linked_headings[node.end] - sums.linked_headings[i];
    const bool card = headings == 1 && ink <= kLongestCard && !is_heading(node.tag);
    ++(card ? cards : others)[node.parent];
  }
  std::vector<bool> lists(nodes.size(), false);
  const std::uint64_t all_ink = sums.ink[nodes.size()];
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    // Where nearly the whole page is cards, they are what it has to say.
    const bool whole_page = (sums.ink[nodes[i].end] - sums.ink[i]) * 5 > all_ink * 4;
    lists[i] = cards[i] >= kFewestCards && cards[i] >= 2 * others[i] && !whole_page;
  }
  return lists;
}

}  // namespace sayso::intake
