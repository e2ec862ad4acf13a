#include "intake/json_ld.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/headline.h"
#include "intake/html_entities.h"
#include "intake/json_object.h"
#include "intake/lone_surrogates.h"
#include "intake/loose_json.h"

namespace sayso::intake {
namespace {

using simdjson::dom::element;

constexpr std::size_t kMostObjects = 1000;
constexpr std::size_t kMostAuthors = 100;

std::string plain_text(std::string_view text) {
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

// "x", {"@value": "x"}, or the first of a list of them.
std::string text_of(const element& value) {
  std::string text;
  for_each(value, [&](element item) {
    if (!text.empty()) return;
    element inner;
    if (item.is_object() && item["@value"].get(inner) == simdjson::SUCCESS) item = inner;
    std::string_view view;
    if (item.get(view) == simdjson::SUCCESS) text = plain_text(view);
  });
  return text;
}

std::string string_at(const element& object, std::string_view key) {
  element value;
  return object[key].get(value) == simdjson::SUCCESS ? text_of(value) : "";
}

template <typename Holds>
bool has_type(const element& object, Holds holds) {
  element types;
  if (object["@type"].get(types) != simdjson::SUCCESS) return false;
  bool found = false;
  for_each(types, [&](const element& type) {
    std::string_view name;
    found = found || (type.get(name) == simdjson::SUCCESS && holds(name));
  });
  return found;
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "Report";
}

bool is_article(const element& object) {
  return has_type(object, is_article_type);
}

// Says something of the article as long as no article does.
bool is_page(const element& object) {
  return has_type(object,
                  [](std::string_view type) { return type.ends_with("WebPage") || type == "ClaimReview"; });
}

bool is_organization(const element& object) {
  return has_type(object, [](std::string_view type) { return type.ends_with("Organization"); });
}

// Under these keys stand other stories than the page's.
bool leads_elsewhere(std::string_view key) {
  for (std::string_view other :
       {"itemListElement", "hasPart", "isPartOf", "relatedLink", "citation", "mentions", "about", "comment",
        "isBasedOn", "author", "publisher", "image"}) {
    if (key == other) return true;
  }
  return false;
}

class LinkedDataReader {
 public:
  explicit LinkedDataReader(const LinkedHints& hints) : hints_(hints) {}

  LinkedFacts read(const std::vector<std::string_view>& scripts) {
    for (std::string_view script : scripts) parse(script);
    for (const JsonDocument& document : documents_) list_objects(document.root(), false);
    if (std::none_of(objects_.begin(), objects_.end(), is_article)) {
      objects_.clear();
      for (const JsonDocument& document : documents_) list_objects(document.root(), true);
    }
    if (const std::optional<element> article = choose_article()) take(*article);
    for (const element& object : objects_) {
      const std::string headline = string_at(object, "headline");
      if (is_article(object) && (headline.empty() || headline == facts_.headline)) take(object);
    }
    for (const element& object : objects_) {
      if (is_page(object)) take_page(object);
    }
    take_site();
    for (std::string_view script : broken_) salvage(script);
    return std::move(facts_);
  }

 private:
  bool parse_strictly(std::string json) {
    for (char& c : json) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';  // line breaks inside strings, the commonest mistake
    }
    replace_lone_surrogates(json);
    Result<JsonDocument> document = JsonDocument::parse(trim(json));
    if (document) documents_.push_back(std::move(document).value());
    return document.has_value();
  }

  void parse(std::string_view script) {
    if (parse_strictly(std::string(script))) return;
    bool all = true;
    for (std::string& value : mend_json(script)) all = parse_strictly(std::move(value)) && all;
    if (!all) broken_.push_back(script);
  }

  // Objects at the top, in arrays and in @graph, and those that are the page's main subject; with `nested`,
  // all that may be the page's.
  void list_objects(const element& root, bool nested) {
    std::vector<element> waiting = {root};
    while (!waiting.empty() && objects_.size() < kMostObjects) {
      const element value = waiting.back();
      waiting.pop_back();
      if (value.is_array()) {
        std::vector<element> items;
        for_each(value, [&](const element& item) { items.push_back(item); });
        waiting.insert(waiting.end(), items.rbegin(), items.rend());
        continue;
      }
      simdjson::dom::object object;
      if (value.get(object) != simdjson::SUCCESS) continue;
      objects_.push_back(value);
      note_name(value);
      for (const auto& [key, inner] : object) {
        const bool main = key == "mainEntity" || key == "mainEntityOfPage" || key == "@graph";
        if (main || (nested && !leads_elsewhere(key))) waiting.push_back(inner);
      }
    }
  }

  void note_name(const element& object) {
    const std::string id = string_at(object, "@id");
    if (id.empty()) return;
    if (std::string name = string_at(object, "name"); !name.empty()) names_.emplace(id, std::move(name));
    if (is_organization(object)) organizations_.emplace(id, true);
  }

  std::optional<element> choose_article() const {
    std::optional<element> first;
    for (const element& object : objects_) {
      if (!is_article(object)) continue;
      const std::string headline = string_at(object, "headline");
      const bool named = std::any_of(
          hints_.titles.begin(), hints_.titles.end(),
          [&](const std::string& title) { return !headline.empty() && is_same_headline(headline, title); });
      if (named || (!hints_.url.empty() && string_at(object, "url") == hints_.url)) return object;
      const bool says_more = !headline.empty() || !string_at(object, "datePublished").empty();
      if (!first || (says_more && string_at(*first, "headline").empty())) first = object;
    }
    return first;
  }

  // "Jane Doe", {"name": "Jane Doe"}, {"@id": "#jane"}
  std::string name_of(const element& value) const {
    if (!value.is_object()) return text_of(value);
    if (std::string name = string_at(value, "name"); !name.empty()) return name;
    const std::string given = string_at(value, "givenName"), family = string_at(value, "familyName");
    if (!given.empty() && !family.empty()) return given + " " + family;
    const auto named = names_.find(string_at(value, "@id"));
    return named == names_.end() ? text_of(value) : named->second;
  }

  static void fill(std::string& fact, const element& object, std::string_view key) {
    if (fact.empty()) fact = string_at(object, key);
  }

  void take_publisher(const element& object) {
    for (std::string_view key : {"publisher", "sourceOrganization"}) {
      element value;
      if (!facts_.publisher.empty() || object[key].get(value) != simdjson::SUCCESS) continue;
      for_each(value, [&](const element& item) {
        if (facts_.publisher.empty()) facts_.publisher = name_of(item);
      });
    }
  }

  void take_authors(const element& article) {
    for (std::string_view key : {"author", "creator"}) {
      element value;
      if (!facts_.authors.empty() || article[key].get(value) != simdjson::SUCCESS) continue;
      for (std::string_view list : {"@list", "@set"}) {
        element inner;
        if (value.is_object() && value[list].get(inner) == simdjson::SUCCESS) value = inner;
      }
      for_each(value, [&](const element& item) {
        std::string name = name_of(item);
        if (name.empty() || facts_.authors.size() >= kMostAuthors) return;
        const bool organization =
            item.is_object() && (is_organization(item) || organizations_.count(string_at(item, "@id")) > 0);
        facts_.authors.push_back({std::move(name), organization});
      });
    }
  }

  void take(const element& article) {
    fill(facts_.headline, article, "headline");
    fill(facts_.headline, article, "name");
    fill(facts_.published, article, "datePublished");
    fill(facts_.modified, article, "dateModified");
    fill(facts_.language, article, "inLanguage");
    fill(facts_.url, article, "url");
    element value;
    if (facts_.url.empty() && article["mainEntityOfPage"].get(value) == simdjson::SUCCESS) {
      facts_.url = value.is_object() ? string_at(value, "@id") : text_of(value);
    }
    take_publisher(article);
    take_authors(article);
  }

  void take_page(const element& page) {
    fill(facts_.published, page, "datePublished");
    fill(facts_.modified, page, "dateModified");
    fill(facts_.language, page, "inLanguage");
    take_publisher(page);
  }

  // Whose site it is, where nothing names a publisher.
  void take_site() {
    for (const element& object : objects_) {
      if (is_organization(object)) fill(facts_.publisher, object, "name");
    }
    for (const element& object : objects_) {
      const bool site = has_type(object, [](std::string_view type) { return type == "WebSite"; });
      if (site) fill(facts_.publisher, object, "name");
    }
  }

  // Out of what is no JSON: the first dates and names.
  void salvage(std::string_view script) {
    if (script.find("Article\"") == std::string_view::npos &&
        script.find("BlogPosting\"") == std::string_view::npos)
      return;
    const auto fill_from = [](std::string& fact, std::string_view text, std::string_view key) {
      if (fact.empty()) fact = plain_text(find_string_value(text, key));
    };
    fill_from(facts_.published, script, "datePublished");
    fill_from(facts_.modified, script, "dateModified");
    fill_from(facts_.headline, script, "headline");
    if (const std::size_t at = script.find("\"author\"");
        at != std::string_view::npos && facts_.authors.empty()) {
      std::string name;
      fill_from(name, script.substr(at, 400), "name");
      fill_from(name, script.substr(at, 200), "author");
      if (!name.empty()) facts_.authors.push_back({std::move(name), false});
    }
    if (const std::size_t at = script.find("\"publisher\""); at != std::string_view::npos) {
      fill_from(facts_.publisher, script.substr(at, 400), "name");
    }
  }

  const LinkedHints& hints_;
  std::vector<JsonDocument> documents_;
  std::vector<element> objects_;
  std::vector<std::string_view> broken_;
  std::unordered_map<std::string, std::string> names_;   // @id to name
  std::unordered_map<std::string, bool> organizations_;  // by @id
  LinkedFacts facts_;
};

}  // namespace

LinkedFacts read_json_ld(const std::vector<std::string_view>& scripts, const LinkedHints& hints) {
  return LinkedDataReader(hints).read(scripts);
}

}  // namespace sayso::intake
