#include "intake/json_ld.h"

#include <optional>
#include <unordered_map>
#include <utility>

#include "intake/blanks.h"
#include "intake/html_entities.h"
#include "intake/json_object.h"
#include "intake/lone_surrogates.h"

namespace sayso::intake {
namespace {

using simdjson::dom::element;

std::string string_at(const element& value, std::string_view key) {
  std::string_view text;
  if (value[key].get(text) != simdjson::SUCCESS) return "";
  const std::string plain = decode_entities(text);
  return std::string(trim(plain));
}

// A value, or each of an array's.
template <typename Visit>
void for_each(const element& value, Visit visit) {
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return visit(value);
  for (const element item : array) visit(item);
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}

bool is_article(const element& object) {
  element types;
  if (object["@type"].get(types) != simdjson::SUCCESS) return false;
  bool found = false;
  for_each(types, [&](const element& type) {
    std::string_view name;
    found = found || (type.get(name) == simdjson::SUCCESS && is_article_type(name));
  });
  return found;
}

class LinkedDataReader {
 public:
  LinkedFacts read(const std::vector<std::string>& scripts) {
    for (const std::string& script : scripts) parse(script);
    for (const JsonDocument& document : documents_) list_objects(document.root());
    for (const element& object : objects_) {
      if (!is_article(object)) continue;
      take(object);
      break;
    }
    return std::move(facts_);
  }

 private:
  void parse(const std::string& script) {
    std::string json = script;
    for (char& c : json) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';  // line breaks inside strings, the commonest mistake
    }
    replace_lone_surrogates(json);
    Result<JsonDocument> document = JsonDocument::parse(trim(json));
    if (document) documents_.push_back(std::move(document).value());
  }

  // Objects at the top, in arrays and in @graph, and those that are the page's main subject.
  void list_objects(const element& root) {
    std::vector<element> waiting = {root};
    while (!waiting.empty() && objects_.size() < 1000) {
      const element value = waiting.back();
      waiting.pop_back();
      if (value.is_array()) {
        std::vector<element> items;
        for_each(value, [&](const element& item) { items.push_back(item); });
        waiting.insert(waiting.end(), items.rbegin(), items.rend());
        continue;
      }
      if (!value.is_object()) continue;
      objects_.push_back(value);
      if (const std::string id = string_at(value, "@id"); !id.empty()) {
        if (std::string name = string_at(value, "name"); !name.empty()) names_.emplace(id, std::move(name));
      }
      for (std::string_view key : {"mainEntity", "@graph"}) {
        element inner;
        if (value[key].get(inner) == simdjson::SUCCESS) waiting.push_back(inner);
      }
    }
  }

  // "Jane Doe", {"name": "Jane Doe"}, {"@id": "#jane"}
  std::string name_of(const element& value) const {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) {
      const std::string plain = decode_entities(text);
      return std::string(trim(plain));
    }
    if (!value.is_object()) return "";
    if (std::string name = string_at(value, "name"); !name.empty()) return name;
    const auto named = names_.find(string_at(value, "@id"));
    return named == names_.end() ? "" : named->second;
  }

  void take(const element& article) {
    facts_.headline = string_at(article, "headline");
    if (facts_.headline.empty()) facts_.headline = string_at(article, "name");
    facts_.published = string_at(article, "datePublished");
    facts_.modified = string_at(article, "dateModified");
    facts_.language = string_at(article, "inLanguage");
    facts_.url = string_at(article, "url");
    element value;
    if (facts_.url.empty() && article["mainEntityOfPage"].get(value) == simdjson::SUCCESS) {
      std::string_view url;
      facts_.url = value.get(url) == simdjson::SUCCESS ? std::string(url) : string_at(value, "@id");
    }
    if (article["publisher"].get(value) == simdjson::SUCCESS) {
      for_each(value, [&](const element& item) {
        if (facts_.publisher.empty()) facts_.publisher = name_of(item);
      });
    }
    for (std::string_view key : {"author", "creator"}) {
      if (!facts_.authors.empty() || article[key].get(value) != simdjson::SUCCESS) continue;
      for_each(value, [&](const element& item) {
        if (std::string name = name_of(item); !name.empty() && facts_.authors.size() < 100)
          facts_.authors.push_back(name);
      });
    }
  }

  std::vector<JsonDocument> documents_;
  std::vector<element> objects_;
  std::unordered_map<std::string, std::string> names_;  // @id to name
  LinkedFacts facts_;
};

}  // namespace

LinkedFacts read_json_ld(const std::vector<std::string>& scripts) {
  return LinkedDataReader().read(scripts);
}

}  // namespace sayso::intake
