#include "intake/ninjs.h"

#include <optional>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/byline.h"
#include "intake/item_article.h"
#include "intake/withheld.h"

namespace sayso::intake {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// "body_text" and "bodyText" are one name.
bool same_key(std::string_view key, std::string_view plain) {
  std::size_t at = 0;
  for (char c : key) {
    if (c == '_') continue;
    if (at == plain.size() || ascii_lower(c) != plain[at]) return false;
    ++at;
  }
  return at == plain.size();
}

std::optional<element> find(const object& item, std::string_view plain) {
  for (const auto field : item) {
    if (same_key(field.key, plain)) return field.value;
  }
  return std::nullopt;
}

std::string string_at(const object& item, std::string_view plain) {
  const std::optional<element> value = find(item, plain);
  std::string_view text;
  return value && value->get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// The objects of a list such as "bodies"; none where it is something else.
std::vector<object> list_at(const object& item, std::string_view plain) {
  std::vector<object> objects;
  const std::optional<element> value = find(item, plain);
  simdjson::dom::array array;
  if (!value || value->get(array) != simdjson::SUCCESS) return objects;
  for (const element entry : array) {
    object one;
    if (entry.get(one) == simdjson::SUCCESS && objects.size() < 100) objects.push_back(one);
  }
  return objects;
}

void take_title(const object& item, ItemFacts& facts) {
  facts.title = string_at(item, "headline");
  for (const object& headline : list_at(item, "headlines")) {
    if (facts.title.empty() || string_at(headline, "role") == "main")
      facts.title = string_at(headline, "value");
  }
  if (facts.title.empty()) facts.title = string_at(item, "title");
  facts.title = without_markup(facts.title);
}

void take_body(const object& item, ItemFacts& facts) {
  facts.text = string_at(item, "bodytext");
  for (const std::string_view key : {"bodyhtml", "bodyxhtml"}) {
    if (facts.html.empty()) facts.html = string_at(item, key);
  }
  for (const object& body : list_at(item, "bodies")) {
    const std::string type = string_at(body, "contenttype");
    const std::string value = string_at(body, "value");
    const bool html = type.find("html") != std::string::npos || (type.empty() && looks_like_html(value));
    std::string& slot = html ? facts.html : facts.text;
    if (slot.empty() || string_at(body, "role") == "main") slot = value;
  }
}

void take_authors(const object& item, ItemFacts& facts) {
  for (const std::string_view key : {"byline", "by"}) {
    const std::string byline = string_at(item, key);
    if (byline.empty()) continue;
    const std::optional<Byline> read = read_byline(starts_nocase(byline, "by ") ? byline : "By " + byline);
    if (read) {
      facts.authors = read->authors;
      facts.agency = read->agency;
    } else {
      facts.authors = {byline};
    }
    return;
  }
}

void take_outlet(const object& item, ItemFacts& facts) {
  for (const object& source : list_at(item, "infosources")) {
    if (facts.outlet.empty()) facts.outlet = string_at(source, "name");
  }
  if (facts.outlet.empty()) facts.outlet = string_at(item, "copyrightholder");
}

}  // namespace

bool is_ninjs(const object& item) {
  if (string_at(item, "uri").empty()) return false;
  for (const std::string_view key : {"versioncreated", "bodytext", "bodyhtml", "bodyxhtml", "bodies",
                                     "headline", "headlines", "pubstatus", "representationtype"}) {
    if (find(item, key)) return true;
  }
  return false;
}

Result<Article> read_ninjs(const object& item, const std::string& name, const IntakeOptions& options) {
  if (auto error = check_release(string_at(item, "pubstatus"), string_at(item, "embargoed"), name))
    return *error;
  ItemFacts facts;
  facts.id = string_at(item, "uri");
  facts.link = facts.id;
  facts.language = string_at(item, "language");
  take_title(item, facts);
  take_body(item, facts);
  take_authors(item, facts);
  take_outlet(item, facts);
  for (const std::string_view key : {"firstcreated", "contentcreated", "versioncreated"}) {
    const std::string date = string_at(item, key);
    if (!is_blank_text(date)) facts.dates.push_back({date, "ninjs:" + std::string(key)});
  }
  facts.modified = string_at(item, "versioncreated");
  return article_from_item(facts, name, options);
}

}  // namespace sayso::intake
