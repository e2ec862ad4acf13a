#include "intake/html_metadata.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "intake/agencies.h"
#include "intake/ascii.h"
#include "intake/author_names.h"
#include "intake/blanks.h"
#include "intake/byline.h"
#include "intake/dates.h"
#include "intake/headline.h"
#include "intake/html_regions.h"
#include "intake/json_ld.h"
#include "intake/outlet_name.h"
#include "intake/utf8.h"
#include "intake/words.h"

namespace sayso::intake {
namespace {

constexpr std::size_t kLongestTitle = 500;  // bytes
constexpr std::size_t kMostMarkedDates = 20;

// Best first. Those that also carry the day of the last change ("date") come late.
constexpr std::string_view kPublishedMetas[] = {"article:published_time",
                                                "article:published",
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
                                                "pub_date",
                                                "pdate",
                                                "publish_time",
                                                "publication-date",
                                                "article:post_date",
                                                "dcterms.issued",
                                                "dc.date.published",
                                                "dcsext.articlefirstpublished",
                                                "article.created",
                                                "date.created",
                                                "datecreated",
                                                "created",
                                                "article.published",
                                                "article_date_original",
                                                "originalpublicationdate",
                                                "rnews:datepublished",
                                                "cxenseparse:recs:publishtime",
                                                "displaydate",
                                                "date"};
constexpr std::string_view kModifiedMetas[] = {
    "article:modified_time", "og:updated_time", "dcterms.modified", "datemodified",
    "article.updated",       "last-modified",   "lastmod",          "article:modified"};
constexpr std::string_view kAuthorMetas[] = {
    "author",          "parsely-author",  "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author", "article:author",  "byl",
    "authors"};
constexpr std::string_view kOutletMetas[] = {"og:site_name",      "citation_journal_title", "dc.publisher",
                                             "dcterms.publisher", "application-name",       "publisher"};
constexpr std::string_view kAppMetas[] = {"apple-mobile-web-app-title", "al:ios:app_name",
                                          "al:android:app_name",        "al:iphone:app_name",
                                          "twitter:app:name:iphone",    "cre"};

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

// "datePublished dateCreated" has the word "datePublished".
bool has_token(std::string_view value, std::string_view token) {
  const std::size_t at = find_nocase(value, ascii_lower(token));
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + token.size();
  return (at == 0 || is_ascii_space(value[at - 1])) && (end == value.size() || is_ascii_space(value[end]));
}

class FactFinder {
 public:
  FactFinder(const Page& page, const std::vector<std::uint32_t>& regions,
             const std::vector<std::string_view>& linked_data)
      : page_(page), regions_(regions), linked_data_(linked_data) {}

  PageFacts find() {
    collect();
    linked_ = read_json_ld(linked_data_, {{meta("og:title"), title_element_}, canonical_});
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
  void collect_meta(const PageNode& node);
  void collect_link(const PageNode& node);
  void collect_microdata(std::uint32_t i);
  std::string value_of(std::uint32_t i) const;
  std::vector<std::string> people_in(std::uint32_t i) const;
  std::string name_inside(std::uint32_t i) const;
  void find_addresses();
  void find_outlet();
  std::string site_behind_title() const;
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
  const std::vector<std::string_view>& linked_data_;
  PageFacts facts_;
  LinkedFacts linked_;
  std::unordered_map<std::string, std::vector<std::string>> metas_;  // by lower-case name or property
  std::vector<Heading> headings_;
  std::vector<std::string> marked_authors_;  // rel=author, itemprop=author, class byline
  std::vector<std::pair<std::string, std::string>> marked_dates_;  // value, rule
  std::string item_headline_, item_publisher_, item_modified_;     // microdata
  std::vector<std::string> item_authors_;
  std::string canonical_;
  std::string linked_origin_;  // <link rel=syndication-source>
  std::string title_element_;
};

void FactFinder::collect() {
  const std::vector<PageNode>& nodes = page_.nodes();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].is_text()) collect_element(i);
  }
}

void FactFinder::collect_meta(const PageNode& node) {
  std::string_view content = trim(page_.attribute(node, "content"));
  if (content.empty()) content = trim(page_.attribute(node, "value"));
  if (content.empty()) return;
  const auto add = [&](std::string_view name) {
    std::vector<std::string>& values = metas_[ascii_lower(name)];
    if (values.size() < 50) values.emplace_back(content);
  };
  for (const char* kind : {"property", "name", "itemprop", "http-equiv"}) {
    for (std::string_view name : split_words(page_.attribute(node, kind).substr(0, 200))) add(name);
  }
}

void FactFinder::collect_link(const PageNode& node) {
  const std::string_view rel = page_.attribute(node, "rel");
  const std::string_view href = trim(page_.attribute(node, "href"));
  if (canonical_.empty() && has_token(rel, "canonical")) canonical_ = std::string(href);
  if (linked_origin_.empty() && (has_token(rel, "syndication-source") || has_token(rel, "original-source")))
    linked_origin_ = std::string(href);
}

// What an element with itemprop says: as a machine is to read it, else as it is shown.
std::string FactFinder::value_of(std::uint32_t i) const {
  const PageNode& node = page_.nodes()[i];
  for (const char* attribute : {"content", "datetime"}) {
    const std::string_view value = trim(page_.attribute(node, attribute));
    if (!value.empty()) return std::string(value.substr(0, kLongestTitle));
  }
  return page_.inner_text(i, 200);
}

// Of <span itemprop=author><b itemprop=name>Jane Doe</b>, The Outlet</span> the name.
std::string FactFinder::name_inside(std::uint32_t i) const {
  const std::vector<PageNode>& nodes = page_.nodes();
  const std::uint32_t end = std::min(nodes[i].end, i + 100);
  for (std::uint32_t inner = i + 1; inner < end; ++inner) {
    if (has_token(page_.attribute(nodes[inner], "itemprop"), "name")) return value_of(inner);
  }
  for (std::uint32_t inner = i; inner < end; ++inner) {
    if (nodes[inner].tag == GUMBO_TAG_A) return page_.inner_text(inner, 200);
  }
  return nodes[i].tag == GUMBO_TAG_META ? "" : page_.inner_text(i, 100);
}

void FactFinder::collect_microdata(std::uint32_t i) {
  const PageNode& node = page_.nodes()[i];
  const std::string_view item = page_.attribute(node, "itemprop");
  if (item.empty() || (regions_[i] & kComments)) return;
  if (has_token(item, "datePublished") && marked_dates_.size() < kMostMarkedDates)
    marked_dates_.emplace_back(value_of(i), "itemprop:datePublished");
  if (has_token(item, "dateModified") && item_modified_.empty()) item_modified_ = value_of(i);
  if (has_token(item, "headline") && item_headline_.empty())
    item_headline_ = page_.inner_text(i, kLongestTitle);
  if (has_token(item, "publisher") && item_publisher_.empty()) item_publisher_ = name_inside(i);
  const bool boilerplate = (regions_[i] & kBoilerplate) != 0;
  if (has_token(item, "author") && !boilerplate && item_authors_.size() < 10) {
    if (std::string name = name_inside(i); !name.empty()) item_authors_.push_back(std::move(name));
  }
}

void FactFinder::collect_element(std::uint32_t i) {
  const PageNode& node = page_.nodes()[i];
  const std::uint32_t region = regions_[i];
  const bool seen = (region & (kUnseen | kComments | kBoilerplate)) == 0;
  if (node.tag == GUMBO_TAG_META) {
    if (!(region & kComments)) collect_meta(node);
    return;
  }
  if (node.tag == GUMBO_TAG_LINK) return collect_link(node);
  if (node.tag == GUMBO_TAG_TITLE && title_element_.empty())
    title_element_ = page_.inner_text(i, kLongestTitle);
  if (node.tag == GUMBO_TAG_H1 && headings_.size() < 20 && !(region & kUnseen)) {
    headings_.push_back({i, page_.inner_text(i, kLongestTitle)});
  }
  collect_microdata(i);
  const bool marked = has_token(page_.attribute(node, "itemprop"), "datePublished");
  if (node.tag == GUMBO_TAG_TIME && seen && !marked && marked_dates_.size() < kMostMarkedDates) {
    const std::string_view value = page_.attribute(node, "datetime");
    marked_dates_.emplace_back(value.empty() ? page_.inner_text(i, 100) : std::string(value), "time");
  }
  const bool starts_byline = (region & kBylineRegion) && !(regions_[node.parent] & kBylineRegion);
  // The first only: further down stand the authors of other stories.
  if (starts_byline && seen && marked_authors_.empty()) marked_authors_ = people_in(i);
}

// In the whole, as "By Jane Doe and John Roe" may have a link for each, or in a part beside job and date.
std::vector<std::string> FactFinder::people_in(std::uint32_t i) const {
  std::vector<std::string> people = find_people(page_.inner_text(i, 200));
  const std::vector<PageNode>& nodes = page_.nodes();
  const std::uint32_t end = std::min(nodes[i].end, i + 50);
  for (std::uint32_t inner = i + 1; inner < end && people.empty(); ++inner) {
    if (!nodes[inner].is_text() || nodes[inner].text.size() > 60) continue;
    people = find_people(nodes[inner].text);
    if (!people.empty() && people.front().find(' ') == std::string::npos) people.clear();
  }
  return people;
}

void FactFinder::find_addresses() {
  for (const std::string& url : {canonical_, meta("og:url"), linked_.url}) {
    if (facts_.canonical_url.empty() && is_web_address(url)) facts_.canonical_url = url;
  }
}

// What stands behind the headline in <title>.
std::string FactFinder::site_behind_title() const {
  std::vector<std::string> headlines = {meta("og:title"), linked_.headline, meta("twitter:title")};
  for (const Heading& heading : headings_) headlines.push_back(heading.text);
  for (const std::string& headline : headlines) {
    if (is_blank_text(headline)) continue;
    if (std::string site = outlet_behind(collapse(title_element_), headline); !site.empty()) return site;
  }
  return "";
}

// The publisher that JSON-LD names, unless it is an agency or a company of another name, and the site says so
// itself.
void FactFinder::find_outlet() {
  const std::string publisher = cut_tagline(collapse(linked_.publisher));
  const std::string site = cut_tagline(collapse(meta("og:site_name")));
  const std::string behind = site_behind_title();
  facts_.outlet = publisher;
  const std::string agency = split_words(publisher).size() <= 4 ? find_agency(publisher) : "";
  const std::string_view own = !site.empty() ? site : behind;
  if (!own.empty() && !publisher.empty() && !is_same_headline(publisher, own)) {
    const bool confirmed = !site.empty() && !behind.empty() && is_same_headline(site, behind);
    if (!agency.empty()) facts_.agency = agency;
    if (!agency.empty() || is_platform(publisher) || confirmed) facts_.outlet = own;
  }
  const auto consider = [&](const std::string& name) {
    if (facts_.outlet.empty() && !is_platform(name)) facts_.outlet = cut_tagline(collapse(name));
  };
  for (std::string_view name : kOutletMetas) consider(meta(name));
  consider(item_publisher_);
  consider(behind);
  for (std::string_view name : kAppMetas) consider(meta(name));
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
       {meta("og:title"), linked_.headline, item_headline_, meta("twitter:title"), title_element_}) {
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
  std::vector<LinkedAuthor> names;
  const auto add = [&](const std::string& field, bool organization) {
    for (std::string& name : split_authors(field)) names.push_back({std::move(name), organization});
  };
  for (const LinkedAuthor& author : linked_.authors) add(author.name, author.organization);
  facts_.authors = clean_authors(std::move(names), facts_.outlet);
  for (std::string_view meta_name : kAuthorMetas) {
    const auto found = metas_.find(std::string(meta_name));
    if (!facts_.authors.empty() || found == metas_.end()) continue;
    names.clear();
    for (const std::string& value : found->second) add(value, false);
    facts_.authors = clean_authors(std::move(names), facts_.outlet);
  }
  for (const std::vector<std::string>& marked : {item_authors_, marked_authors_}) {
    if (!facts_.authors.empty()) break;
    names.clear();
    for (const std::string& name : marked) add(name, false);
    facts_.authors = clean_authors(std::move(names), facts_.outlet);
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
  if (facts_.modified.empty()) facts_.modified = to_iso_date(item_modified_).value_or("");
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
  for (const std::string& source :
       {meta("syndication-source"), meta("original-source"), linked_origin_, meta("syndicated-from")}) {
    if (!source.empty() && source.size() < 1000 && source != facts_.canonical_url) return source;
  }
  return "";
}

}  // namespace

PageFacts find_facts(const Page& page, const std::vector<std::uint32_t>& regions,
                     const std::vector<std::string_view>& linked_data) {
  return FactFinder(page, regions, linked_data).find();
}

}  // namespace sayso::intake
