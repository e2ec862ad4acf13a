#include "intake/html_metadata.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/byline.h"
#include "intake/dates.h"
#include "intake/html_regions.h"
#include "intake/json_ld.h"
#include "intake/utf8.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kLongestTitle = 500;  // bytes

// Best first. Those that also carry the day of the last change ("date") come late.
constexpr std::string_view kPublishedMetas[] = {"article:published_time",
                                                "og:published_time",
                                                "parsely-pub-date",
                                                "sailthru.date",
                                                "datepublished",
                                                "citation_publication_date",
                                                "citation_date",
                                                "dc.date.issued",
                                                "dcterms.created",
                                                "dcterms.date",
                                                "dc.date",
                                                "dc.date.created",
                                                "publishdate",
                                                "publish-date",
                                                "publish_date",
                                                "publication_date",
                                                "pubdate",
                                                "article.published",
                                                "article_date_original",
                                                "originalpublicationdate",
                                                "rnews:datepublished",
                                                "cxenseparse:recs:publishtime",
                                                "displaydate",
                                                "date"};
constexpr std::string_view kModifiedMetas[] = {
    "article:modified_time", "og:updated_time", "dcterms.modified", "datemodified",
    "article.updated",       "last-modified",   "lastmod"};
constexpr std::string_view kAuthorMetas[] = {
    "author",          "parsely-author",  "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author", "article:author",  "byl",
    "authors"};
constexpr std::string_view kOutletMetas[] = {"og:site_name",      "citation_journal_title", "dc.publisher",
                                             "dcterms.publisher", "application-name",       "publisher"};

std::string collapse(std::string_view text) {
  std::string plain;
  for (std::string_view word : split_words(text)) {
    if (!plain.empty()) plain.push_back(' ');
    plain += word;
    if (plain.size() > kLongestTitle) break;
  }
  return plain;
}

bool is_web_address(std::string_view text) {
  return (starts_nocase(text, "http://") || starts_nocase(text, "https://")) && text.size() > 10 &&
         text.size() < 4096 && text.find(' ') == std::string_view::npos;
}

// Letters and digits only, in lower case as far as ASCII goes: for "is this the same headline".
std::string bare(std::string_view text) {
  std::string plain;
  for (char c : text) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || (c & 0x80)) plain.push_back(ascii_lower(c));
  }
  return plain;
}

bool is_same_headline(std::string_view a, std::string_view b) {
  const std::string bare_a = bare(a);
  const std::string bare_b = bare(b);
  if (bare_a.size() < 8 || bare_b.size() < 8) return !bare_a.empty() && bare_a == bare_b;
  return bare_a.find(bare_b) != std::string::npos || bare_b.find(bare_a) != std::string::npos;
}

class FactFinder {
 public:
  FactFinder(const Page& page, const std::vector<std::uint32_t>& regions) : page_(page), regions_(regions) {}

  PageFacts find() {
    collect();
    linked_ = read_json_ld(scripts_);
    find_addresses();
    find_outlet();
    find_title();
    find_authors();
    find_dates();
    facts_.language = find_language();
    facts_.syndicated_from = find_origin();
    return std::move(facts_);
  }

 private:
  struct Heading {
    std::uint32_t index;
    std::string text;
  };

  void collect();
  void collect_element(std::uint32_t i);
  void find_addresses();
  void find_outlet();
  void find_title();
  void find_authors();
  void find_dates();
  std::string find_language() const;
  std::string find_origin() const;
  std::string strip_outlet(std::string_view title) const;
  void add_date(std::string_view value, std::string rule);
  std::string meta(std::string_view name) const {
    const auto found = metas_.find(std::string(name));
    return found == metas_.end() ? "" : found->second.front();
  }

  const Page& page_;
  const std::vector<std::uint32_t>& regions_;
  PageFacts facts_;
  LinkedFacts linked_;
  std::unordered_map<std::string, std::vector<std::string>> metas_;  // by lower-case name or property
  std::vector<std::string> scripts_;
  std::vector<Heading> headings_;
  std::vector<std::string> marked_authors_;  // rel=author, itemprop=author, class byline
  std::vector<std::pair<std::string, std::string>> marked_dates_;  // value, rule
  std::string canonical_;
  std::string title_element_;
};

void FactFinder::collect() {
  const std::vector<PageNode>& nodes = page_.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].is_text()) collect_element(i);
  }
}

void FactFinder::collect_element(std::uint32_t i) {
  const PageNode& node = page_.nodes()[i];
  const std::uint32_t region = regions_[i];
  const bool seen = (region & (kUnseen | kComments | kBoilerplate)) == 0;
  if (node.tag == GUMBO_TAG_META) {
    std::string_view name = page_.attribute(node, "property");
    if (name.empty()) name = page_.attribute(node, "name");
    if (name.empty()) name = page_.attribute(node, "itemprop");
    if (name.empty()) name = page_.attribute(node, "http-equiv");
    const std::string_view content = trim(page_.attribute(node, "content"));
    std::vector<std::string>& values = metas_[ascii_lower(name)];
    if (!content.empty() && values.size() < 50) values.emplace_back(content);
    if (values.empty()) metas_.erase(ascii_lower(name));
    return;
  }
  if (node.tag == GUMBO_TAG_LINK && same_nocase(page_.attribute(node, "rel"), "canonical") &&
      canonical_.empty()) {
    canonical_ = std::string(trim(page_.attribute(node, "href")));
  }
  if (node.tag == GUMBO_TAG_SCRIPT && contains_nocase(page_.attribute(node, "type"), "ld+json") &&
      scripts_.size() < 50) {
    std::string script;
    for (std::uint32_t inner = i + 1; inner < node.end; ++inner) script += page_.text(page_.nodes()[inner]);
    scripts_.push_back(std::move(script));
  }
  if (node.tag == GUMBO_TAG_TITLE && title_element_.empty())
    title_element_ = page_.inner_text(i, kLongestTitle);
  if (node.tag == GUMBO_TAG_H1 && headings_.size() < 20 && !(region & kUnseen)) {
    headings_.push_back({i, page_.inner_text(i, kLongestTitle)});
  }
  const std::string_view item = page_.attribute(node, "itemprop");
  if (same_nocase(item, "datePublished")) {
    std::string_view value = page_.attribute(node, "content");
    if (value.empty()) value = page_.attribute(node, "datetime");
    marked_dates_.emplace_back(value.empty() ? page_.inner_text(i, 100) : std::string(value),
                               "itemprop:datePublished");
  } else if (node.tag == GUMBO_TAG_TIME && seen && marked_dates_.size() < 20) {
    const std::string_view value = page_.attribute(node, "datetime");
    marked_dates_.emplace_back(value.empty() ? page_.inner_text(i, 100) : std::string(value), "time");
  }
  const bool starts_byline = (region & kBylineRegion) && !(regions_[node.parent] & kBylineRegion);
  // The first only: further down stand the authors of other stories.
  if (starts_byline && seen && marked_authors_.empty())
    marked_authors_ = find_people(page_.inner_text(i, 200));
}

void FactFinder::find_addresses() {
  for (const std::string& url : {canonical_, meta("og:url"), linked_.url}) {
    if (facts_.canonical_url.empty() && is_web_address(url)) facts_.canonical_url = url;
  }
}

void FactFinder::find_outlet() {
  facts_.outlet = collapse(linked_.publisher);
  for (std::string_view name : kOutletMetas) {
    if (facts_.outlet.empty() || is_web_address(facts_.outlet)) facts_.outlet = collapse(meta(name));
  }
  if (is_web_address(facts_.outlet)) facts_.outlet.clear();
}

// "Two trawlers held - Estuary Courier" without the outlet, where the ending is the site's name.
std::string FactFinder::strip_outlet(std::string_view title) const {
  for (std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view ending = title.substr(at + mark.size());
    if (is_same_headline(ending, facts_.outlet) || is_same_headline(ending, meta("og:site_name"))) {
      return std::string(trim(title.substr(0, at)));
    }
  }
  return std::string(title);
}

// What the page shows as its headline, if its metadata names the same; else what the metadata names.
void FactFinder::find_title() {
  std::vector<std::string> named;
  for (const std::string& title :
       {meta("og:title"), linked_.headline, meta("twitter:title"), title_element_}) {
    if (!is_blank_text(title)) named.push_back(strip_outlet(collapse(title)));
  }
  for (const Heading& heading : headings_) {
    if (heading.text.empty() || is_same_headline(heading.text, facts_.outlet)) continue;
    const bool matches = std::any_of(named.begin(), named.end(), [&](const std::string& title) {
      return is_same_headline(heading.text, title);
    });
    if (!matches && !(named.empty() && facts_.heading == 0)) continue;
    facts_.heading = heading.index;
    facts_.title = heading.text;
    return;
  }
  if (!named.empty()) facts_.title = named.front();
}

void FactFinder::find_authors() {
  std::vector<std::string> names;
  for (const std::string& author : linked_.authors) {
    for (std::string& name : split_authors(author)) names.push_back(std::move(name));
  }
  for (std::string_view name : kAuthorMetas) {
    const auto found = metas_.find(std::string(name));
    if (!names.empty() || found == metas_.end()) continue;
    for (const std::string& value : found->second) {
      for (std::string& author : split_authors(value)) names.push_back(std::move(author));
    }
  }
  if (names.empty()) names = marked_authors_;
  for (std::string& name : names) {
    const bool usable =
        !name.empty() && name.size() <= 200 && !is_web_address(name) && name.find('<') == std::string::npos;
    const bool known = std::find(facts_.authors.begin(), facts_.authors.end(), name) != facts_.authors.end();
    if (usable && !known) facts_.authors.push_back(name);
  }
}

void FactFinder::add_date(std::string_view value, std::string rule) {
  std::optional<std::string> date = to_iso_date(value);
  if (!date || facts_.published.size() >= 20) return;
  const bool known = std::any_of(
      facts_.published.begin(), facts_.published.end(),
      [&](const DateCandidate& candidate) { return candidate.value == *date && candidate.rule == rule; });
  if (!known) facts_.published.push_back({*date, std::move(rule)});
}

void FactFinder::find_dates() {
  add_date(linked_.published, "json-ld");
  for (std::string_view name : kPublishedMetas) add_date(meta(name), "meta:" + std::string(name));
  for (const auto& [value, rule] : marked_dates_) {
    if (rule != "time") add_date(value, rule);
  }
  for (const auto& [value, rule] : marked_dates_) {
    if (rule == "time") add_date(value, rule);
  }
  if (const auto date = find_date_in_url(facts_.canonical_url)) add_date(*date, "url");
  facts_.modified = to_iso_date(linked_.modified).value_or("");
  for (std::string_view name : kModifiedMetas) {
    if (facts_.modified.empty()) facts_.modified = to_iso_date(meta(name)).value_or("");
  }
}

// BCP 47: "en_US" and "EN-us" become "en-US".
std::string FactFinder::find_language() const {
  const std::string html(page_.attribute(page_.nodes()[0], "lang"));
  for (const std::string& value :
       {html, linked_.language, meta("og:locale"), meta("content-language"), meta("language")}) {
    std::string tag(trim(value));
    const bool shaped =
        tag.size() >= 2 && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
          return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
        });
    const std::size_t primary = std::min(tag.find_first_of("-_"), tag.size());
    if (!shaped || (primary != 2 && primary != 3)) continue;
    for (std::size_t i = 0; i < tag.size(); ++i) {
      if (tag[i] == '_') tag[i] = '-';
      if (i < primary) tag[i] = ascii_lower(tag[i]);
    }
    if (tag.size() == primary + 3) {
      for (std::size_t i = primary + 1; i < tag.size(); ++i) {
        if (is_ascii_letter(tag[i]) && !is_ascii_upper(tag[i]))
          tag[i] = static_cast<char>(tag[i] - ('a' - 'A'));
      }
    }
    return tag;
  }
  return "";
}

std::string FactFinder::find_origin() const {
  for (std::string_view name : {"syndication-source", "original-source", "syndicated-from"}) {
    if (const std::string source = meta(name);
        !source.empty() && source.size() < 1000 && source != facts_.canonical_url) {
      return source;
    }
  }
  return "";
}

}  // namespace

PageFacts find_facts(const Page& page, const std::vector<std::uint32_t>& regions) {
  return FactFinder(page, regions).find();
}

}  // namespace sayso::intake
