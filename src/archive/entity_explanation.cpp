// Why entities of single records are one, and others of their name are not (explain_entity of
// include/sayso/claim_queries.h).
#include <algorithm>

#include "archive/entity_faces.h"
#include "archive/entity_merges.h"
#include "reading/names.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;
using claims::ItemId;
using claims::ItemKind;

constexpr std::size_t kMostMembers = 1000;
constexpr std::size_t kMostNamesakes = 200;

// Groups that have a name of this one; its own aside.
std::set<std::int64_t> namesakes(Reading& reading, std::int64_t group) {
  std::set<std::int64_t> groups;
  Statement row = reading.database.query(
      "SELECT DISTINCT j.group_key FROM item i JOIN entity_name n ON n.entity = i.key "
      "JOIN entity_name m ON m.folded = n.folded JOIN item j ON j.key = m.entity "
      "WHERE i.group_key = ?1 AND j.group_key <> ?1 ORDER BY j.group_key LIMIT ?2",
      group, static_cast<std::int64_t>(kMostNamesakes));
  while (row.step()) groups.insert(row.integer(0));
  return groups;
}

// Whether a person took one of the group's members out of it.
bool is_split(Reading& reading, std::int64_t group) {
  return std::ranges::any_of(reading.overlay.entities.alone, [&](const ItemId& id) {
    const auto item = reading.store.item_key(ItemKind::entity, id);
    return item && archive::group_of_item(reading, *item) == group;
  });
}

std::string why_apart(Reading& reading, const archive::EntityFace& a, const archive::EntityFace& b,
                      std::int64_t group_a, std::int64_t group_b) {
  if (is_split(reading, group_a) || is_split(reading, group_b)) return "a person said so";
  if (a.kind == EntityKind::person && b.kind == EntityKind::person) {
    const reading::PersonName x = reading::parse_person(a.name), y = reading::parse_person(b.name);
    if (!reading::may_be_one_person(x, y)) return "another name: \"" + b.name + "\"";
    if (x.full() != y.full()) return "a short name in other company, or one that others there may have too";
    return "one name, but no company, office or catalog's entry in common";
  }
  if (a.kind != b.kind) return std::string("it is a ") + to_string(b.kind) + " there";
  return reading::normal_form(a.name) == reading::normal_form(b.name)
             ? "a short name in other company"
             : "another name in full, or a short one in other company: \"" + b.name + "\"";
}

}  // namespace

Result<EntityExplanation> explain_entity(const Archive& archive, const std::string& id, std::size_t limit) {
  Reading reading(archive);
  const auto group = archive::find_entity_group(reading, id);
  if (!group)
    return Error{ErrorCode::not_found, "the archive has nobody and nothing of the id " + id, {}, {}};
  EntityExplanation explanation;
  const archive::EntityFace face = archive::face_of(reading, *group);
  explanation.id = face.id;
  explanation.joined = archive::merge_lines(reading, *group, kMostMembers);
  for (const std::int64_t other : namesakes(reading, *group)) {
    const archive::EntityFace theirs = archive::face_of(reading, other);
    explanation.apart.push_back(
        {archive::summary_of(reading, other), why_apart(reading, face, theirs, *group, other)});
  }
  std::ranges::stable_sort(explanation.apart, [](const EntityApart& x, const EntityApart& y) {
    return x.entity.documents != y.entity.documents ? x.entity.documents > y.entity.documents
                                                    : x.entity.id < y.entity.id;
  });
  if (limit > 0 && explanation.apart.size() > limit) explanation.apart.resize(limit);
  return reading.checked(std::move(explanation));
}

}  // namespace sayso
