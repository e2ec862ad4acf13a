// Who is in the archive, by name.
#include <algorithm>

#include "archive/entity_faces.h"
#include "archive/near_names.h"
#include "reading/names.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;

constexpr std::int64_t kCandidates = 2000;  // names that a misspelt one is compared with

std::set<std::int64_t> groups_named(Reading& reading, const std::string& name) {
  std::set<std::int64_t> groups;
  if (const auto group = archive::find_entity_group(reading, name)) return {*group};
  std::string untitled;
  for (const std::string& part : reading::parse_person(name).parts)
    untitled += (untitled.empty() ? "" : " ") + part;
  for (const std::string& folded : {reading::normal_form(name), untitled}) {
    if (!groups.empty()) break;
    Statement by_name = reading.database.query(
        "SELECT DISTINCT i.group_key FROM entity_name n JOIN item i ON i.key = n.entity WHERE n.folded = ?1",
        folded);
    while (by_name.step()) groups.insert(by_name.integer(0));
  }
  for (const auto& [id, given] : reading.overlay.entity_names) {
    const auto item = reading.store.item_key(claims::ItemKind::entity, id);
    if (item && reading::normal_form(given) == reading::normal_form(name))
      groups.insert(archive::group_of_item(reading, *item));
  }
  return groups;
}

}  // namespace

Result<std::vector<EntitySummary>> find_entities(const Archive& archive, const std::string& name,
                                                 std::size_t limit) {
  Reading reading(archive);
  std::vector<EntitySummary> found;
  for (const std::int64_t group : groups_named(reading, name))
    found.push_back(archive::summary_of(reading, group));
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
