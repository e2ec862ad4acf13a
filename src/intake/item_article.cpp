#include "intake/item_article.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>
#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/charset.h"
#include "intake/dates.h"
#include "intake/html_article.h"
#include "intake/html_entities.h"
#include "intake/limits.h"
#include "intake/plain_text_blocks.h"

namespace sayso::intake {
namespace {

Result<Article> from_html(const ItemFacts& facts, const std::string& name, const IntakeOptions& options) {
  if (exceeds(facts.html.size(), options)) return too_large(options, name);
  const std::string page = "<!DOCTYPE html><html><body><article>" + facts.html + "</article></body></html>";
  return article_from_page(page, name, {.given = true, .text = facts.title, .whole = true});
}

Result<Article> from_text(const ItemFacts& facts, const std::string& name, const IntakeOptions& options) {
  if (exceeds(facts.text.size(), options)) return too_large(options, name);
  Article article;
  article.input = name;
  article.title = std::string(trim(facts.title));
  article.text = article.title.empty() ? facts.text : article.title + "\n\n" + facts.text;
  PlainTextParts parts{0, false};
  if (!article.title.empty()) {
    parts.begin = static_cast<std::uint32_t>(article.title.size());
    article.blocks.push_back({BlockKind::title, {0, parts.begin}, false});
  }
  add_plain_text_blocks(article, parts);
  return article;
}

void apply_dates(const ItemFacts& facts, Article& article) {
  std::vector<DateCandidate> candidates;
  for (const DateCandidate& date : facts.dates) {
    if (is_blank_text(date.value)) continue;
    if (std::optional<std::string> iso = to_iso_date(trim(date.value))) {
      candidates.push_back({*iso, date.rule});
    } else {
      article.warn("unreadable_date", date.rule);
    }
  }
  article.published_candidates.insert(article.published_candidates.begin(), candidates.begin(),
                                      candidates.end());
  if (!candidates.empty()) article.published = candidates.front().value;
  if (std::optional<std::string> modified = to_iso_date(trim(facts.modified))) article.modified = *modified;
}

// "https://example.org" of "https://example.org/a/b".
std::string_view origin_of(std::string_view address) {
  const std::size_t host = address.find("//");
  if (host == std::string_view::npos) return address;
  return address.substr(0, address.find_first_of("/?#", host + 2));
}

std::string without_tracking(std::string_view link) {
  link = link.substr(0, link.find('#'));
  const std::size_t query = link.find('?');
  if (query == std::string_view::npos) return std::string(link);
  std::string clean(link.substr(0, query));
  char before = '?';
  for (std::size_t at = query + 1; at <= link.size();) {
    const std::size_t end = std::min(link.find('&', at), link.size());
    const std::string_view parameter = link.substr(at, end - at);
    if (!parameter.empty() && !starts_nocase(parameter, "utm_")) {
      clean += before;
      clean += parameter;
      before = '&';
    }
    at = end + 1;
  }
  return clean;
}

}  // namespace

std::string clean_link(std::string_view link, std::string_view base) {
  link = trim(link);
  std::string whole(link);
  if (link.starts_with("//")) {
    whole = std::string(base.substr(0, base.find("//"))) + whole;
  } else if (link.starts_with('/')) {
    whole = std::string(origin_of(trim(base))) + whole;
  }
  if (!starts_nocase(whole, "http://") && !starts_nocase(whole, "https://")) return {};
  if (std::any_of(whole.begin(), whole.end(), [](char c) { return is_ascii_space(c) || c == '\0'; }))
    return {};
  return without_tracking(whole);
}

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    const bool tag = is_ascii_letter(next) || next == '/' || next == '!';
    if (tag && text.find('>', at) != std::string_view::npos) return true;
    if (tag) return false;  // no ">" behind it, nor behind any later one
  }
  return false;
}

std::string without_markup(std::string_view html) {
  std::string text;
  if (!looks_like_html(html)) return decode_entities(trim(html));
  bool in_tag = false;
  for (char c : html) {
    if (c == '<') {
      in_tag = true;
    } else if (c == '>' && in_tag) {
      in_tag = false;
    } else if (!in_tag) {
      text.push_back(c);
    }
  }
  return decode_entities(trim(text));
}

bool is_in_future(std::string_view iso) {
  std::tm time{};
  int offset_hours = 0, offset_minutes = 0;
  char sign = 'Z';
  const std::string text(iso);
  const int got = std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d", &time.tm_year, &time.tm_mon, &time.tm_mday,
                              &time.tm_hour, &time.tm_min);
  if (got < 3) return false;
  if (got < 5) {
    time.tm_hour = 23;
    time.tm_min = 59;
  }
  time.tm_year -= 1900;
  time.tm_mon -= 1;
  if (const std::size_t zone = text.find_last_of("+-"); zone != std::string::npos && zone > 10) {
    sign = text[zone];
    std::sscanf(text.c_str() + zone + 1, "%2d:%2d", &offset_hours, &offset_minutes);
  }
  const std::time_t offset = (offset_hours * 60 + offset_minutes) * 60;
  const std::time_t then = timegm(&time) - (sign == '-' ? -offset : offset);
  return then > std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

Result<Article> article_from_item(const ItemFacts& given, const std::string& name,
                                  const IntakeOptions& options) {
  Article notes;
  ItemFacts facts = given;
  for (std::string* text : {&facts.title, &facts.html, &facts.text}) {
    const Decoded clean = repair(*text);  // a reference to NUL may have come in
    warn_of(clean, notes);
    *text = clean.text;
  }
  if (is_blank_text(facts.html) && is_blank_text(facts.text)) return empty_input(name);
  Result<Article> article =
      is_blank_text(facts.html) ? from_text(facts, name, options) : from_html(facts, name, options);
  if (!article) return article;
  article->warnings.insert(article->warnings.end(), notes.warnings.begin(), notes.warnings.end());
  if (!facts.id.empty()) article->external_id = facts.id;
  if (const std::string link = clean_link(facts.link, facts.base); !link.empty()) {
    article->url = std::string(trim(facts.link));
    if (article->url.starts_with('/')) article->url = link;
    article->canonical_url = link;
  }
  if (!is_blank_text(facts.outlet)) article->outlet = std::string(trim(facts.outlet));
  if (!facts.authors.empty()) article->authors = facts.authors;
  if (!facts.agency.empty()) article->agency = facts.agency;
  if (!facts.language.empty()) article->language = facts.language;
  apply_dates(facts, *article);
  apply_options(options, *article);
  return article;
}

Result<Article> article_from_tree(const XmlTree& tree, const ItemFacts& facts, const std::string& name,
                                  const IntakeOptions& options) {
  Result<Article> article = article_from_item(facts, name, options);
  if (!article) return article;
  warn_of(tree.decoded, *article);
  if (tree.broken) article->warn("broken_xml");
  return article;
}

}  // namespace sayso::intake
