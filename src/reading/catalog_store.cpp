#include "reading/catalog_store.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <unordered_set>

#include "intake/byte_source.h"
#include "intake/utf8.h"
#include "reading/catalog_key.h"

namespace sayso::reading {
namespace {

namespace fs = std::filesystem;

struct TypeKinds {
  std::string_view type;
  CatalogKinds kinds;
};

// Sorted.
constexpr std::array<TypeKinds, 10> kTypes = {{
    {"agency", {CatalogKind::agency, EntityKind::organization}},
    {"company", {CatalogKind::organization, EntityKind::organization}},
    {"document", {CatalogKind::other, EntityKind::document}},
    {"event", {CatalogKind::other, EntityKind::event}},
    {"group", {CatalogKind::organization, EntityKind::group}},
    {"organization", {CatalogKind::organization, EntityKind::organization}},
    {"other", {CatalogKind::other, EntityKind::other}},
    {"outlet", {CatalogKind::outlet, EntityKind::organization}},
    {"person", {CatalogKind::person, EntityKind::person}},
    {"place", {CatalogKind::other, EntityKind::place}},
}};

Error malformed(std::string message) {
  return {ErrorCode::malformed, std::move(message), "", std::nullopt};
}

bool is_blank_byte(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

// With one blank for blanks and control characters, none at the ends.
std::string tidy(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!is_blank_byte(c)) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

bool is_country_code(std::string_view text) {
  return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
}

// "USAGOV", "IGOUNO", "NGO": three capitals or more.
bool is_actor_code(std::string_view text) {
  return text.size() >= 3 && text.size() <= 15 &&
         std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Error bad_store(std::string message, const std::string& place) {
  return {ErrorCode::bad_catalog, std::move(message), place, std::nullopt};
}

}  // namespace

std::optional<CatalogKinds> kinds_of_type(std::string_view type) {
  const auto* const found = std::ranges::lower_bound(kTypes, type, {}, &TypeKinds::type);
  if (found == kTypes.end() || found->type != type) return std::nullopt;
  return found->kinds;
}

std::vector<std::string_view> split_cells(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

Result<StoredEntry> entry_of_cells(const std::vector<std::string_view>& cells) {
  if (cells.size() < 3 || cells.size() > 6) {
    return malformed("the line has " + std::to_string(cells.size()) +
                     (cells.size() == 1 ? " column" : " columns") +
                     "; wanted are id, type, name, aliases, country and actor, with a tab between");
  }
  StoredEntry entry{tidy(cells[0]), tidy(cells[1]), tidy(cells[2]), {}, {}, {}};
  if (entry.id.empty()) return malformed("the id is empty");
  if (entry.name.empty()) return malformed("the name is empty");
  if (!kinds_of_type(entry.type)) {
    std::string known;
    for (const TypeKinds& type : kTypes) known.append(known.empty() ? "" : ", ").append(type.type);
    return malformed("\"" + entry.type.substr(0, 40) + "\" is no type; known are " + known);
  }
  if (cells.size() > 3) {
    std::string_view rest = cells[3];
    while (!rest.empty()) {
      const std::size_t bar = rest.find('|');
      std::string alias = tidy(rest.substr(0, bar));
      if (!alias.empty()) entry.aliases.push_back(std::move(alias));
      rest.remove_prefix(bar == std::string_view::npos ? rest.size() : bar + 1);
    }
  }
  if (cells.size() > 4) entry.country = tidy(cells[4]);
  if (!entry.country.empty() && !is_country_code(entry.country)) {
    return malformed("\"" + entry.country.substr(0, 40) + "\" is no country's code of two capitals");
  }
  if (cells.size() > 5) entry.actor = tidy(cells[5]);
  if (!entry.actor.empty() && !is_actor_code(entry.actor)) {
    return malformed("\"" + entry.actor.substr(0, 40) + "\" is no actor's code of three capitals or more");
  }
  return entry;
}

std::string to_line(const StoredEntry& entry) {
  const std::string name = tidy(entry.name);
  std::string line = tidy(entry.id) + "\t" + entry.type + "\t" + name + "\t";
  std::unordered_set<std::string> seen = {name, ""};
  bool first = true;
  for (const std::string& given : entry.aliases) {
    std::string alias = tidy(given);
    std::ranges::replace(alias, '|', '/');
    if (alias.size() > kLongestName || !seen.insert(alias).second) continue;
    if (!first) line += '|';
    first = false;
    line += alias;
  }
  line += "\t" + tidy(entry.country);
  if (!entry.actor.empty()) line += "\t" + entry.actor;
  line += "\n";
  return line;
}

std::optional<Error> check_utf8(std::string_view line, const std::string& place) {
  const intake::Utf8Census census = intake::take_utf8_census(line);
  if (census.broken == 0) return std::nullopt;
  char hex[8];
  std::snprintf(hex, sizeof hex, "0x%02X", static_cast<unsigned char>(line[census.first_broken]));
  return Error{ErrorCode::not_text,
               std::string("byte ") + hex + " at " + std::to_string(census.first_broken + 1) +
                   " of the line is not UTF-8",
               place, std::nullopt};
}

std::optional<Error> for_each_stored(
    const fs::path& store,
    const std::function<std::optional<Error>(std::string_view line, const std::string& place)>& take) {
  const std::string name = store.string();
  std::error_code error;
  if (name.empty() || !fs::exists(store, error)) {
    if (!error || error == std::errc::no_such_file_or_directory) return std::nullopt;
    return Error{ErrorCode::unreadable, error.message(), name, std::nullopt};
  }
  if (fs::is_directory(store, error))
    return Error{ErrorCode::unreadable, "it is a folder", name, std::nullopt};
  errno = 0;
  std::ifstream stream(store, std::ios::binary);
  if (!stream) return Error{ErrorCode::unreadable, std::strerror(errno), name, std::nullopt};
  intake::ByteSource source(stream);
  for (std::uint64_t number = 1;; ++number) {
    const auto line = source.read_line(kLongestStoreLine);
    const std::string place = name + ":" + std::to_string(number);
    if (source.failed()) return Error{ErrorCode::unreadable, "reading it failed", name, std::nullopt};
    if (!line) {
      if (number == 1) return bad_store("the catalog is empty; import again", name);
      return std::nullopt;
    }
    if (line->too_long) return bad_store("the line is too long", place);
    if (number == 1) {
      if (line->text == kStoreFormat) continue;
      return bad_store("this is no catalog of this version of sayso; move it away and import again", place);
    }
    if (std::optional<Error> failed = take(line->text, place)) return failed;
  }
}

}  // namespace sayso::reading
