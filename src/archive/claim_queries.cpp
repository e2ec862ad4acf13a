// Claims as lists and one by one.
#include <algorithm>
#include <map>
#include <numeric>

#include "archive/archive_reading.h"
#include "archive/entity_faces.h"
#include "claims/claims.h"
#include "claims/pair.h"
#include "claims/statement.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;
using claims::Item;
using claims::ItemId;
using claims::ItemKind;

ClaimStatus status_named(std::string_view name) {
  for (const ClaimStatus status :
       {ClaimStatus::affirmed, ClaimStatus::denied, ClaimStatus::contested, ClaimStatus::retracted}) {
    if (name == to_string(status)) return status;
  }
  return ClaimStatus::uncertain;
}

ClaimSummary summary_of(const Statement& row) {
  const auto count = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  return {row.string(0), row.string(1), status_named(row.text(2)), count(3), count(4), count(5),
          row.string(6), row.string(7)};
}

constexpr std::string_view kSummary =
    "c.id, c.text, c.status, c.articles, c.outlets, c.origins, c.first, c.last";

// Items of all that these shared entities are called.
std::set<std::int64_t> members_of(Reading& reading, const std::vector<std::string>& entities) {
  std::set<std::int64_t> items;
  for (const std::string& id : entities) {
    Statement row = reading.database.query(
        "SELECT i.key FROM shared_entity s JOIN item i ON i.group_key = s.item WHERE s.id = ?1", id);
    while (row.step()) items.insert(row.integer(0));
  }
  return items;
}

std::vector<ClaimSummary> claims_about(Reading& reading, const ClaimFilter& filter) {
  std::map<std::int64_t, ClaimSummary> found;
  for (const std::int64_t item : members_of(reading, filter.about)) {
    Statement row = reading.database.query("SELECT " + std::string(kSummary) +
                                               ", c.key FROM claim_entity e JOIN claim c ON c.key = e.claim "
                                               "WHERE e.entity = ?1 AND c.articles > 1",
                                           item);
    while (row.step()) found.emplace(row.integer(8), summary_of(row));
  }
  std::vector<ClaimSummary> out;
  for (auto& [key, claim] : found) {
    if (filter.contested && claim.status != ClaimStatus::contested) continue;
    if (claim.origins >= filter.min_origins) out.push_back(std::move(claim));
  }
  const auto reach = [](const ClaimSummary& c) { return std::tuple(c.articles, c.outlets, c.last, c.id); };
  std::ranges::sort(out, std::greater(), reach);
  if (filter.limit > 0 && out.size() > filter.limit) out.resize(filter.limit);
  return out;
}

// The group that a claim's id, or the beginning of one, names.
Result<ItemId> find_group(Reading& reading, const std::string& id) {
  std::vector<std::pair<std::int64_t, std::string>> found;
  Statement row = reading.database.query(
      "SELECT key, id FROM claim WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 6", id);
  while (!id.empty() && row.step()) found.emplace_back(row.integer(0), row.string(1));
  if (found.empty()) return Error{ErrorCode::not_found, "the archive has no claim " + id, {}, {}};
  if (found.size() == 1 || found.front().second == id) return reading.store.item_id(found.front().first);
  std::string several;
  for (const auto& [key, one] : found) several += (several.empty() ? "" : ", ") + one.substr(0, 12);
  return Error{ErrorCode::bad_argument, "several claims begin with " + id + ": " + several, {}, {}};
}

std::set<std::string> documents_of(const Claim& claim) {
  std::set<std::string> documents;
  for (const ClaimStatement& statement : claim.statements) documents.insert(statement.document);
  for (const Copy& copy : claim.copies) documents.insert({copy.of, copy.document});
  for (const ClaimOrigin& origin : claim.origins)
    documents.insert(origin.documents.begin(), origin.documents.end());
  return documents;
}

// Of "DOCUMENT#e3", as a claim is built with: the id of the entity across documents.
std::string shared_id_of(Reading& reading, const std::string& reference) {
  const auto group = reference.empty() ? std::nullopt : archive::find_entity_group(reading, reference);
  if (!group) return reference;
  return reading.database.find_text("SELECT id FROM shared_entity WHERE item = ?1", *group)
      .value_or(reference);
}

void name_shared_entities(Reading& reading, Claim& claim) {
  for (ClaimStatement& statement : claim.statements)
    statement.origin_entity = shared_id_of(reading, statement.origin_entity);
  for (ClaimOrigin& origin : claim.origins) origin.entity = shared_id_of(reading, origin.entity);
}

ClaimStatement shown(Reading& reading, const ItemId& id) {
  ClaimStatement out;
  out.document = id.document;
  const auto item = reading.corrected.get(ItemKind::statement, id);
  const auto statement = item ? claims::decode_statement(item->payload) : std::nullopt;
  if (!statement) return out;
  out.attribution = statement->attribution;
  out.proposition = statement->proposition;
  out.quote = statement->quote;
  out.origin = statement->origin ? statement->origin->name : "unattributed: " + statement->outlet;
  out.outlet = statement->outlet;
  out.date = statement->said.empty() ? statement->published : statement->said;
  return out;
}

// Kruskal's tree of the surest links between the members: what holds the claim together.
std::vector<claims::ItemLink> holding_links(Reading& reading, const std::vector<ItemId>& members) {
  std::vector<claims::ItemLink> links, kept;
  std::map<ItemId, std::size_t> place;
  for (std::size_t i = 0; i < members.size(); ++i) place.emplace(members[i], i);
  for (const ItemId& id : members) {
    for (claims::ItemLink& link : reading.store.links_of(ItemKind::statement, id)) {
      if (link.a == id && place.contains(link.b)) links.push_back(std::move(link));
    }
  }
  std::ranges::stable_sort(links, std::greater(), &claims::ItemLink::score);
  std::vector<std::size_t> tree(members.size());
  std::iota(tree.begin(), tree.end(), 0);
  const auto root = [&](std::size_t i) {
    while (tree[i] != i) i = tree[i] = tree[tree[i]];
    return i;
  };
  for (claims::ItemLink& link : links) {
    const std::size_t a = root(place.at(link.a)), b = root(place.at(link.b));
    if (a == b) continue;
    tree[a] = b;
    kept.push_back(std::move(link));
  }
  return kept;
}

std::optional<claims::Statement> statement_of(Reading& reading, const ItemId& id) {
  const auto item = reading.corrected.get(ItemKind::statement, id);
  return item ? claims::decode_statement(item->payload) : std::nullopt;
}

// Statements outside the claim that met one of it, the nearest first.
std::vector<JudgedPair> near_misses(Reading& reading, const std::vector<ItemId>& members, std::size_t limit) {
  if (limit == 0) return {};
  const std::set<ItemId> inside(members.begin(), members.end());
  std::map<ItemId, JudgedPair> best;
  for (const ItemId& id : members) {
    const auto item = reading.corrected.get(ItemKind::statement, id);
    const auto mine = item ? claims::decode_statement(item->payload) : std::nullopt;
    if (!mine) continue;
    const claims::Candidates found = claims::find_candidates(reading.store, ItemKind::statement, *item,
                                                             claims::kStatementRule.representatives);
    for (const ItemId& other : found.items) {
      const auto theirs = inside.contains(other) ? std::nullopt : statement_of(reading, other);
      if (!theirs) continue;
      const double score = claims::probability_of(claims::likeness_of(*mine, *theirs));
      JudgedPair& pair = best[other];
      if (!pair.why.empty() && score <= pair.score) continue;
      pair = {shown(reading, id), shown(reading, other), score, claims::explain(*mine, *theirs)};
    }
  }
  std::vector<JudgedPair> pairs;
  for (auto& [id, pair] : best) pairs.push_back(std::move(pair));
  std::ranges::stable_sort(pairs, std::greater(), &JudgedPair::score);
  if (pairs.size() > limit) pairs.resize(limit);
  return pairs;
}

}  // namespace

Result<std::vector<ClaimSummary>> list_claims(const Archive& archive, const ClaimFilter& filter) {
  Reading reading(archive);
  if (!filter.about.empty()) return reading.checked(claims_about(reading, filter));
  std::vector<ClaimSummary> claims;
  const std::string only = filter.contested ? "c.status = 'contested' AND " : "";
  Statement row = reading.database.query(
      "SELECT " + std::string(kSummary) + " FROM claim c WHERE " + only +
          "c.articles > 1 AND c.origins >= ?1 "
          "ORDER BY c.articles DESC, c.outlets DESC, c.last DESC, c.id DESC LIMIT ?2",
      filter.min_origins, filter.limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(filter.limit));
  while (row.step()) claims.push_back(summary_of(row));
  return reading.checked(std::move(claims));
}

Result<ClaimPage> find_claim(const Archive& archive, const std::string& id) {
  Reading reading(archive);
  const auto group = find_group(reading, id);
  if (!group) return group.error();
  auto claim = claims::build_claim(reading.corrected, *group);
  if (!claim) return Error{ErrorCode::not_found, "the archive has no claim " + id, {}, {}};
  ClaimPage page{*std::move(claim), {}};
  name_shared_entities(reading, page.claim);
  page.documents = reading.cards_of(documents_of(page.claim));
  return reading.checked(std::move(page));
}

Result<ClaimExplanation> explain_claim(const Archive& archive, const std::string& id, std::size_t limit) {
  Reading reading(archive);
  const auto group = find_group(reading, id);
  if (!group) return group.error();
  const std::vector<ItemId> members = reading.store.members(ItemKind::statement, *group);
  ClaimExplanation explanation;
  for (const claims::ItemLink& link : holding_links(reading, members)) {
    const auto a = statement_of(reading, link.a), b = statement_of(reading, link.b);
    if (!a || !b) continue;
    explanation.joined.push_back(
        {shown(reading, link.a), shown(reading, link.b), link.score, claims::explain(*a, *b)});
  }
  explanation.apart = near_misses(reading, members, limit);
  std::set<std::string> documents;
  for (const auto* pairs : {&explanation.joined, &explanation.apart}) {
    for (const JudgedPair& pair : *pairs) documents.insert({pair.a.document, pair.b.document});
  }
  explanation.documents = reading.cards_of(documents);
  return reading.checked(std::move(explanation));
}

}  // namespace sayso
