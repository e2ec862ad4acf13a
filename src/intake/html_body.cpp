#include "intake/html_body.h"

#include <algorithm>
#include <cstddef>

#include "intake/blanks.h"
#include "intake/furniture.h"
#include "intake/html_regions.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kSentence = 40;    // code points: shorter pieces are labels more often than sentences
constexpr std::size_t kParagraph = 100;  // running text even without a full stop
constexpr double kMostLinks = 0.5;

bool is_running_text(const Segment& segment) {
  if (segment.heading || segment.link_share() >= kMostLinks || (segment.regions & (kCaption | kCredit)))
    return false;
  if (segment.length >= kParagraph) return true;
  return segment.length >= kSentence && ends_sentence(segment.text);
}

double worth(const Segment& segment) {
  const double length = static_cast<double>(segment.length);
  if (segment.regions & (kBoilerplate | kComments)) return -10 - 0.3 * length;
  if (segment.regions & (kDataTable | kCaption | kCredit) || segment.heading) return 0;
  if (is_running_text(segment)) return length * (1 - segment.link_share());
  // Twice, since the lists of other stories that hang below an article pair each linked headline with a
  // sentence.
  if (segment.link_share() >= kMostLinks) return -10 - 2 * length;
  return -5;
}

bool may_hold_article(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_A:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_LAST:
      return false;
    default:
      return true;
  }
}

// The index of the best element; 0 (the whole page) if nothing is worth anything.
std::uint32_t find_best_element(const Page& page, const std::vector<std::uint32_t>& regions,
                                const std::vector<Segment>& segments) {
  const std::vector<PageNode>& nodes = page.nodes();
  std::vector<double> before(nodes.size() + 1, 0);
  for (const Segment& segment : segments) before[segment.first + 1] += worth(segment);
  for (std::size_t i = 0; i < nodes.size(); ++i) before[i + 1] += before[i];
  std::uint32_t best = 0;
  double best_worth = 0;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (!may_hold_article(nodes[i].tag) || (regions[i] & (kUnseen | kComments))) continue;
    double sum = before[nodes[i].end] - before[i];
    const bool names_itself = (regions[i] & kArticleBody) && !(regions[nodes[i].parent] & kArticleBody);
    if (names_itself) sum *= 1.25;
    if (sum >= best_worth) {  // an inner element with the same sum is the tighter one
      best = i;
      best_worth = sum;
    }
  }
  return best;
}

bool is_list_of_links(const Segment& segment) {
  return segment.link_share() >= 0.8 && segment.length < 200;
}

bool belongs(const Segment& segment) {
  if (segment.regions & (kBoilerplate | kComments)) return false;
  if (is_furniture_line(segment.text, FurniturePlace::middle)) return false;
  return !is_list_of_links(segment);
}

// What follows the last sentence is the page's again, unless it is another <p> beside that sentence's own:
// "Contributing: Jane Doe", the entries of a list without full stops.
void drop_tail(const Page& page, const std::vector<Segment>& segments, std::vector<bool>& body) {
  std::size_t last = segments.size();
  while (last-- > 0) {
    if (body[last] && (is_running_text(segments[last]) || ends_sentence(segments[last].text) ||
                       (segments[last].regions & (kCaption | kQuotation))))
      break;
  }
  const std::vector<PageNode>& nodes = page.nodes();
  bool beside = last < segments.size() && nodes[segments[last].node].tag == GUMBO_TAG_P;
  for (std::size_t i = last + 1; i < segments.size(); ++i) {
    if (!body[i]) continue;
    const PageNode& node = nodes[segments[i].node];
    beside = beside && node.tag == GUMBO_TAG_P && node.parent == nodes[segments[last].node].parent &&
             segments[i].link_share() < kMostLinks;
    if (!beside) body[i] = false;
  }
}

}  // namespace

std::vector<bool> find_body(const Page& page, const std::vector<std::uint32_t>& regions,
                            const std::vector<Segment>& segments) {
  std::vector<bool> body(segments.size(), false);
  if (std::none_of(segments.begin(), segments.end(), is_running_text)) return body;
  const std::uint32_t best = find_best_element(page, regions, segments);
  const std::uint32_t end = page.nodes()[best].end;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    body[i] = segments[i].first > best && segments[i].first < end && belongs(segments[i]);
  }
  drop_tail(page, segments, body);
  return body;
}

}  // namespace sayso::intake
