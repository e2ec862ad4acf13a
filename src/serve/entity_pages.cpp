// Who is in the archive: a list by name, and what one of them is called, does and says.
#include <algorithm>
#include <map>
#include <optional>

#include "sayso/claim_queries.h"
#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/marked_text.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

constexpr std::size_t kSaid = 200, kTopics = 20, kSuggestions = 5;

Json summary_row(const EntitySummary& entity) {
  return {{"id", entity.id},
          {"name", entity.name},
          {"type", to_string(entity.kind)},
          {"roles", or_null(entity.roles)},
          {"documents", entity.documents},
          {"statements", entity.statements},
          {"in", counted(entity.documents, "article", "articles")},
          {"said", counted(entity.statements, "statement", "statements")},
          {"url", "/entities/" + percent_encoded(entity.id)}};
}

// Who stands behind most statements of claims. Cost: the statements of claims.
Result<std::vector<std::string>> busiest(const Archive& archive, std::int64_t offset, std::int64_t limit) {
  std::vector<std::string> ids;
  const std::vector<SqlValue> values = {limit, offset};
  const auto done = archive.query(
      "SELECT s.id FROM (SELECT i.group_key AS item, count(*) AS said FROM claim_statement c JOIN item i ON "
      "i.key = "
      "c.origin_item GROUP BY i.group_key ORDER BY said DESC, item LIMIT ?1 OFFSET ?2) g JOIN shared_entity "
      "s ON s.item = "
      "g.item "
      "ORDER BY g.said DESC",
      values, [&](const SqlRow& row) {
        ids.emplace_back(row.text(0));
        return true;
      });
  if (!done) return done.error();
  return ids;
}

Result<Page> entities(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const std::string name(request.parameter("name"));
  const std::int64_t size = size_of(request), offset = offset_of(request);
  Json rows = Json::array(), near = Json::array();
  bool more = false;
  if (name.empty()) {
    auto ids = busiest(**archive, offset, size + 1);
    if (!ids) return ids.error();
    more = ids->size() > static_cast<std::size_t>(size);
    if (more) ids->pop_back();
    for (const std::string& id : *ids) {
      const auto found = find_entities(**archive, id, 1);
      if (!found) return found.error();
      if (!found->empty()) rows.push_back(summary_row(found->front()));
    }
  } else {
    const auto found = find_entities(**archive, name, static_cast<std::size_t>(offset + size + 1));
    if (!found) return found.error();
    for (auto i = static_cast<std::size_t>(offset); i < found->size() && rows.size() < std::size_t(size); ++i)
      rows.push_back(summary_row((*found)[i]));
    more = found->size() > static_cast<std::size_t>(offset + size);
    if (found->empty()) {
      const auto names = suggest_names(**archive, name, kSuggestions);
      if (!names) return names.error();
      for (const std::string& one : *names)
        near.push_back({{"name", one}, {"url", "/entities?name=" + percent_encoded(one)}});
    }
  }
  return Page{"entities", "People and bodies",
              Json{{"name", or_null(name)},
                   {"rows", std::move(rows)},
                   {"next", more ? Json(std::to_string(offset + size)) : Json(nullptr)},
                   {"near", std::move(near)},
                   {"search", "/search?source=" + percent_encoded(name)}}};
}

Json said_row(const SaidRow& row, const DocumentCards& cards) {
  const auto card = cards.find(row.document);
  Json chain = Json::array();
  for (const std::string& link : row.chain)
    chain.push_back({{"name", link.empty() ? "unknown outlet" : link}});
  return {{"date", or_null(row.date)},
          {"source", row.source},
          {"words", row.words},
          {"commitment", to_string(row.commitment)},
          {"label", or_null(commitment_label(row.commitment))},
          {"chain", std::move(chain)},
          {"claim", or_null(row.claim)},
          {"title", card == cards.end() ? Json(nullptr) : or_null(card->second.title)},
          {"url", "/documents/" + row.document + "#" + row.attribution}};
}

Json said_rows(const std::vector<SaidRow>& rows, const DocumentCards& cards) {
  Json list = Json::array();
  for (const SaidRow& row : rows) list.push_back(said_row(row, cards));
  return list;
}

// When somebody came to affirm or deny a claim; of those only who did both. The statements are in the order
// of time.
Json changes_of_side(const std::vector<const ClaimStatement*>& said) {
  Json changes = Json::array();
  std::optional<Polarity> before;
  for (const ClaimStatement* statement : said) {
    if (statement->polarity == Polarity::uncertain || statement->polarity == before) continue;
    before = statement->polarity;
    changes.push_back({{"date", or_null(statement->date)}, {"says", stance_label(statement->polarity)}});
  }
  return changes.size() > 1 ? changes : Json::array();
}

Result<std::string> status_of(const Archive& archive, const std::string& claim) {
  std::string status;
  const std::vector<SqlValue> values = {claim};
  const auto done = archive.query("SELECT status FROM claims WHERE id = ?1", values, [&](const SqlRow& row) {
    status = row.text(0);
    return true;
  });
  if (!done) return done.error();
  return status;
}

// What was said by topic: by the claim that it is part of, the one with most words first.
Result<Json> topics_of(const Archive& archive, const EntityPage& page) {
  const auto timeline = make_timeline(archive, {{}, {page.entity.id}, 0});
  if (!timeline) return timeline.error();
  std::map<std::string, std::vector<const ClaimStatement*>> statements;
  std::map<std::string, std::string> texts;
  for (const TimelineRow& row : timeline->rows) {
    statements[row.claim].push_back(&row.statement);
    texts[row.claim] = row.claim_text;
  }
  std::map<std::string, std::vector<SaidRow>> by_claim;
  for (const SaidRow& row : page.said)
    if (texts.contains(row.claim)) by_claim[row.claim].push_back(row);
  std::vector<std::pair<std::string, std::vector<SaidRow>>> order(by_claim.begin(), by_claim.end());
  std::ranges::stable_sort(order, std::greater(), [](const auto& topic) { return topic.second.size(); });
  if (order.size() > kTopics) order.resize(kTopics);
  Json topics = Json::array();
  for (const auto& [claim, rows] : order) {
    const auto status = status_of(archive, claim);
    if (!status) return status.error();
    topics.push_back({{"claim", claim},
                      {"headline", headline_of(texts[claim])},
                      {"status", *status},
                      {"positions", changes_of_side(statements[claim])},
                      {"rows", said_rows(rows, page.cards)}});
  }
  return topics;
}

Json dated(const std::string& from, const std::string& to) {
  return {{"from", or_null(from)}, {"to", to == from ? Json(nullptr) : or_null(to)}};
}

Json names_of(const SharedEntity& entity) {
  Json rows = Json::array();
  for (const SharedEntity::Alias& alias : entity.aliases) {
    Json row = dated(alias.first, alias.last);
    row["text"] = alias.text;
    row["count"] = alias.count;
    row["often"] = counted(alias.count, "time", "times");
    rows.push_back(std::move(row));
  }
  return rows;
}

Json roles_of(const SharedEntity& entity) {
  Json rows = Json::array();
  for (const SharedEntity::DatedRole& role : entity.roles) {
    Json row = dated(role.from, role.to);
    row["title"] = role.title;
    row["of"] = or_null(role.of);
    row["url"] = "/documents/" + role.evidence.substr(0, role.evidence.find('#'));
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<Page> entity(ArchivePool& archives, const std::string& id) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto page = describe_entity(**archive, id, kSaid);
  if (!page) return page.error();
  auto topics = topics_of(**archive, *page);
  if (!topics) return topics.error();
  std::vector<SaidRow> other;
  std::ranges::copy_if(page->said, std::back_inserter(other),
                       [](const SaidRow& row) { return row.claim.empty(); });
  const std::string& name = page->entity.name;
  Page out{"entity", name,
           Json{{"id", page->entity.id},
                {"name", name},
                {"type", to_string(page->entity.kind)},
                {"documents", counted(page->documents, "article", "articles")},
                {"said_often", counted(page->said_count, "time", "times")},
                {"about_often", counted(page->about_count, "time", "times")},
                {"said_count", page->said_count},
                {"about_count", page->about_count},
                {"aliases", names_of(page->entity)},
                {"roles", roles_of(page->entity)},
                {"why", page->entity.why},
                {"topics", *std::move(topics)},
                {"other", said_rows(other, page->cards)},
                {"about", said_rows(page->about, page->cards)},
                {"claims_url", "/claims?entity=" + percent_encoded(page->entity.id)},
                {"timeline_url", "/timeline?entity=" + percent_encoded(page->entity.id)},
                {"graph_url", "/graph?about=" + percent_encoded(page->entity.id)},
                {"compare_url", "/compare?entity=" + percent_encoded(page->entity.id)}}};
  out.table = said_rows(page->said, page->cards);
  for (Json& row : said_rows(page->about, page->cards)) out.table.push_back(std::move(row));
  out.downloads = {{"sayso.entity/1", "/api/v1/entities/" + percent_encoded(page->entity.id)}};
  return out;
}

}  // namespace

void add_entity_pages(Site& site, ArchivePool& archives) {
  site.add_page(
      "/entities", "listEntities", "Who bears a name; without one, who speaks most",
      {{"name", "a name or an alias"},
       {"_size", "rows on a page, 1 to 500", "integer"},
       {"_next", "where the page before ended"}},
      [&archives](const Request& request, const PathValues&) { return entities(archives, request); });
  site.add_page(
      "/entities/{id}", "getEntity", "Names, roles and what somebody said, by topic over time", {},
      [&archives](const Request&, const PathValues& values) { return entity(archives, values.at("id")); });
}

}  // namespace sayso::serve
