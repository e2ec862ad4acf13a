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

std::map<std::string, Cell> cells_of(const Claim& claim) {
  std::map<std::string, Cell> cells;
  for (const ClaimStatement& statement : claim.statements) {
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

// The claims that are compared: one, or those of an affair.
Result<std::vector<ClaimPage>> compared(const Archive& archive, const Request& request) {
  std::vector<std::string> ids;
  if (const std::string claim(request.parameter("claim")); !claim.empty()) {
    ids.push_back(claim);
  } else {
    ClaimFilter filter;
    filter.limit = kClaims;
    auto about = ids_named(archive, std::string(request.parameter("entity")));
    if (!about) return about.error();
    filter.about = *std::move(about);
    const auto claims = list_claims(archive, filter);
    if (!claims) return claims.error();
    for (const ClaimSummary& claim : *claims) ids.push_back(claim.id);
  }
  std::vector<ClaimPage> pages;
  for (const std::string& id : ids) {
    auto page = find_claim(archive, id);
    if (!page) return page.error();
    pages.push_back(*std::move(page));
  }
  return pages;
}

// Outlets that say most first.
std::vector<std::string> outlets_of(const std::vector<ClaimPage>& pages) {
  std::map<std::string, int> counts;
  for (const ClaimPage& page : pages)
    for (const auto& [outlet, cell] : cells_of(page.claim)) --counts[outlet];
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [outlet, count] : counts) order.emplace_back(count, outlet);
  std::ranges::sort(order);
  if (order.size() > kMostOutlets) order.resize(kMostOutlets);
  std::vector<std::string> outlets;
  for (auto& [count, outlet] : order) outlets.push_back(std::move(outlet));
  return outlets;
}

Json row_of(const ClaimPage& page, const std::vector<std::string>& outlets) {
  const std::map<std::string, Cell> cells = cells_of(page.claim);
  Json columns = Json::array();
  for (const std::string& outlet : outlets) {
    const auto cell = cells.find(outlet);
    Json one = cell_json(cell == cells.end() ? nullptr : &cell->second, page.documents);
    one["outlet"] = outlet;
    columns.push_back(std::move(one));
  }
  return {{"id", page.claim.id},
          {"headline", headline_of(page.claim.text)},
          {"status", to_string(page.claim.status)},
          {"cells", std::move(columns)}};
}

// What one outlet makes of one claim.
Json table_row(const Json& row, const Json& cell) {
  Json stances = Json::array();
  for (const Json& stance : cell["stances"]) stances.push_back(stance["polarity"]);
  return {{"claim", row["id"]},       {"headline", row["headline"]}, {"outlet", cell["outlet"]},
          {"stances", std::move(stances)}, {"first", cell["first"]},        {"origins", cell["origins"]},
          {"words", cell["words"]}};
}

Result<Page> compare(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto pages = compared(**archive, request);
  if (!pages) return pages.error();
  const std::vector<std::string> outlets = outlets_of(*pages);
  Json rows = Json::array();
  for (const ClaimPage& page : *pages) rows.push_back(row_of(page, outlets));
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
