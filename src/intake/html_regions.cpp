#include "intake/html_regions.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "intake/ascii.h"
#include "intake/html_cards.h"
#include "intake/html_names.h"

namespace sayso::intake {
namespace {

template <std::size_t N>
bool has_any(std::string_view words, const std::string_view (&wanted)[N]) {
  return std::any_of(std::begin(wanted), std::end(wanted),
                     [&](std::string_view each) { return words.find(each) != std::string_view::npos; });
}

constexpr std::string_view kBoilerplateRoles[] = {"navigation", "complementary", "banner",  "contentinfo",
                                                  "search",     "menu",          "menubar", "dialog",
                                                  "alert",      "toolbar"};

bool is_unseen_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
      return true;
    default:
      return false;
  }
}

// Elements that may be hidden or named oddly although the article is in them.
bool is_container_tag(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
}

bool is_styled_away(std::string_view style) {
  if (style.empty()) return false;
  std::string plain;
  for (char c : style.substr(0, 2048)) {
    if (!is_ascii_space(c)) plain.push_back(ascii_lower(c));
  }
  return plain.find("display:none") != std::string::npos ||
         plain.find("visibility:hidden") != std::string::npos;
}

std::uint32_t region_of_tag(const Page& page, const PageNode& node) {
  switch (node.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
      return kBoilerplate;
    case GUMBO_TAG_FIGCAPTION:
      return kCaption;
    case GUMBO_TAG_BLOCKQUOTE:
      return kQuotation;
    case GUMBO_TAG_LI:
      return kListItem;
    case GUMBO_TAG_A:
      return page.has_attribute(node, "href") ? std::uint32_t{kLink} : 0;
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
      return kArticle;
    default:
      return 0;
  }
}

std::uint32_t region_of_names(const Page& page, const PageNode& node) {
  if (!page.has_attributes(node)) return 0;
  std::uint32_t region = 0;
  if (!is_container_tag(node.tag)) {
    const std::string_view names = page.attribute(node, kNamesAttribute);
    std::from_chars(names.data(), names.data() + names.size(), region);
    // "article-body-header" holds no text; the body's own classes beat words such as "share-enabled" on it.
    if (region & kArticleBody) region &= ~kBoilerplate;
  }
  const std::string_view item = page.attribute(node, "itemprop");
  if (same_nocase(item, "articleBody")) region = (region & ~kBoilerplate) | kArticleBody;
  if (contains_nocase(item, "author")) region |= kBylineRegion;
  if (same_nocase(page.attribute(node, "rel"), "author")) region |= kBylineRegion;
  const std::string_view role = page.attribute(node, "role");
  if (!role.empty() && has_any(role, kBoilerplateRoles)) region |= kBoilerplate;
  if (page.has_attribute(node, "hidden") || is_styled_away(page.attribute(node, "style"))) region |= kUnseen;
  if (same_nocase(page.attribute(node, "aria-hidden"), "true")) region |= kUnseen;
  return region;
}

// A data table has rows and columns and only short cells; others are page layout.
bool is_data_table(const Page& page, std::uint32_t index) {
  const std::vector<PageNode>& nodes = page.nodes();
  std::size_t rows = 0;
  std::size_t cells = 0;
  std::size_t text = 0;
  for (std::uint32_t i = index + 1; i < nodes[index].end; ++i) {
    switch (nodes[i].tag) {
      case GUMBO_TAG_TR:
        ++rows;
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        ++cells;
        break;
      case GUMBO_TAG_P:
      case GUMBO_TAG_DIV:
      case GUMBO_TAG_TABLE:
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_BLOCKQUOTE:
      case GUMBO_TAG_FIGURE:
        return false;
      default:
        text += nodes[i].text.size();
    }
  }
  return rows >= 2 && cells >= 2 * rows && text < 120 * cells;
}

}  // namespace

std::vector<std::uint32_t> find_regions(const Page& page) {
  const std::vector<PageNode>& nodes = page.nodes();
  // Text bytes before each node, to tell what share of the page an element holds.
  std::vector<std::uint64_t> text_before(nodes.size() + 1, 0);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string_view text = nodes[i].text;
    text_before[i + 1] = text_before[i] + (text.size() > 40 ? text.size() : 0);
  }
  const std::uint64_t all_text = text_before[nodes.size()];
  std::vector<std::uint32_t> headlines_before(nodes.size() + 1, 0);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    headlines_before[i + 1] = headlines_before[i] + (nodes[i].tag == GUMBO_TAG_H1);
  }
  const std::vector<bool> cards = find_card_lists(page);
  std::vector<std::uint32_t> regions(nodes.size(), 0);
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    const PageNode& node = nodes[i];
    regions[i] = i == 0 ? 0 : regions[node.parent];
    if (node.is_text() || (regions[i] & kUnseen)) continue;
    const std::uint32_t named = region_of_names(page, node);
    std::uint32_t own = region_of_tag(page, node) | named;
    if (named & kQuotation) own &= ~kBoilerplate;  // <aside class=pullquote>
    if (is_unseen_tag(node.tag)) own |= kUnseen;
    // Whatever its name says, an element with most of the page's text is where the article is: <form> around
    // an ASP.NET page, class="has-sidebar" around everything.
    const bool holds_page = (text_before[node.end] - text_before[i]) * 2 > all_text;
    const bool never_text =
        node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE || node.tag == GUMBO_TAG_HEAD;
    if (holds_page && !never_text)
      own &= ~(kUnseen | kBoilerplate | kComments | kCaption | kCredit | kBylineRegion | kDekRegion);
    // class="page with-sidebar" around the headline is no sidebar.
    const bool holds_headline = headlines_before[node.end] > headlines_before[i + 1];
    if (holds_headline && !(region_of_tag(page, node) & kBoilerplate)) own &= ~(kBoilerplate | kComments);
    if (node.tag == GUMBO_TAG_TABLE && is_data_table(page, i)) own |= kDataTable;
    if (cards[i] && !((regions[i] | own) & kArticleBody)) own |= kBoilerplate;
    regions[i] |= own;
    const bool embedded =
        node.tag == GUMBO_TAG_BLOCKQUOTE && (regions[i] & (kArticle | kArticleBody)) && (own & kEmbeddedPost);
    if (embedded) regions[i] &= ~kBoilerplate;
  }
  return regions;
}

}  // namespace sayso::intake
