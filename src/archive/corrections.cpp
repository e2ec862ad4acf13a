// Corrections by a person: made, taken back, listed (include/sayso/corrections.h).
#include "sayso/corrections.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

#include "archive/anchors.h"
#include "archive/archive_reading.h"
#include "archive/bound_anchors.h"
#include "archive/claims_update.h"
#include "archive/documents.h"
#include "archive/entity_faces.h"
#include "claims/statement.h"
#include "sayso/record_json.h"

namespace sayso {
namespace {

using archive::Database;
using archive::Reading;
using archive::Statement;
using claims::ItemId;
using claims::ItemKind;

constexpr std::size_t kMembersNamed = 5;  // in a message

Error wrong(std::string message) {
  return {ErrorCode::bad_argument, std::move(message), {}, {}};
}
Error missing(std::string message) {
  return {ErrorCode::not_found, std::move(message), {}, {}};
}

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&time, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

// What a target stands for: an item, and the words by which it is found again.
struct Target {
  ItemId id;
  std::int64_t item = 0;
  Anchor anchor;
};

// Finds what a person points at, and the words for it.
class TargetFinder {
 public:
  explicit TargetFinder(Reading& reading) : reading_(reading) {}

  // One of several for a statement: an act of saying may have many.
  Result<std::vector<Target>> statements(const std::string& target);
  Result<Target> entity(const std::string& target, bool of_one_article);

 private:
  Result<Record> record_of(const std::string& target, char letter, std::uint32_t& number);
  Result<Target> with_words(const Record& record, std::uint32_t entity);

  Reading& reading_;
};

// Of "DOCUMENT#a3": the document's record, and 3 where the letter is 'a'.
Result<Record> TargetFinder::record_of(const std::string& target, char letter, std::uint32_t& number) {
  const std::size_t hash = target.rfind('#');
  number = 0;
  if (hash != target.npos && hash + 2 < target.size() && target[hash + 1] == letter)
    std::from_chars(target.data() + hash + 2, target.data() + target.size(), number);
  if (number == 0) return wrong("\"" + target + "\" names no " + (letter == 'e' ? "entity" : "statement"));
  const auto document = archive::find_document(reading_.database, target.substr(0, hash));
  if (!document) return missing("the archive has no document of " + target);
  const auto json =
      archive::find_record_json(reading_.database, document->id, archive::StoredRecord::current);
  if (!json) return missing("the archive has no record of " + target);
  return record_from_json(*json);
}

Result<std::vector<Target>> TargetFinder::statements(const std::string& target) {
  const std::size_t hash = target.rfind('#');
  const bool clause = hash != target.npos && hash + 1 < target.size() && target[hash + 1] == 'v';
  std::uint32_t number = 0;
  Result<Record> record = record_of(target, clause ? 'v' : 'a', number);
  if (!record) return std::move(record).error();
  const std::string id = target.substr(hash + 1);
  const std::vector<claims::Item> items = reading_.store.items_of(ItemKind::statement, record->id);
  std::vector<Target> found;
  for (const claims::Item& item : items) {
    const auto statement = claims::decode_statement(item.payload);
    if (!statement || (clause ? statement->proposition : statement->attribution) != id) continue;
    Target one{item.id, *reading_.store.item_key(ItemKind::statement, item.id),
               archive::make_anchor(record->id, record->document.text, statement->span)};
    if (archive::find_statement(record->document.text, items, one.anchor) == item.id.number)
      found.push_back(std::move(one));
  }
  if (found.empty()) return missing("the archive has no statement " + target);
  return found;
}

// A mention that leads back to the entity, best one that is its name.
Result<Target> TargetFinder::with_words(const Record& record, std::uint32_t entity) {
  std::vector<const EntityMention*> mentions;
  for (const EntityMention& mention : record.mentions) {
    if (mention.entity == entity) mentions.push_back(&mention);
  }
  const auto rank = [&](const EntityMention* mention) {
    return std::pair(mention->span.of(record.document.text) != record.entities[entity].name, mention->form);
  };
  std::ranges::stable_sort(mentions, {}, rank);
  const ItemId id{record.id, entity};
  for (const EntityMention* mention : mentions) {
    Anchor anchor = archive::make_anchor(record.id, record.document.text, mention->span);
    if (archive::find_entity(record, anchor) == entity)
      return Target{id, *reading_.store.item_key(ItemKind::entity, id), std::move(anchor)};
  }
  return missing("no words in the article stand for " + record.id.substr(0, 8) + "#e" +
                 std::to_string(entity + 1));
}

Result<Target> TargetFinder::entity(const std::string& target, bool of_one_article) {
  std::uint32_t number = 0;
  if (target.find('#') != target.npos) {
    Result<Record> record = record_of(target, 'e', number);
    if (!record) return std::move(record).error();
    if (number > record->entities.size()) return missing("the archive has no entity " + target);
    return with_words(*record, number - 1);
  }
  const auto group = archive::find_entity_group(reading_, target);
  if (!group) return missing("the archive has nobody and nothing of the id " + target);
  const std::vector<ItemId> members =
      reading_.store.members(ItemKind::entity, reading_.store.item_id(*group));
  if (of_one_article && members.size() > 1) {
    std::string message =
        target + " is in " + std::to_string(members.size()) + " articles; name the one where it is another:";
    for (std::size_t i = 0; i < members.size() && i < kMembersNamed; ++i)
      message += " " + members[i].document.text().substr(0, 8) + "#e" + std::to_string(members[i].number + 1);
    return wrong(message + (members.size() > kMembersNamed ? " ..." : ""));
  }
  std::optional<Error> failed;
  for (const ItemId& member : members) {
    Result<Target> found = entity(member.document.text() + "#e" + std::to_string(member.number + 1), false);
    if (found) return found;
    failed = found.error();
  }
  return failed ? *failed : missing("the archive has nobody and nothing of the id " + target);
}

// Of two acts of saying with several statements each: those that are in one claim, or are not.
std::pair<Target, Target> choose_pair(Reading& reading, const std::vector<Target>& first,
                                      const std::vector<Target>& second, bool in_one_claim) {
  for (const Target& a : first) {
    for (const Target& b : second) {
      const bool one = reading.store.group_of(ItemKind::statement, a.id) ==
                       reading.store.group_of(ItemKind::statement, b.id);
      if (one == in_one_claim && a.id != b.id) return {a, b};
    }
  }
  return {first.front(), second.front()};
}

// The statement that most others say too.
Target choose_one(Reading& reading, const std::vector<Target>& targets) {
  return *std::ranges::max_element(targets, {}, [&](const Target& target) {
    return reading.store.members(ItemKind::statement, reading.store.group_of(ItemKind::statement, target.id))
        .size();
  });
}

std::size_t targets_of(CorrectionKind kind) {
  return kind == CorrectionKind::split || kind == CorrectionKind::rename || kind == CorrectionKind::origin
             ? 1
             : 2;
}

Result<std::vector<Target>> find_entities_of(TargetFinder& finder, const CorrectionRequest& request) {
  std::vector<Target> targets;
  for (const std::string& name : request.targets) {
    Result<Target> target = finder.entity(name, request.kind == CorrectionKind::split);
    if (!target) return std::move(target).error();
    targets.push_back(*std::move(target));
  }
  if (targets.size() == 2 && targets[0].id == targets[1].id) return wrong("both are one and the same");
  return targets;
}

Result<std::vector<Target>> find_statements_of(Reading& reading, TargetFinder& finder,
                                               const CorrectionRequest& request) {
  std::vector<std::vector<Target>> found;
  for (const std::string& name : request.targets) {
    Result<std::vector<Target>> targets = finder.statements(name);
    if (!targets) return std::move(targets).error();
    found.push_back(*std::move(targets));
  }
  if (found.size() == 1) return std::vector{choose_one(reading, found[0])};
  const auto [a, b] =
      choose_pair(reading, found[0], found[1], request.kind == CorrectionKind::not_same_claim);
  if (a.id == b.id) return wrong("both are one and the same statement");
  return std::vector{a, b};
}

Result<std::vector<Target>> find_targets(Reading& reading, const CorrectionRequest& request) {
  if (request.targets.size() != targets_of(request.kind))
    return wrong(std::string(to_string(request.kind)) + " takes " + std::to_string(targets_of(request.kind)) +
                 (targets_of(request.kind) == 1 ? " target" : " targets"));
  const bool names = request.kind == CorrectionKind::rename || request.kind == CorrectionKind::origin;
  if (names && request.name.find_first_not_of(" \t\n") == std::string::npos)
    return wrong("the name is empty");
  TargetFinder finder(reading);
  return archive::is_about_entities(request.kind) ? find_entities_of(finder, request)
                                                  : find_statements_of(reading, finder, request);
}

// Applies what was stored or deleted about these items.
void reconsider(Archive::State& state, bool entities, const std::vector<ItemId>& ids) {
  archive::ClaimsUpdate update(state.database, state.claim_store.open(state.database));
  if (entities) {
    update.reconsider({}, ids);
  } else {
    update.reconsider(ids, {});
  }
  update.finish();
}

std::vector<Correction> read_corrections(Database& database, std::optional<std::int64_t> only) {
  std::vector<Correction> corrections;
  Statement row = database.query(
      "SELECT c.number, c.kind, c.name, c.made, a.document, a.quote, a.prefix, a.suffix, a.item FROM "
      "correction c "
      "JOIN correction_anchor a ON a.correction = c.number WHERE ?1 IS NULL OR c.number = ?1 "
      "ORDER BY c.number, a.position",
      only);
  while (row.step()) {
    if (corrections.empty() || corrections.back().number != row.integer(0)) {
      Correction& correction = corrections.emplace_back();
      correction.number = row.integer(0);
      for (const CorrectionKind kind :
           {CorrectionKind::merge, CorrectionKind::split, CorrectionKind::rename, CorrectionKind::same_claim,
            CorrectionKind::not_same_claim, CorrectionKind::origin}) {
        if (row.text(1) == to_string(kind)) correction.kind = kind;
      }
      correction.name = row.string(2);
      correction.made = row.string(3);
    }
    corrections.back().anchors.push_back({row.string(4), row.string(5), row.string(6), row.string(7)});
    if (row.is_null(8)) corrections.back().applies = false;
  }
  return corrections;
}

}  // namespace

Result<Correction> add_correction(Archive& archive, const CorrectionRequest& request) {
  Database& database = archive.state().database;
  archive::Transaction transaction(database);
  std::vector<Target> targets;
  {
    Reading reading(archive);
    Result<std::vector<Target>> found = find_targets(reading, request);
    if (auto failure = database.take_failure()) return *std::move(failure);
    if (!found) return std::move(found).error();
    targets = *std::move(found);
  }
  database.run("INSERT INTO correction (kind, name, made) VALUES (?1, ?2, ?3)", to_string(request.kind),
               request.name, now());
  const std::int64_t number = database.last_key();
  std::vector<ItemId> ids;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto& [id, item, anchor] = targets[i];
    database.run(
        "INSERT INTO correction_anchor (correction, position, document, quote, prefix, suffix, item) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        number, static_cast<std::int64_t>(i), anchor.document, anchor.quote, anchor.prefix, anchor.suffix,
        item);
    ids.push_back(id);
  }
  reconsider(archive.state(), archive::is_about_entities(request.kind), ids);
  std::vector<Correction> stored = read_corrections(database, number);
  if (auto failure = transaction.commit()) return *std::move(failure);
  return stored.front();
}

Result<Correction> undo_correction(Archive& archive, std::optional<std::int64_t> number) {
  Database& database = archive.state().database;
  archive::Transaction transaction(database);
  if (!number) number = database.find_integer("SELECT max(number) FROM correction");
  std::vector<Correction> stored;
  if (number) stored = read_corrections(database, number);
  if (auto failure = database.take_failure()) return *std::move(failure);
  if (stored.empty())
    return missing(number ? "there is no correction " + std::to_string(*number)
                          : "there is no correction to take back");
  std::vector<ItemId> ids;
  archive::SqliteClaimStore store(database);
  {
    Statement row = database.query(
        "SELECT item FROM correction_anchor WHERE correction = ?1 AND item IS NOT NULL ORDER BY position",
        *number);
    while (row.step()) ids.push_back(store.item_id(row.integer(0)));
  }
  database.run("DELETE FROM correction WHERE number = ?1", *number);  // its anchors go with it
  reconsider(archive.state(), archive::is_about_entities(stored.front().kind), ids);
  if (auto failure = transaction.commit()) return *std::move(failure);
  return stored.front();
}

Result<std::vector<Correction>> list_corrections(const Archive& archive) {
  Database& database = archive.state().database;
  std::vector<Correction> corrections = read_corrections(database, std::nullopt);
  if (auto failure = database.take_failure()) return *std::move(failure);
  return corrections;
}

}  // namespace sayso
