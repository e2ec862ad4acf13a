// Who is in the archive, by name.
#include <algorithm>
#include <map>

#include "archive/archive_reading.h"
#include "archive/near_names.h"
#include "reading/names.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;

constexpr std::int64_t kCandidates = 2000;  // names that a misspelt one is compared with

EntityKind kind_named(std::string_view name) {
  for (const EntityKind kind : {EntityKind::person, EntityKind::organization, EntityKind::place,
                                EntityKind::group, EntityKind::document, EntityKind::event}) {
    if (name == to_string(kind)) return kind;
  }
  return EntityKind::other;
}

// The group that an item of an entity leads or belongs to, as a list shows it.
EntitySummary summary_of(Reading& reading, std::int64_t group) {
  EntitySummary out;
  out.id = reading.database.find_text("SELECT id FROM shared_entity WHERE item = ?1", group).value_or("");
  Statement lead =
      reading.database.query("SELECT name, type FROM entity WHERE document = ?1 AND number = ?2",
                             archive::document_of_item(group), archive::number_of_item(group) + 1);
  if (lead.step()) {
    out.name = lead.string(0);
    out.kind = kind_named(lead.text(1));
  }
  const auto count = [&](std::string_view sql) {
    return static_cast<std::uint64_t>(reading.database.find_integer(sql, group).value_or(0));
  };
  out.documents = count("SELECT count(*) FROM item WHERE group_key = ?1");
  out.statements = count(
      "SELECT count(*) FROM claim_statement WHERE origin_item IN (SELECT key FROM item WHERE group_key = "
      "?1)");
  return out;
}

std::set<std::int64_t> groups_named(Reading& reading, const std::string& name) {
  std::set<std::int64_t> groups;
  Statement by_id = reading.database.query("SELECT item FROM shared_entity WHERE id = ?1", name);
  while (by_id.step()) groups.insert(by_id.integer(0));
  if (!groups.empty()) return groups;
  Statement by_name = reading.database.query(
      "SELECT DISTINCT i.group_key FROM entity_name n JOIN item i ON i.key = n.entity WHERE n.folded = ?1",
      reading::normal_form(name));
  while (by_name.step()) groups.insert(by_name.integer(0));
  return groups;
}

}  // namespace

Result<std::vector<EntitySummary>> find_entities(const Archive& archive, const std::string& name,
                                                 std::size_t limit) {
  Reading reading(archive);
  std::vector<EntitySummary> found;
  for (const std::int64_t group : groups_named(reading, name)) found.push_back(summary_of(reading, group));
  std::ranges::stable_sort(found, std::greater(),
                           [](const EntitySummary& e) { return std::tuple(e.documents, e.statements); });
  if (found.size() > limit) found.resize(limit);
  return reading.checked(std::move(found));
}

// Names that begin as the wanted one does: a hurried hand errs further on.
Result<std::vector<std::string>> suggest_names(const Archive& archive, const std::string& name,
                                               std::size_t limit) {
  Reading reading(archive);
  const std::string folded = reading::normal_form(name);
  std::vector<archive::FoldedName> candidates;
  Statement row = reading.database.query(
      "SELECT DISTINCT name, folded FROM entity_name WHERE folded >= ?1 AND folded < ?1 || x'f48fbfbf' LIMIT "
      "?2",
      folded.substr(0, 1), kCandidates);
  while (row.step()) candidates.push_back({row.string(0), row.string(1)});
  return reading.checked(archive::nearest_names(folded, candidates, limit));
}

}  // namespace sayso
