// One claim: who affirms, denies or leaves it open, in lanes by date, and the origins that it rests on.
#include <algorithm>
#include <array>
#include <map>

#include "sayso/markup.h"
#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/figures.h"
#include "serve/origin_tree.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

struct LaneName {
  Polarity polarity;
  const char* name;
  const char* sign;
};
constexpr std::array<LaneName, 3> kLanes = {{{Polarity::affirm, "Affirm", "+"},
                                             {Polarity::deny, "Deny", "−"},
                                             {Polarity::uncertain, "Uncertain", "?"}}};

// What one origin says in the same words stands once, with all places where it is printed.
Json cards_of(const std::vector<const ClaimStatement*>& order, const DocumentCards& documents) {
  Json cards = Json::array();
  std::map<std::pair<std::string, std::string>, std::size_t> seen;
  for (const ClaimStatement* statement : order) {
    Json row = statement_row(*statement, documents);
    Json place = {{"date", row["date"]},
                  {"outlet", row["outlet"]},
                  {"via", row["via"]},
                  {"title", row["title"]},
                  {"url", row["url"]}};
    const auto [at, fresh] = seen.try_emplace({statement->origin, statement->quote}, cards.size());
    if (fresh) {
      row["places"] = Json::array();
      cards.push_back(std::move(row));
    }
    cards[at->second]["places"].push_back(std::move(place));
  }
  return cards;
}

Json lanes_of(const ClaimPage& page) {
  Json lanes = Json::array();
  for (const LaneName& lane : kLanes) {
    std::vector<const ClaimStatement*> order;
    for (const ClaimStatement& statement : page.claim.statements)
      if (statement.polarity == lane.polarity) order.push_back(&statement);
    std::ranges::stable_sort(order, {},
                             [](const ClaimStatement* s) { return s->date.empty() ? "9" : s->date; });
    Json rows = Json::array();
    for (const ClaimStatement* statement : order) rows.push_back(statement_row(*statement, page.documents));
    lanes.push_back({{"polarity", to_string(lane.polarity)},
                     {"name", lane.name},
                     {"sign", lane.sign},
                     {"count", counted(order.size(), "statement", "statements")},
                     {"cards", cards_of(order, page.documents)}});
  }
  return lanes;
}

Json positions_of(const Claim& claim) {
  Json rows = Json::array();
  for (const Position& position : claim.positions) {
    rows.push_back({{"entity", position.entity},
                    {"date", or_null(position.date)},
                    {"polarity", to_string(position.polarity)},
                    {"says", stance_label(position.polarity)}});
  }
  return rows;
}

Json entities_of(const Claim& claim) {
  Json rows = Json::array();
  for (const std::string& name : claim.entities)
    rows.push_back({{"name", name}, {"url", "/claims?entity=" + percent_encoded(name)}});
  return rows;
}

// By day; with the address that each was published at.
Json articles_of(const ClaimPage& page) {
  std::vector<const DocumentCard*> order;
  for (const auto& [id, card] : page.documents) order.push_back(&card);
  std::ranges::stable_sort(order, {}, [](const DocumentCard* card) { return card->published; });
  Json rows = Json::array();
  for (const DocumentCard* card : order)
    rows.push_back({{"title", or_null(card->title)},
                    {"outlet", or_null(card->outlet)},
                    {"day", or_null(card->published.substr(0, 10))},
                    {"url", "/documents/" + card->id},
                    {"original", or_null(safe_link(card->url))}});
  return rows;
}

Json model_of(const ClaimPage& page) {
  const Claim& claim = page.claim;
  Json lanes = lanes_of(page);
  const bool contradicted = !lanes[0]["cards"].empty() && !lanes[1]["cards"].empty();
  return {{"id", claim.id},
          {"text", claim.text},
          {"headline", headline_of(claim.text)},
          {"status", to_string(claim.status)},
          {"reach", reach_of(page)},
          {"first", or_null(claim.first)},
          {"last", claim.last == claim.first ? Json(nullptr) : or_null(claim.last)},
          {"entities", entities_of(claim)},
          {"contradicted", contradicted},
          {"lanes", std::move(lanes)},
          {"positions", positions_of(claim)},
          {"origins", origin_tree(page)},
          {"articles", articles_of(page)}};
}

Json statement_table(const ClaimPage& page) {
  Json table = Json::array();
  for (const ClaimStatement& statement : page.claim.statements)
    table.push_back(statement_row(statement, page.documents));
  return table;
}

// A row for each node of the tree: what stands below what.
void add_branches(const Json& nodes, const std::string& below, const std::string& origin, Json& table) {
  for (const Json& node : nodes) {
    Json row = {{"origin", origin}, {"below", or_null(below)}};
    for (const char* field : {"kind", "name", "title", "date", "url", "why"}) row[field] = node[field];
    table.push_back(std::move(row));
    add_branches(node["children"], node["name"].get<std::string>(), origin, table);
  }
}

Json origin_table(const ClaimPage& page) {
  Json table = Json::array();
  for (const Json& origin : origin_tree(page)) {
    const std::string name = origin["name"];
    table.push_back({{"origin", name},
                     {"below", nullptr},
                     {"kind", origin["independent"].get<bool>() ? "origin" : "not counted"},
                     {"name", name},
                     {"title", nullptr},
                     {"date", nullptr},
                     {"url", nullptr},
                     {"why", origin["why"]}});
    add_branches(origin["children"], name, name, table);
  }
  return table;
}

std::vector<Download> downloads_of(const std::string& claim) {
  return {{"Dossier", "/export/claims/" + claim + "?format=print"},
          {"schema.org", "/export/claims/" + claim + "?format=claims"},
          {"sayso.claim/1", "/api/v1/claims/" + claim}};
}

Result<Page> board(ArchivePool& archives, const std::string& id) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto page = find_claim(**archive, id);
  if (!page) return page.error();
  auto figures = differing_figures(**archive, *page);
  if (!figures) return figures.error();
  Json model = model_of(*page);
  model["figures"] = *std::move(figures);
  std::string title = model["headline"];
  Page out{"claim", std::move(title), std::move(model)};
  out.table = statement_table(*page);
  out.downloads = downloads_of(page->claim.id);
  return out;
}

Result<Page> origins(ArchivePool& archives, const std::string& id) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto page = find_claim(**archive, id);
  if (!page) return page.error();
  const auto explanation = explain_claim(**archive, id, 0);
  if (!explanation) return explanation.error();
  Json model = model_of(*page);
  model["joined"] = Json::array();
  for (const JudgedPair& pair : explanation->joined) {
    model["joined"].push_back({{"a", statement_row(pair.a, explanation->documents)},
                               {"b", statement_row(pair.b, explanation->documents)},
                               {"why", pair.why}});
  }
  std::string title = "Origins: " + model["headline"].get<std::string>();
  Page out{"origins", std::move(title), std::move(model)};
  out.table = origin_table(*page);
  out.downloads = downloads_of(page->claim.id);
  return out;
}

}  // namespace

void add_claim_pages(Site& site, ArchivePool& archives) {
  site.add_page(
      "/claims/{id}", "getClaim", "A claim in lanes of who affirms, denies or leaves it open", {},
      [&archives](const Request&, const PathValues& values) { return board(archives, values.at("id")); });
  site.add_page(
      "/claims/{id}/origins", "getClaimOrigins", "The origins of a claim, with the reason of each merge", {},
      [&archives](const Request&, const PathValues& values) { return origins(archives, values.at("id")); });
}

}  // namespace sayso::serve
