#include "intake/field_map.h"

#include <algorithm>
#include <charconv>

namespace sayso {

Result<FieldPath> parse_field(std::string_view text) {
  const std::size_t equals = text.find('=');
  const auto wrong = [&](const char* what) {
    return Error{ErrorCode::bad_argument, "'" + std::string(text) + "' " + what, "", std::nullopt};
  };
  if (equals == std::string_view::npos || equals + 1 == text.size()) {
    return wrong("is no field such as text=body.content");
  }
  constexpr std::string_view kFacts[] = {"id",      "url",       "outlet", "title",
                                         "authors", "published", "text",   "html"};
  const std::string_view fact = text.substr(0, equals);
  if (std::find(std::begin(kFacts), std::end(kFacts), fact) == std::end(kFacts)) {
    return wrong("names none of id, url, outlet, title, authors, published, text, html");
  }
  return FieldPath{std::string(fact), std::string(text.substr(equals + 1))};
}

namespace intake {
namespace {

std::optional<simdjson::dom::element> find_member(simdjson::dom::element at, std::string_view key) {
  simdjson::dom::element found;
  simdjson::dom::object object;
  if (at.get(object) == simdjson::SUCCESS) {
    if (object.at_key(key).get(found) == simdjson::SUCCESS) return found;
    return std::nullopt;
  }
  simdjson::dom::array array;
  std::size_t place = 0;
  const auto number = std::from_chars(key.data(), key.data() + key.size(), place);
  if (number.ec != std::errc() || number.ptr != key.data() + key.size()) return std::nullopt;
  if (at.get(array) == simdjson::SUCCESS && array.at(place).get(found) == simdjson::SUCCESS) return found;
  return std::nullopt;
}

}  // namespace

std::optional<simdjson::dom::element> find_at_path(simdjson::dom::element root, std::string_view path) {
  simdjson::dom::element at = root;
  while (true) {
    if (const auto whole = find_member(at, path)) return whole;
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto member = find_member(at, path.substr(0, dot));
    if (!member) return std::nullopt;
    at = *member;
    path.remove_prefix(dot + 1);
  }
}

const FieldPath* find_field(const std::vector<FieldPath>& fields, std::string_view fact) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const FieldPath& field) { return field.fact == fact; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace intake
}  // namespace sayso
