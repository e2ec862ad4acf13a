// What outlets make of one claim, or of all claims of an affair, side by side.
#include <algorithm>
#include <map>
#include <set>

#include "sayso/claim_queries.h"
#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/named_entities.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

constexpr std::uint64_t kClaims = 12;
constexpr std::size_t kMostOutlets = 12;

struct Cell {
  std::set<Polarity> stances;
  std::string first;  // the first day that it was printed or said
  std::set<std::string> origins;
  const ClaimStatement* words = nullptr;
};

std::string outlet_of(const ClaimStatement& statement) {
  return statement.outlet.empty() ? "unknown outlet" : statement.outlet;
}

// A claim and what is said of it, as the lists have it: to build the claim anew would cost more.
struct Compared {
  std::string id, text, status;
  Timeline said;
};

std::map<std::string, Cell> cells_of(const Compared& claim) {
  std::map<std::string, Cell> cells;
  for (const TimelineRow& row : claim.said.rows) {
    const ClaimStatement& statement = row.statement;
    Cell& cell = cells[outlet_of(statement)];
    cell.stances.insert(statement.polarity);
    cell.origins.insert(statement.origin);
    if (!statement.date.empty() && (cell.first.empty() || statement.date < cell.first))
      cell.first = statement.date;
    if (!cell.words || statement.confidence > cell.words->confidence) cell.words = &statement;
  }
  return cells;
}

Json cell_json(const Cell* cell, const DocumentCards& documents) {
  if (!cell)
    return {{"silent", true},
            {"stances", Json::array()},
            {"origins", Json::array()},
            {"first", nullptr},
            {"words", nullptr}};
  Json stances = Json::array();
  for (const Polarity polarity : cell->stances) {
    const std::string_view name = to_string(polarity);
    const char* status = polarity == Polarity::affirm ? "affirmed"
                         : polarity == Polarity::deny ? "denied"
                                                      : "uncertain";
    stances.push_back({{"polarity", name}, {"says", stance_label(polarity)}, {"status", status}});
  }
  const Json row = statement_row(*cell->words, documents);
  return {{"silent", false},
          {"stances", std::move(stances)},
          {"origins", cell->origins},
          {"first", or_null(cell->first)},
          {"words", {{"quote", row["quote"]}, {"url", row["url"]}}}};
}

// The claim of this id, which may be cut short.
Result<std::vector<Compared>> one_claim(const Archive& archive, const std::string& id) {
  const auto found = find_claim(archive, id);
  if (!found) return found.error();
  std::vector<Compared> claims(1);
  claims[0] = {found->claim.id, found->claim.text, to_string(found->claim.status), {}};
  return claims;
}

Result<std::vector<Compared>> claims_about(const Archive& archive, const std::string& name) {
  auto about = ids_named(archive, name);
  if (!about) return about.error();
  ClaimFilter filter;
  filter.about = *std::move(about);
  filter.limit = kClaims;
  const auto found = list_claims(archive, filter);
  if (!found) return found.error();
  std::vector<Compared> claims;
  for (const ClaimSummary& claim : *found)
    claims.push_back({claim.id, claim.text, to_string(claim.status), {}});
  return claims;
}

// The claims that are compared: one, or those of an affair.
Result<std::vector<Compared>> compared(const Archive& archive, const Request& request) {
  const std::string id(request.parameter("claim"));
  auto claims =
      id.empty() ? claims_about(archive, std::string(request.parameter("entity"))) : one_claim(archive, id);
  if (!claims) return claims;
  for (Compared& claim : *claims) {
    auto said = make_timeline(archive, {claim.id, {}, 0});
    if (!said) return said.error();
    claim.said = *std::move(said);
  }
  return claims;
}

// Outlets that say most first.
std::vector<std::string> outlets_of(const std::vector<Compared>& claims) {
  std::map<std::string, int> counts;
  for (const Compared& claim : claims)
    for (const auto& [outlet, cell] : cells_of(claim)) --counts[outlet];
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [outlet, count] : counts) order.emplace_back(count, outlet);
  std::ranges::sort(order);
  if (order.size() > kMostOutlets) order.resize(kMostOutlets);
  std::vector<std::string> outlets;
  for (auto& [count, outlet] : order) outlets.push_back(std::move(outlet));
  return outlets;
}

Json row_of(const Compared& claim, const std::vector<std::string>& outlets) {
  const std::map<std::string, Cell> cells = cells_of(claim);
  Json columns = Json::array();
  for (const std::string& outlet : outlets) {
    const auto cell = cells.find(outlet);
    Json one = cell_json(cell == cells.end() ? nullptr : &cell->second, claim.said.documents);
    one["outlet"] = outlet;
    columns.push_back(std::move(one));
  }
  return {{"id", claim.id},
          {"headline", headline_of(claim.text)},
          {"status", claim.status},
          {"cells", std::move(columns)}};
}

// What one outlet makes of one claim.
Json table_row(const Json& row, const Json& cell) {
  Json stances = Json::array();
  for (const Json& stance : cell["stances"]) stances.push_back(stance["polarity"]);
  return {{"claim", row["id"]},       {"headline", row["headline"]},
          {"outlet", cell["outlet"]}, {"stances", std::move(stances)},
          {"first", cell["first"]},   {"origins", cell["origins"]},
          {"words", cell["words"]}};
}

Result<Page> compare(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto claims = compared(**archive, request);
  if (!claims) return claims.error();
  const std::vector<std::string> outlets = outlets_of(*claims);
  Json rows = Json::array();
  for (const Compared& claim : *claims) rows.push_back(row_of(claim, outlets));
  Page page{"compare", "Compare outlets",
            Json{{"claim", or_null(request.parameter("claim"))},
                 {"entity", or_null(request.parameter("entity"))},
                 {"outlets", outlets},
                 {"rows", std::move(rows)}}};
  page.table = Json::array();
  for (const Json& row : page.model["rows"])
    for (const Json& cell : row["cells"]) page.table.push_back(table_row(row, cell));
  return page;
}

}  // namespace

void add_compare_page(Site& site, ArchivePool& archives) {
  site.add_page(
      "/compare", "compareOutlets", "Which outlet says what on a claim, or on an affair's claims",
      {{"claim", "a claim's id"}, {"entity", "a name: the claims about it or by it"}},
      [&archives](const Request& request, const PathValues&) { return compare(archives, request); });
}

}  // namespace sayso::serve
