#include "intake/json_feed.h"

#include "intake/item_article.h"

namespace sayso::intake {
namespace {

std::string string_at(const simdjson::dom::object& object, std::string_view key) {
  std::string_view text;
  return object.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// "authors" is a list since version 1.1, "author" was one before.
std::vector<std::string> authors_of(const simdjson::dom::object& object) {
  std::vector<std::string> names;
  const auto add = [&](const simdjson::dom::object& author) {
    const std::string name = string_at(author, "name");
    if (!name.empty() && names.size() < 50) names.push_back(name);
  };
  simdjson::dom::array list;
  simdjson::dom::object one;
  if (object.at_key("authors").get(list) == simdjson::SUCCESS) {
    for (const simdjson::dom::element element : list) {
      if (element.get(one) == simdjson::SUCCESS) add(one);
    }
  } else if (object.at_key("author").get(one) == simdjson::SUCCESS) {
    add(one);
  }
  return names;
}

// An id should be a string; numbers occur.
std::string id_of(const simdjson::dom::object& item) {
  simdjson::dom::element id;
  if (item.at_key("id").get(id) != simdjson::SUCCESS) return {};
  return id.is_int64() || id.is_uint64() ? simdjson::minify(id) : string_at(item, "id");
}

}  // namespace

bool is_json_feed(const simdjson::dom::object& object) {
  simdjson::dom::array items;
  if (object.at_key("items").get(items) != simdjson::SUCCESS) return false;
  return string_at(object, "version").find("jsonfeed.org/version") != std::string::npos;
}

Result<Article> read_json_feed(const simdjson::dom::object& feed, const std::string& name,
                               const IntakeOptions& options) {
  simdjson::dom::object item;
  if (feed.at_key("items").at(0).get(item) != simdjson::SUCCESS) {
    return Error{ErrorCode::empty_input, "the feed has no items", name, std::nullopt};
  }
  ItemFacts facts;
  facts.id = id_of(item);
  facts.link = string_at(item, "url");
  if (facts.link.empty()) facts.link = string_at(item, "external_url");
  facts.base = string_at(feed, "home_page_url");
  facts.title = without_markup(string_at(item, "title"));
  facts.outlet = string_at(feed, "title");
  facts.language = string_at(item, "language");
  if (facts.language.empty()) facts.language = string_at(feed, "language");
  facts.authors = authors_of(item);
  if (facts.authors.empty()) facts.authors = authors_of(feed);
  facts.dates.push_back({string_at(item, "date_published"), "feed:date_published"});
  facts.modified = string_at(item, "date_modified");
  facts.html = string_at(item, "content_html");
  facts.text = string_at(item, "content_text");
  if (facts.html.empty() && facts.text.empty()) facts.text = string_at(item, "summary");
  return article_from_item(facts, name, options);
}

}  // namespace sayso::intake
