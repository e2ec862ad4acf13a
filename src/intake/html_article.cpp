#include "intake/html_article.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "intake/agencies.h"
#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/byline.h"
#include "intake/credit.h"
#include "intake/dateline.h"
#include "intake/dates.h"
#include "intake/furniture.h"
#include "intake/html_body.h"
#include "intake/html_flatten.h"
#include "intake/html_metadata.h"
#include "intake/html_page.h"
#include "intake/html_regions.h"
#include "intake/html_segments.h"
#include "intake/limits.h"
#include "intake/text_language.h"
#include "intake/truncation.h"
#include "intake/utf8.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kMostFurniture = 200'000;  // bytes; beyond it a page's menus are of no use to anybody
constexpr std::size_t kLongestLabel = 200;       // bytes of a byline, credit or heading
constexpr std::size_t kMostDekWords = 60;

// "(AP Photo/Jane Doe) less": the button that folds a picture's caption.
std::string strip_gallery_button(std::string credit) {
  for (std::string_view button : {" less", " more"}) {
    if (credit.ends_with(button)) credit.resize(credit.size() - button.size());
  }
  return credit;
}

class PageArticle {
 public:
  PageArticle(const Page& page, const std::vector<std::string_view>& linked_data, Article& article)
      : page_(page), linked_data_(linked_data), article_(article) {}

  void run(const PageTitle& title) {
    const std::vector<std::uint32_t> regions = find_regions(page_);
    take_facts(find_facts(page_, regions, linked_data_), title);
    segments_ = cut_segments(page_, regions);
    body_ = find_body(page_, regions, segments_);
    if (title.whole || std::find(body_.begin(), body_.end(), true) == body_.end()) take_whole_page();
    const auto first = std::find(body_.begin(), body_.end(), true);
    first_body_ = static_cast<std::size_t>(first - body_.begin());
    add_title();
    for (std::size_t i = 0; i < segments_.size(); ++i) add_segment(i);
    choose_date(title.latest.empty() ? latest_day() : title.latest);
  }

 private:
  void take_facts(PageFacts facts, const PageTitle& title);
  void take_whole_page();
  void add_title();
  void add_segment(std::size_t i);
  bool shows_title(const Segment& segment) const;
  void add_date(const std::string& day);
  bool note_date(const Segment& segment);
  bool note_line_dates(const Segment& segment);
  void choose_date(const std::string& latest);
  BlockKind kind_in_body(const Segment& segment);
  BlockKind kind_above_body(const Segment& segment);
  void add(BlockKind kind, std::string_view text);
  void add_paragraph(std::string_view text);
  void add_caption(std::string_view text);
  Span append(std::string_view text);
  void note_byline(const Segment& segment);

  const Page& page_;
  const std::vector<std::string_view>& linked_data_;
  Article& article_;
  std::vector<Segment> segments_;
  std::vector<bool> body_;
  std::size_t first_body_ = 0;
  std::uint32_t heading_ = 0;  // node that shows the title
  bool title_given_ = false;
  bool below_heading_ = false;
  std::size_t paragraphs_ = 0;
  std::size_t furniture_bytes_ = 0;
};

void PageArticle::take_facts(PageFacts facts, const PageTitle& title) {
  article_.title = title.given ? title.text : std::move(facts.title);
  article_.outlet = std::move(facts.outlet);
  article_.authors = std::move(facts.authors);
  article_.modified = std::move(facts.modified);
  article_.canonical_url = std::move(facts.canonical_url);
  article_.language = std::move(facts.language);
  article_.syndicated_from = std::move(facts.syndicated_from);
  article_.published_candidates = std::move(facts.published);
  article_.agency = std::move(facts.agency);
  for (const std::string& author : article_.authors) {
    if (article_.agency.empty() && split_words(author).size() <= 4) article_.agency = find_agency(author);
  }
  heading_ = facts.heading;
  title_given_ = title.given;
}

// A page without running text (a notice of three words) is read as it is, rather than as nothing.
void PageArticle::take_whole_page() {
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    const Segment& segment = segments_[i];
    body_[i] = !(segment.regions & (kBoilerplate | kComments)) && segment.link_share() < 0.5 &&
               !is_furniture_line(segment.text, FurniturePlace::middle);
  }
}

Span PageArticle::append(std::string_view text) {
  if (!article_.text.empty()) article_.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(article_.text.size());
  article_.text += text;
  return {begin, begin + static_cast<std::uint32_t>(text.size())};
}

void PageArticle::add(BlockKind kind, std::string_view text) {
  const bool cut = kind == BlockKind::caption && is_cut_off(text) && count_code_points(text) >= 80;
  article_.blocks.push_back({kind, append(text), cut});
}

void PageArticle::add_title() {
  const std::string title(trim(article_.title));
  article_.title = title;
  if (!title.empty()) add(BlockKind::title, title);
}

bool PageArticle::shows_title(const Segment& segment) const {
  if (article_.title.empty()) return false;
  const bool same = segment.text.size() < article_.title.size() + 100 &&
                    split_words(segment.text) == split_words(article_.title);
  if (segment.heading == 0) return same && split_words(article_.title).size() >= 4;
  const PageNode& heading = page_.nodes()[heading_];
  const bool inside = heading_ != 0 && segment.first > heading_ && segment.first < heading.end;
  return (inside && !title_given_) || same;
}

void PageArticle::note_byline(const Segment& segment) {
  const std::optional<Byline> byline = read_byline(segment.text);
  if (!byline) return;
  if (article_.authors.empty()) article_.authors = byline->authors;
  if (article_.agency.empty()) article_.agency = byline->agency;
}

void PageArticle::add_date(const std::string& day) {
  std::vector<DateCandidate>& candidates = article_.published_candidates;
  const bool known = std::any_of(candidates.begin(), candidates.end(), [&](const DateCandidate& candidate) {
    return candidate.value.substr(0, 10) == day;
  });
  if (!known && candidates.size() < 20) candidates.push_back({day, "text"});
}

// A line of a date beside the text: one more candidate, and nothing to read.
bool PageArticle::note_date(const Segment& segment) {
  const std::optional<std::string> date = read_date_line(segment.text);
  if (date) add_date(*date);
  return date.has_value();
}

// "By Jane Doe, published 12 March 2021", between headline and body. True for a line that is about dates
// alone.
bool PageArticle::note_line_dates(const Segment& segment) {
  const LineDates dates = read_line_dates(segment.text);
  for (const std::string& day : dates.published) add_date(day);
  if (!dates.modified.empty() && article_.modified.empty()) article_.modified = dates.modified.front();
  return dates.labelled && !(dates.published.empty() && dates.modified.empty());
}

// The first likely one wins; the others stay behind it, in their order.
void PageArticle::choose_date(const std::string& latest) {
  std::vector<DateCandidate>& candidates = article_.published_candidates;
  const auto likely = [&](const DateCandidate& candidate) { return is_likely_date(candidate.value, latest); };
  std::stable_partition(candidates.begin(), candidates.end(), likely);
  const bool any = !candidates.empty() && likely(candidates.front());
  article_.published = any ? candidates.front().value : "";
  if (!article_.modified.empty() && !is_likely_date(article_.modified, latest)) article_.modified.clear();
}

BlockKind PageArticle::kind_in_body(const Segment& segment) {
  const bool label = segment.text.size() <= kLongestLabel;
  const bool speaks = has_quotation_mark(segment.text) && label && has_reporting_word(segment.text);
  if (segment.regions & kDataTable) return BlockKind::table;
  if (label && note_date(segment)) return BlockKind::furniture;
  if (label && paragraphs_ == 0 && note_line_dates(segment)) return BlockKind::furniture;
  if (segment.regions & kCaption)
    return label && read_credit(segment.text) ? BlockKind::credit : BlockKind::caption;
  if (segment.heading && label && !speaks) return BlockKind::heading;
  const bool counts = segment.text.size() <= 4 && !has_letter(segment.text);  // of pictures, of comments
  if (counts && !(segment.regions & (kListItem | kQuotation))) return BlockKind::furniture;
  const bool below_title = paragraphs_ == 0 && (segment.regions & kDekRegion);
  if (below_title && split_words(segment.text).size() <= kMostDekWords) return BlockKind::dek;
  if (label && !speaks) {
    const bool marked_credit = (segment.regions & kCredit) && !ends_sentence(segment.text);
    if (marked_credit || read_credit(segment.text)) return BlockKind::credit;
    const bool marked_byline = (segment.regions & kBylineRegion) && !ends_sentence(segment.text);
    if (marked_byline || read_byline(segment.text)) return BlockKind::byline;
  }
  if (segment.regions & kQuotation) return BlockKind::quote;
  if (segment.regions & kListItem) return BlockKind::list;
  return BlockKind::paragraph;
}

// Between the headline and the body stand the sentence under it, the byline and the first picture.
BlockKind PageArticle::kind_above_body(const Segment& segment) {
  if (segment.regions & (kBoilerplate | kComments)) return BlockKind::furniture;
  const bool label = segment.text.size() <= kLongestLabel;
  if (label && segment.link_share() < 0.5 && note_line_dates(segment)) return BlockKind::furniture;
  if ((segment.regions & kCaption) && !(segment.regions & kLink)) {
    return label && read_credit(segment.text) ? BlockKind::credit : BlockKind::caption;
  }
  if (label && ((segment.regions & kCredit) || read_credit(segment.text))) return BlockKind::credit;
  const std::size_t words = segment.text.size() < 1000 ? split_words(segment.text).size() : 0;
  const bool in_byline = (segment.regions & kBylineRegion) && (words <= 10 || !has_letter(segment.text));
  if (label && (in_byline || read_byline(segment.text))) return BlockKind::byline;
  const bool fits = words >= 5 && words <= kMostDekWords && segment.link_share() < 0.5;
  const bool marked =
      (segment.regions & (kDekRegion | kBylineRegion)) || (segment.heading == 2 && below_heading_);
  return fits && marked ? BlockKind::dek : BlockKind::furniture;
}

void PageArticle::add_segment(std::size_t i) {
  const Segment& segment = segments_[i];
  if (shows_title(segment)) {
    below_heading_ = true;
    return;  // it is the title block already
  }
  // Some sites have author and date over the headline.
  const bool near_body = i < first_body_ && first_body_ - i <= 8;
  if (near_body && !below_heading_ && segment.text.size() <= kLongestLabel && segment.link_share() < 0.5)
    note_line_dates(segment);
  const bool above = i < first_body_ && (below_heading_ || (segment.regions & kArticle));
  const BlockKind kind = body_[i] ? kind_in_body(segment)
                         : above  ? kind_above_body(segment)
                                  : BlockKind::furniture;
  if (kind == BlockKind::byline) note_byline(segment);
  if (kind == BlockKind::credit && article_.credit.empty()) {
    article_.credit = strip_gallery_button(read_credit(segment.text).value_or(segment.text));
  }
  if (kind == BlockKind::furniture) {
    furniture_bytes_ += segment.text.size();
    if (furniture_bytes_ > kMostFurniture) return article_.warn("furniture_capped");
  }
  if (kind == BlockKind::paragraph) return add_paragraph(segment.text);
  if (kind == BlockKind::caption) return add_caption(segment.text);
  add(kind, segment.text);
}

void PageArticle::add_paragraph(std::string_view text) {
  const DatelinePlace place = paragraphs_++ < 2 ? DatelinePlace::near_top : DatelinePlace::anywhere;
  const std::optional<Dateline> dateline = find_dateline(text, place);
  if (!dateline) return add(BlockKind::paragraph, text);
  if (article_.agency.empty()) article_.agency = dateline->agency;
  const Span whole = append(text);
  const std::uint32_t border = whole.begin + static_cast<std::uint32_t>(dateline->length);
  article_.blocks.push_back({BlockKind::dateline, {whole.begin, border}, false});
  const Span rest = trim(article_.text, {border, whole.end});
  if (!rest.empty()) article_.blocks.push_back({BlockKind::paragraph, rest, false});
}

void PageArticle::add_caption(std::string_view text) {
  const std::optional<CreditedCaption> credited = split_credited_caption(text);
  if (!credited) return add(BlockKind::caption, text);
  if (article_.credit.empty()) article_.credit = strip_gallery_button(credited->credit);
  const Span whole = append(text);
  const std::uint32_t caption_end = whole.begin + static_cast<std::uint32_t>(credited->caption);
  const std::uint32_t credit_begin = whole.begin + static_cast<std::uint32_t>(credited->credit_begin);
  article_.blocks.push_back({BlockKind::caption, {whole.begin, caption_end}, false});
  article_.blocks.push_back({BlockKind::credit, {credit_begin, whole.end}, false});
}

}  // namespace

Result<Article> article_from_page(std::string_view page, const std::string& name, const PageTitle& title) {
  FlatPage flat = flatten_page(page);
  const std::uint32_t dropped_tags = flat.dropped_tags;
  const std::vector<std::string_view> linked_data = std::move(flat.linked_data);
  Result<Page> parsed = Page::parse(std::move(flat));
  if (!parsed) {
    Error error = std::move(parsed).error();
    error.input = name;
    return error;
  }
  Article article;
  article.input = name;
  if (dropped_tags) article.warn("nesting_flattened", "", dropped_tags);
  PageArticle(*parsed, linked_data, article).run(title);
  if (is_blank_text(article.text)) return empty_input(name);
  note_language(article);
  return article;
}

}  // namespace sayso::intake
