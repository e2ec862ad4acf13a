// All claims that more than one article makes, with facets.
#include <algorithm>
#include <array>
#include <map>

#include "sayso/claim_queries.h"
#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/export_pages.h"
#include "serve/named_entities.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

constexpr std::array kOrigins = {1, 2, 3, 5};
constexpr std::size_t kFacetClaims = 12, kFacetEntities = 8;

}  // namespace

Result<ClaimFilter> claim_filter(const Archive& archive, const Request& request) {
  ClaimFilter filter;
  filter.contested = !request.parameter("contested").empty();
  filter.min_origins = static_cast<std::uint32_t>(
      std::clamp<std::int64_t>(number_of(request.parameter("origins"), 0), 0, 1000));
  auto about = ids_named(archive, std::string(request.parameter("entity")));
  if (!about) return about.error();
  filter.about = *std::move(about);
  return filter;
}

namespace {

// How many claims each choice would leave. Cost: one index scan.
Result<Json> facets(const Archive& archive, const Request& request) {
  std::int64_t all = 0, contested = 0;
  std::array<std::int64_t, kOrigins.size()> at_least{};
  const auto done = archive.query(
      "SELECT status = 'contested', min(origins, 5), count(*) FROM claim WHERE articles > 1 GROUP BY 1, 2",
      {}, [&](const SqlRow& row) {
        all += row.integer(2);
        if (row.integer(0)) contested += row.integer(2);
        for (std::size_t i = 0; i < kOrigins.size(); ++i)
          if (row.integer(1) >= kOrigins[i]) at_least[i] += row.integer(2);
        return true;
      });
  if (!done) return done.error();
  const std::string_view chosen = request.parameter("origins");
  Json origins = Json::array();
  for (std::size_t i = 0; i < kOrigins.size(); ++i) {
    const std::string value = std::to_string(kOrigins[i]);
    const bool on = chosen == value;
    origins.push_back({{"label", value + " or more"},
                       {"count", at_least[i]},
                       {"chosen", on},
                       {"url", address_with(request, {{"origins", on ? "" : value}})}});
  }
  const bool only = !request.parameter("contested").empty();
  return Json{{"all", all},
              {"contested",
               {{"count", contested},
                {"chosen", only},
                {"url", address_with(request, {{"contested", only ? "" : "on"}})}}},
              {"origins", std::move(origins)}};
}

// Who is most often in the first claims of the list.
Result<Json> frequent_entities(const Archive& archive, const Request& request, const Json& rows) {
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < rows.size() && i < kFacetClaims; ++i) {
    const std::vector<SqlValue> values = {rows[i]["id"].get<std::string>()};
    const auto done = archive.query(
        "SELECT DISTINCT s.name FROM claim c JOIN claim_entity x ON x.claim = c.key JOIN item i ON i.key = "
        "x.entity "
        "JOIN shared_entity g ON g.item = i.group_key JOIN shared_entities s ON s.id = g.id WHERE c.id = ?1",
        values, [&](const SqlRow& row) {
          ++counts[std::string(row.text(0))];
          return true;
        });
    if (!done) return done.error();
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [name, count] : counts) order.emplace_back(-count, name);
  std::ranges::sort(order);
  if (order.size() > kFacetEntities) order.resize(kFacetEntities);
  Json list = Json::array();
  for (const auto& [count, name] : order)
    list.push_back({{"name", name}, {"url", address_with(request, {{"entity", name}})}});
  return list;
}

Result<Page> claims(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  auto filter = claim_filter(**archive, request);
  if (!filter) return filter.error();
  const std::int64_t size = size_of(request), offset = offset_of(request);
  filter->limit = static_cast<std::uint64_t>(offset + size + 1);
  const auto found = list_claims(**archive, *filter);
  if (!found) return found.error();
  Json rows = Json::array();
  for (std::size_t i = static_cast<std::size_t>(offset); i < found->size() && rows.size() < std::size_t(size);
       ++i)
    rows.push_back(claim_row((*found)[i]));
  const bool more = found->size() > static_cast<std::size_t>(offset + size);
  auto counts = facets(**archive, request);
  if (!counts) return counts.error();
  auto entities = frequent_entities(**archive, request, rows);
  if (!entities) return entities.error();
  const bool filtered = filter->contested || filter->min_origins > 0 || !filter->about.empty();
  Json model = {{"rows", std::move(rows)},
                {"next", more ? Json(std::to_string(offset + size)) : Json(nullptr)},
                {"entity", or_null(request.parameter("entity"))},
                {"origins", or_null(request.parameter("origins"))},
                {"contested", filter->contested},
                {"filtered", filtered},
                {"facets", *std::move(counts)},
                {"entities", *std::move(entities)},
                {"search_entity", "/search?source=" + percent_encoded(request.parameter("entity"))},
                {"without_entity", address_with(request, {{"entity", ""}})}};
  Page page{"claims", "Claims", std::move(model)};
  page.downloads = {{"Dossier", export_address(request, "/export/claims", "print")},
                    {"schema.org", export_address(request, "/export/claims", "claims")}};
  return page;
}

}  // namespace

void add_claim_list_page(Site& site, ArchivePool& archives) {
  site.add_page("/claims", "listClaims", "What more than one article says, the widest spread first",
                {{"contested", "on: only what is affirmed by one origin and denied by another"},
                 {"origins", "how many independent origins at least", "integer"},
                 {"entity", "a name, or an entity's id: claims about it or by it"},
                 {"_size", "rows on a page, 1 to 500", "integer"},
                 {"_next", "where the page before ended"}},
                [&archives](const Request& request, const PathValues&) { return claims(archives, request); });
}

}  // namespace sayso::serve
