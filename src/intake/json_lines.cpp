// One line of sayso's JSON Lines: an article with the facts that its collector knows already. A given fact
// beats what the page or the text says, and an explicit title, even null, ends the guessing.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "intake/blanks.h"
#include "intake/charset.h"
#include "intake/dates.h"
#include "intake/field_map.h"
#include "intake/html_article.h"
#include "intake/json_feed.h"
#include "intake/json_object.h"
#include "intake/limits.h"
#include "intake/lone_surrogates.h"
#include "intake/ninjs.h"
#include "intake/plain_text_blocks.h"
#include "intake/utf8.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace intake;

struct GivenFacts {
  std::optional<std::string> id, url, outlet, published, text, html;
  std::vector<std::string> authors;
  bool title_given = false;
  std::string title;
};

Error wrong_type(std::string_view key, std::string_view wanted) {
  return {ErrorCode::malformed, "\"" + std::string(key) + "\" must be " + std::string(wanted), "",
          std::nullopt};
}

std::optional<std::string> as_string(const simdjson::dom::element& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return std::nullopt;
  return std::string(text);
}

// Collectors' own ids are often numbers.
std::optional<std::string> as_id(const simdjson::dom::element& value) {
  if (value.is_int64() || value.is_uint64()) return simdjson::minify(value);
  return as_string(value);
}

std::optional<std::vector<std::string>> as_names(const simdjson::dom::element& value) {
  if (std::optional<std::string> single = as_string(value)) return std::vector<std::string>{*single};
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return std::nullopt;
  std::vector<std::string> names;
  for (const simdjson::dom::element item : array) {
    std::optional<std::string> name = as_string(item);
    if (!name) return std::nullopt;
    if (!is_blank_text(*name)) names.push_back(std::string(trim(*name)));
  }
  return names;
}

// The error, or nullopt if the value was taken or the key is not ours.
std::optional<Error> take_fact(std::string_view key, const simdjson::dom::element& value, GivenFacts& facts) {
  if (key == "title") facts.title_given = true;
  if (value.is_null()) return std::nullopt;
  if (key == "id") {
    facts.id = as_id(value);
    if (!facts.id) return wrong_type(key, "a string or a whole number");
  } else if (key == "authors") {
    std::optional<std::vector<std::string>> names = as_names(value);
    if (!names) return wrong_type(key, "a list of strings");
    facts.authors = std::move(*names);
  } else if (key == "title") {
    std::optional<std::string> title = as_string(value);
    if (!title) return wrong_type(key, "a string or null");
    facts.title = std::string(trim(*title));
  } else {
    std::optional<std::string>* const slot = key == "url"         ? &facts.url
                                             : key == "outlet"    ? &facts.outlet
                                             : key == "published" ? &facts.published
                                             : key == "text"      ? &facts.text
                                             : key == "html"      ? &facts.html
                                                                  : nullptr;
    if (!slot) return std::nullopt;
    *slot = as_string(value);
    if (!*slot) return wrong_type(key, "a string");
  }
  return std::nullopt;
}

// A text in other people's JSON may be a list of paragraphs.
std::optional<std::string> joined_paragraphs(const simdjson::dom::element& value) {
  if (std::optional<std::string> text = as_string(value)) return text;
  const std::optional<std::vector<std::string>> paragraphs = as_names(value);
  if (!paragraphs) return std::nullopt;
  std::string text;
  for (const std::string& paragraph : *paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

// What stands where options.fields says. A path that leads nowhere is as a key that is not there.
std::optional<Error> take_mapped(const simdjson::dom::element& root, const FieldPath& field,
                                 GivenFacts& facts) {
  const std::optional<simdjson::dom::element> value = find_at_path(root, field.path);
  if (!value) return std::nullopt;
  if (field.fact == "text" && value->is_array()) {
    facts.text = joined_paragraphs(*value);
    if (!facts.text) return wrong_type(field.path, "a string or a list of strings");
    return std::nullopt;
  }
  return take_fact(field.fact, *value, facts);
}

Result<GivenFacts> read_facts(const simdjson::dom::element& root, const simdjson::dom::object& object,
                              const IntakeOptions& options) {
  GivenFacts facts;
  for (const auto field : object) {
    if (find_field(options.fields, field.key)) continue;
    if (std::optional<Error> error = take_fact(field.key, field.value, facts)) return *error;
  }
  for (const FieldPath& field : options.fields) {
    if (std::optional<Error> error = take_mapped(root, field, facts)) return *error;
  }
  if (!facts.text && !facts.html) {
    return Error{ErrorCode::malformed, "the object has neither \"text\" nor \"html\"", "", std::nullopt};
  }
  return facts;
}

// Strings out of JSON are valid UTF-8 but may hold NUL (\u0000).
std::string without_nuls(const std::string& text, Article& article) {
  Decoded decoded = repair(text);
  warn_of(decoded, article);
  return std::move(decoded.text);
}

void apply_facts(const GivenFacts& facts, Article& article) {
  if (facts.id) article.external_id = without_nuls(*facts.id, article);
  if (facts.url) article.url = without_nuls(std::string(trim(*facts.url)), article);
  if (facts.outlet) article.outlet = without_nuls(std::string(trim(*facts.outlet)), article);
  if (!facts.authors.empty()) article.authors = facts.authors;
  if (!facts.published || is_blank_text(*facts.published)) return;
  if (std::optional<std::string> date = to_iso_date(*facts.published)) {
    article.published = *date;
    article.published_candidates.insert(article.published_candidates.begin(), {*date, "given"});
  } else {
    article.warn("unreadable_date", "published");
  }
}

Result<Article> from_text(const GivenFacts& facts, const std::string& name, const IntakeOptions& options) {
  Article article;
  article.input = name;
  if (is_blank_text(*facts.text)) return empty_input(name);
  if (exceeds(facts.text->size(), options)) return too_large(options, name);
  const std::string title = without_nuls(facts.title, article);
  const std::string text = without_nuls(*facts.text, article);
  apply_facts(facts, article);
  apply_options(options, article);
  article.title = title;
  article.text = title.empty() ? text : title + "\n\n" + text;
  PlainTextParts parts{0, !facts.title_given};
  if (!title.empty()) {
    const auto end = static_cast<std::uint32_t>(title.size());
    article.blocks.push_back({BlockKind::title, {0, end}, false});
    parts.begin = end;
  }
  add_plain_text_blocks(article, parts);
  return article;
}

Result<Article> from_html(const GivenFacts& facts, const std::string& name, const IntakeOptions& options) {
  if (exceeds(facts.html->size(), options)) return too_large(options, name);
  PageTitle title;
  title.given = facts.title_given;
  Article notes;
  title.text = without_nuls(facts.title, notes);
  Decoded decoded = repair(*facts.html);
  Result<Article> article = article_from_page(decoded.text, name, title);
  if (!article) return article;
  warn_of(decoded, *article);
  apply_facts(facts, *article);
  apply_options(options, *article);
  return article;
}

// Whose object it is shows in its keys; who gives paths knows better.
Result<Article> from_object(const simdjson::dom::element& root, const simdjson::dom::object& object,
                            const std::string& name, const IntakeOptions& options) {
  if (options.fields.empty() && is_json_feed(object)) return read_json_feed(object, name, options);
  const bool ours = object.at_key("text").error() == simdjson::SUCCESS ||
                    object.at_key("html").error() == simdjson::SUCCESS;
  if (options.fields.empty() && !ours && is_ninjs(object)) return read_ninjs(object, name, options);
  const Result<GivenFacts> facts = read_facts(root, object, options);
  if (!facts) return facts.error();
  return facts->text ? from_text(*facts, name, options) : from_html(*facts, name, options);
}

}  // namespace

Result<Article> read_json_line(std::string_view line, const std::string& name, const IntakeOptions& options) {
  const auto named = [&](Error error) {
    error.input = name;
    return error;
  };
  if (line.size() / 2 > byte_limit(options)) return too_large(options, name);
  if (is_blank_text(line)) return empty_input(name);
  std::uint32_t broken = 0;
  std::string json = is_valid_utf8(line) ? std::string(line) : repair_utf8(line, broken);
  const std::uint32_t surrogates = replace_lone_surrogates(json);
  const Result<JsonDocument> document = JsonDocument::parse(json);
  if (!document) return named(document.error());
  simdjson::dom::object object;
  if (document->root().get(object) != simdjson::SUCCESS) {
    return named({ErrorCode::malformed, "it is JSON, but not an object", "", std::nullopt});
  }
  Result<Article> article = from_object(document->root(), object, name, options);
  if (!article) return named(article.error());
  if (broken) article->warn("invalid_utf8", "", broken);
  if (surrogates) article->warn("lone_surrogate", "", surrogates);
  return article;
}

}  // namespace sayso
