#include "archive/entity_faces.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>

#include "archive/documents.h"

namespace sayso::archive {
namespace {

constexpr std::size_t kListedRoles = 3;
constexpr std::int64_t kAsked = 200;  // members of a group that have a say in its name

std::size_t words_in(std::string_view name) {
  return 1 + static_cast<std::size_t>(std::ranges::count(name, ' '));
}

// The one that most have; of several the longest, then the first by its letters.
template <typename Value, typename Rank>
Value most_frequent(const std::map<Value, std::uint64_t>& counts, Rank rank) {
  const auto best = std::ranges::max_element(
      counts, {}, [&](const auto& entry) { return std::pair(rank(entry.first), entry.second); });
  return best == counts.end() ? Value{} : best->first;
}

// Up to some offices of the group's members, to tell people of one name apart.
std::string roles_of(Reading& reading, std::int64_t group) {
  std::vector<std::string> roles;
  Statement row = reading.database.query(
      "SELECT e.roles FROM item i JOIN entity e ON e.document = i.key >> 26 AND e.number = (i.key & "
      "16777215) + 1 "
      "WHERE i.group_key = ?1 AND e.roles <> '[]' ORDER BY i.key LIMIT 20",
      group);
  while (row.step()) {
    for (const StoredRole& role : roles_in(row.text(0))) {
      const std::string words = role.of ? role.title + " of " + *role.of : role.title;
      if (roles.size() < kListedRoles && std::ranges::find(roles, words) == roles.end())
        roles.push_back(words);
    }
  }
  std::string all;
  for (const std::string& role : roles) all += (all.empty() ? "" : "; ") + role;
  return all;
}

}  // namespace

std::vector<StoredRole> roles_in(std::string_view json) {
  std::vector<StoredRole> roles;
  for (const auto& role : nlohmann::json::parse(json, nullptr, false)) {
    roles.push_back({role.value("title", ""), std::nullopt});
    if (role.contains("of") && role["of"].is_string()) roles.back().of = role["of"].get<std::string>();
  }
  return roles;
}

EntityKind kind_named(std::string_view name) {
  for (const EntityKind kind : {EntityKind::person, EntityKind::organization, EntityKind::place,
                                EntityKind::group, EntityKind::document, EntityKind::event}) {
    if (name == to_string(kind)) return kind;
  }
  return EntityKind::other;
}

EntityFace face_of(Reading& reading, std::int64_t group) {
  EntityFace face;
  face.id = reading.database.find_text("SELECT id FROM shared_entity WHERE item = ?1", group).value_or("");
  std::map<std::string, std::uint64_t> names;
  std::map<EntityKind, std::uint64_t> kinds;
  std::string catalog_name;
  Statement rows = reading.database.query(
      "SELECT e.name, e.type, e.catalog FROM item i "
      "JOIN entity e ON e.document = i.key >> 26 AND e.number = (i.key & 16777215) + 1 "
      "WHERE i.group_key = ?1 ORDER BY i.key LIMIT ?2",
      group, kAsked);
  while (rows.step()) {
    ++names[rows.string(0)];
    ++kinds[kind_named(rows.text(1))];
    if (catalog_name.empty() && !rows.is_null(2)) catalog_name = rows.string(0);
  }
  const auto given = reading.corrected.given_name(reading.store.item_id(group));
  const auto full = [](const std::string& name) { return words_in(name) > 1; };
  face.name = given ? *given : !catalog_name.empty() ? catalog_name : most_frequent(names, full);
  face.kind = most_frequent(kinds, [](EntityKind kind) { return kind != EntityKind::other; });
  return face;
}

EntitySummary summary_of(Reading& reading, std::int64_t group) {
  const EntityFace face = face_of(reading, group);
  EntitySummary out;
  out.id = face.id;
  out.name = face.name;
  out.kind = face.kind;
  out.roles = roles_of(reading, group);
  const auto count = [&](std::string_view sql) {
    return static_cast<std::uint64_t>(reading.database.find_integer(sql, group).value_or(0));
  };
  out.documents = count("SELECT count(DISTINCT key >> 26) FROM item WHERE group_key = ?1");
  out.statements = count(
      "SELECT count(*) FROM item i JOIN attribution a "
      "ON a.document = i.key >> 26 AND a.origin = (i.key & 16777215) + 1 WHERE i.group_key = ?1");
  return out;
}

std::int64_t group_of_item(Reading& reading, std::int64_t item) {
  return reading.database.find_integer("SELECT group_key FROM item WHERE key = ?1", item).value_or(item);
}

std::optional<std::int64_t> find_entity_group(Reading& reading, const std::string& id) {
  const auto shared = reading.database.find_integer("SELECT item FROM shared_entity WHERE id = ?1", id);
  if (shared) return shared;
  const std::size_t hash = id.find("#e");
  if (hash == id.npos) return std::nullopt;
  const auto document = find_document(reading.database, id.substr(0, hash));
  std::uint32_t number = 0;
  const char* const end = id.data() + id.size();
  const auto read = std::from_chars(id.data() + hash + 2, end, number);
  if (!document || read.ec != std::errc() || read.ptr != end || number == 0) return std::nullopt;
  const auto item = reading.store.item_key(claims::ItemKind::entity, {document->id, number - 1});
  return item ? reading.database.find_integer("SELECT group_key FROM item WHERE key = ?1", *item)
              : std::nullopt;
}

std::string reference_to(Reading& reading, std::int64_t item) {
  const claims::ItemId id = reading.store.item_id(item);
  return id.document.text() + "#e" + std::to_string(id.number + 1);
}

}  // namespace sayso::archive
