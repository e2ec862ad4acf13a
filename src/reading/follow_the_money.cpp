#include "reading/follow_the_money.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "intake/ascii.h"
#include "intake/json_object.h"
#include "intake/lone_surrogates.h"

namespace sayso::reading {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// Schemata that are legal persons; what is neither one of them nor a Person is "other". Sorted.
constexpr std::array<std::string_view, 4> kBodies = {"Company", "LegalEntity", "Organization", "PublicBody"};

// The properties that names stand in, the best first: an Address has only its full text.
constexpr std::array<std::string_view, 5> kNames = {"name", "full", "alias", "previousName", "abbreviation"};

// Where it belongs, the best first.
constexpr std::array<std::string_view, 4> kCountries = {"country", "nationality", "jurisdiction",
                                                        "citizenship"};

Error malformed(std::string message) {
  return {ErrorCode::malformed, std::move(message), "", std::nullopt};
}

std::string_view string_of(const object& fields, std::string_view key) {
  std::string_view text;
  if (fields[key].get(text) != simdjson::SUCCESS) return {};
  return text;
}

// One string counts as a list of one.
Result<std::vector<std::string>> values_of(const object& properties, std::string_view key) {
  std::vector<std::string> values;
  element value;
  if (properties[key].get(value) != simdjson::SUCCESS || value.is_null()) return values;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::vector<std::string>{std::string(text)};
  simdjson::dom::array items;
  const Error wrong = malformed("\"" + std::string(key) + "\" must be a list of strings");
  if (value.get(items) != simdjson::SUCCESS) return wrong;
  for (const element item : items) {
    if (item.get(text) != simdjson::SUCCESS) return wrong;
    values.emplace_back(text);
  }
  return values;
}

std::string type_of(std::string_view schema) {
  if (schema == "Person") return "person";
  return std::ranges::binary_search(kBodies, schema) ? "organization" : "other";
}

// "ru" and "gb-sct" are of a country, "suhh" and "zz" are not: GB, RU, none.
std::string country_of(std::string_view code) {
  if (code.size() != 2 && (code.size() < 4 || code[2] != '-')) return {};
  if (!intake::is_ascii_letter(code[0]) || !intake::is_ascii_letter(code[1])) return {};
  std::string country;
  for (const char c : code.substr(0, 2))
    country += intake::is_ascii_upper(c) ? c : static_cast<char>(c - 'a' + 'A');
  return country == "ZZ" || country == "EU" ? std::string() : country;
}

bool is_blank(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

}  // namespace

Result<std::optional<StoredEntry>> read_follow_the_money(std::string_view line) {
  std::string json(line);
  intake::replace_lone_surrogates(json);
  const Result<intake::JsonDocument> document = intake::JsonDocument::parse(json);
  if (!document) return document.error();
  object fields;
  if (document->root().get(fields) != simdjson::SUCCESS)
    return malformed("the line is JSON, but not an object");
  StoredEntry entry;
  entry.id = string_of(fields, "id");
  if (is_blank(entry.id)) return malformed("the object has no \"id\" that is a string");
  const std::string_view schema = string_of(fields, "schema");
  if (schema.empty()) return malformed("the object has no \"schema\" that is a string");
  entry.type = type_of(schema);
  object properties;
  if (fields["properties"].get(properties) != simdjson::SUCCESS) return std::optional<StoredEntry>();
  for (const std::string_view key : kNames) {
    Result<std::vector<std::string>> names = values_of(properties, key);
    if (!names) return names.error();
    for (std::string& name : *names) {
      if (!is_blank(name)) entry.aliases.push_back(std::move(name));
    }
    if (key == "full" && entry.aliases.empty()) return std::optional<StoredEntry>();
  }
  entry.name = string_of(fields, "caption");
  if (is_blank(entry.name)) entry.name = entry.aliases.front();
  for (const std::string_view key : kCountries) {
    const Result<std::vector<std::string>> codes = values_of(properties, key);
    if (!codes) return codes.error();
    for (const std::string& code : *codes) {
      if (entry.country.empty()) entry.country = country_of(code);
    }
  }
  return std::optional<StoredEntry>(std::move(entry));
}

}  // namespace sayso::reading
