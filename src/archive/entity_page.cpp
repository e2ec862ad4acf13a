// What is known of one entity across documents (describe_entity of include/sayso/claim_queries.h).
#include <algorithm>
#include <map>
#include <numeric>

#include "archive/entity_faces.h"
#include "archive/entity_merges.h"
#include "claims/statement.h"
#include "reading/names.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;
using claims::ItemId;
using claims::ItemKind;

constexpr std::size_t kMostMembers = 1000;  // that a page names, unless it is to have all

Commitment commitment_named(std::string_view name) {
  for (const Commitment value :
       {Commitment::certain_plus, Commitment::probable_plus, Commitment::possible_plus,
        Commitment::certain_minus, Commitment::probable_minus, Commitment::possible_minus}) {
    if (name == to_string(value)) return value;
  }
  return Commitment::uncommitted;
}

// The most used first; one spelling of each, the one that is used most.
std::vector<SharedEntity::Alias> aliases_of(Reading& reading, std::int64_t group) {
  std::map<std::string, SharedEntity::Alias> found;
  Statement row = reading.database.query(
      "SELECT a.text, sum(a.count), min(nullif(d.day, '')), max(d.day) FROM item i JOIN entity_alias a ON "
      "a.entity = i.key "
      "JOIN document d ON d.key = i.key >> 26 WHERE i.group_key = ?1 GROUP BY a.text ORDER BY 2 DESC, 1",
      group);
  while (row.step()) {
    SharedEntity::Alias alias{row.string(0), static_cast<std::uint32_t>(row.integer(1)), row.string(2),
                              row.string(3)};
    const auto [at, added] = found.try_emplace(reading::normal_form(alias.text), alias);
    if (added) continue;
    at->second.count += alias.count;
    if (at->second.first.empty() || (!alias.first.empty() && alias.first < at->second.first))
      at->second.first = alias.first;
    at->second.last = std::max(at->second.last, alias.last);
  }
  std::vector<SharedEntity::Alias> aliases;
  for (auto& [key, alias] : found) aliases.push_back(std::move(alias));
  std::ranges::stable_sort(aliases, std::greater(), &SharedEntity::Alias::count);
  return aliases;
}

// In the order of their first articles.
std::vector<SharedEntity::DatedRole> roles_of(Reading& reading, std::int64_t group) {
  std::map<std::pair<std::string, std::string>, SharedEntity::DatedRole> found;
  Statement row = reading.database.query(
      "SELECT i.key, d.day, e.roles FROM item i JOIN document d ON d.key = i.key >> 26 "
      "JOIN entity e ON e.document = d.key AND e.number = (i.key & 16777215) + 1 "
      "WHERE i.group_key = ?1 AND e.roles <> '[]' ORDER BY d.day, d.id",
      group);
  while (row.step()) {
    const std::string day = row.string(1);
    for (const archive::StoredRole& role : archive::roles_in(row.text(2))) {
      const std::string of = role.of.value_or("");
      if (role.title.empty()) continue;
      auto& dated = found[{reading::normal_form(role.title), reading::normal_form(of)}];
      if (dated.title.empty())
        dated = {role.title, of, day, day, archive::reference_to(reading, row.integer(0))};
      if (dated.from.empty()) dated.from = day;
      dated.to = std::max(dated.to, day);
    }
  }
  std::vector<SharedEntity::DatedRole> roles;
  for (auto& [key, role] : found) roles.push_back(std::move(role));
  std::ranges::stable_sort(roles, {}, [](const auto& role) { return std::pair(role.from, role.title); });
  return roles;
}

// Acts of saying, as they are chosen before they are read.
struct Chosen {
  std::int64_t key = 0;  // of the table attribution
  std::string day;
};

// The page's entity and what corrections say about whose words are whose.
class EntityReader {
 public:
  EntityReader(Reading& reading, std::int64_t group, std::size_t limit)
      : reading_(reading), group_(group), limit_(limit) {}

  EntityPage read() {
    const archive::EntityFace face = archive::face_of(reading_, group_);
    SharedEntity& entity = page_.entity;
    entity.id = face.id;
    entity.name = face.name;
    entity.kind = face.kind;
    entity.aliases = aliases_of(reading_, group_);
    entity.roles = roles_of(reading_, group_);
    read_members();
    entity.why = archive::merge_lines(reading_, group_, limit_ == 0 ? 0 : kMostMembers);
    note_corrected_origins();
    page_.said = rows_of(choose_said(), page_.said_count);
    page_.about = rows_of(choose_about(), page_.about_count);
    return std::move(page_);
  }

 private:
  void read_members();
  void note_corrected_origins();
  std::vector<Chosen> choose_said();
  std::vector<Chosen> choose_about();
  std::vector<SaidRow> rows_of(std::vector<Chosen> chosen, std::uint64_t& count);
  std::optional<SaidRow> row_of(std::int64_t attribution);
  std::string claim_of(std::int64_t document, std::int64_t attribution);

  Reading& reading_;
  std::int64_t group_;
  std::size_t limit_;
  EntityPage page_;
  std::map<std::int64_t, std::string> origin_of_;  // of attributions that a person corrected: the name
  std::set<std::int64_t> now_its_own_;             // of these, those that are this entity's
};

void EntityReader::read_members() {
  page_.documents = static_cast<std::uint64_t>(
      reading_.database
          .find_integer("SELECT count(DISTINCT key >> 26) FROM item WHERE group_key = ?1", group_)
          .value_or(0));
  Statement row =
      reading_.database.query("SELECT key FROM item WHERE group_key = ?1 ORDER BY key LIMIT ?2", group_,
                              limit_ == 0 ? std::int64_t{-1} : std::int64_t{kMostMembers});
  while (row.step()) page_.entity.members.push_back(archive::reference_to(reading_, row.integer(0)));
  std::ranges::sort(page_.entity.members);
}

// Corrections are a person's, so there are few.
void EntityReader::note_corrected_origins() {
  for (const auto& [id, name] : reading_.overlay.origins) {
    const auto item = reading_.corrected.get(ItemKind::statement, id);
    const auto statement = item ? claims::decode_statement(item->payload) : std::nullopt;
    if (!statement || statement->attribution.empty()) continue;
    const auto attribution = reading_.database.find_integer(
        "SELECT a.key FROM attribution a JOIN document d ON d.key = a.document WHERE d.id = ?1 AND 'a' || "
        "a.number = "
        "?2",
        id.document.text(), statement->attribution);
    if (!attribution) continue;
    origin_of_[*attribution] = name;
    const auto& party = statement->origin;
    const auto who = party && party->entity
                         ? reading_.store.item_key(ItemKind::entity, {id.document, *party->entity})
                         : std::nullopt;
    const bool by_entity = who && archive::group_of_item(reading_, *who) == group_;
    if (by_entity || reading::normal_form(name) == reading::normal_form(page_.entity.name))
      now_its_own_.insert(*attribution);
  }
}

std::vector<Chosen> EntityReader::choose_said() {
  std::vector<Chosen> chosen;
  Statement row = reading_.database.query(
      "SELECT a.key, a.day FROM item i JOIN attribution a "
      "ON a.document = i.key >> 26 AND a.origin = (i.key & 16777215) + 1 WHERE i.group_key = ?1",
      group_);
  while (row.step()) {
    if (!origin_of_.contains(row.integer(0))) chosen.push_back({row.integer(0), row.string(1)});
  }
  for (const std::int64_t key : now_its_own_) {
    chosen.push_back(
        {key, reading_.database.find_text("SELECT day FROM attribution WHERE key = ?1", key).value_or("")});
  }
  return chosen;
}

// Others' words in which it is mentioned; of what somebody quotes of another, the other's.
std::vector<Chosen> EntityReader::choose_about() {
  std::vector<Chosen> chosen;
  Statement row = reading_.database.query(
      "SELECT DISTINCT a.key, a.day FROM item i "
      "JOIN mention m ON m.document = i.key >> 26 AND m.entity = (i.key & 16777215) + 1 "
      "JOIN attribution a ON a.document = m.document AND a.begin_ <= m.begin_ AND a.end_ >= m.end_ "
      "WHERE i.group_key = ?1 AND NOT EXISTS (SELECT 1 FROM item o WHERE o.key = (a.document << 26) + (?2 << "
      "24) "
      "+ a.origin - 1 AND o.group_key = ?1) AND NOT EXISTS (SELECT 1 FROM attribution b WHERE b.document = "
      "a.document AND b.within = a.number AND b.begin_ <= m.begin_ AND b.end_ >= m.end_)",
      group_, static_cast<std::int64_t>(ItemKind::entity));
  while (row.step()) {
    if (!now_its_own_.contains(row.integer(0))) chosen.push_back({row.integer(0), row.string(1)});
  }
  return chosen;
}

// The latest of them, the earliest first.
std::vector<SaidRow> EntityReader::rows_of(std::vector<Chosen> chosen, std::uint64_t& count) {
  count = chosen.size();
  std::vector<SaidRow> rows;
  const auto by_time = [](const Chosen& c) { return std::pair(c.day, c.key); };
  std::ranges::sort(chosen, {}, by_time);
  if (limit_ > 0 && chosen.size() > limit_) {
    chosen.erase(chosen.begin(), chosen.end() - static_cast<std::ptrdiff_t>(limit_));
  }
  std::set<std::string> documents;
  for (const Chosen& one : chosen) {
    if (auto row = row_of(one.key)) {
      documents.insert(row->document);
      rows.push_back(*std::move(row));
    }
  }
  // Of one day by document, since keys tell the order of addition.
  std::ranges::stable_sort(rows, {}, [](const SaidRow& row) { return std::tie(row.date, row.document); });
  page_.cards.merge(reading_.cards_of(documents));
  return rows;
}

std::optional<SaidRow> EntityReader::row_of(std::int64_t attribution) {
  Statement row = reading_.database.query(
      "SELECT d.id, a.number, a.day, a.content, a.commitment, a.document, a.origin, a.source_name FROM "
      "attribution a "
      "JOIN document d ON d.key = a.document WHERE a.key = ?1",
      attribution);
  if (!row.step()) return std::nullopt;
  SaidRow said;
  said.document = row.string(0);
  said.attribution = "a" + row.string(1);
  said.date = row.string(2);
  said.words = row.string(3);
  said.commitment = commitment_named(row.text(4));
  said.claim = claim_of(row.integer(5), row.integer(1));
  const auto corrected = origin_of_.find(attribution);
  if (corrected != origin_of_.end()) {
    said.source = corrected->second;
  } else if (!row.is_null(6)) {
    const auto item = archive::item_key_of(row.integer(5), ItemKind::entity,
                                           static_cast<std::uint32_t>(row.integer(6) - 1));
    const auto given =
        reading_.corrected.given_name(reading_.store.item_id(archive::group_of_item(reading_, item)));
    said.source = given ? *given
                        : reading_.database
                              .find_text("SELECT name FROM entity WHERE document = ?1 AND number = ?2",
                                         row.integer(5), row.integer(6))
                              .value_or("");
  } else {
    said.source = row.string(7);
  }
  Statement link = reading_.database.query(
      "SELECT name FROM chain_link WHERE attribution = ?1 ORDER BY position", attribution);
  while (link.step()) said.chain.push_back(link.string(0));
  return said;
}

std::string EntityReader::claim_of(std::int64_t document, std::int64_t attribution) {
  return reading_.database
      .find_text(
          "SELECT c.id FROM claim_statement s JOIN claim c ON c.key = s.claim "
          "WHERE s.item BETWEEN ?1 AND ?2 AND s.attribution = ?3 ORDER BY c.articles DESC, c.id LIMIT 1",
          archive::item_key_of(document, ItemKind::statement, 0),
          archive::item_key_of(document, ItemKind::entity, 0) - 1, attribution)
      .value_or("");
}

}  // namespace

Result<EntityPage> describe_entity(const Archive& archive, const std::string& id, std::size_t limit) {
  Reading reading(archive);
  const auto group = archive::find_entity_group(reading, id);
  if (!group) {
    auto failed = reading.checked(EntityPage());
    if (!failed) return failed;
    return Error{ErrorCode::not_found, "the archive has nobody and nothing of the id " + id, {}, {}};
  }
  return reading.checked(EntityReader(reading, *group, limit).read());
}

}  // namespace sayso
