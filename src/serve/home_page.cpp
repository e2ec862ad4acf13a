#include <array>

#include "sayso/claim_queries.h"
#include "serve/archive_pages.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

Result<std::int64_t> count(const Archive& archive, const std::string& view) {
  std::int64_t rows = 0;
  const auto done = archive.query("SELECT count(*) FROM " + view, {}, [&](const SqlRow& row) {
    rows = row.integer(0);
    return true;
  });
  if (!done) return done.error();
  return rows;
}

struct Counted {
  const char *table, *one, *many;
};
constexpr std::array<Counted, 4> kCounted = {{{"document", "article", "articles"},
                                              {"outlet", "outlet", "outlets"},
                                              {"attribution", "attribution", "attributions"},
                                              {"claim WHERE articles > 1", "shared claim", "shared claims"}}};
constexpr std::uint64_t kShown = 5;

Result<Json> first_claims(const Archive& archive, bool contested) {
  ClaimFilter filter;
  filter.contested = contested;
  filter.limit = kShown;
  const auto found = list_claims(archive, filter);
  if (!found) return found.error();
  Json rows = Json::array();
  for (const ClaimSummary& claim : *found) rows.push_back(claim_row(claim));
  return rows;
}

Result<Json> latest_articles(const Archive& archive) {
  Json rows = Json::array();
  const auto done = archive.query(
      "SELECT d.id, d.title, o.name, substr(d.published, 1, 10) FROM document d LEFT JOIN outlet o ON o.key "
      "= d.outlet "
      "ORDER BY d.day DESC, d.key DESC LIMIT 5",
      {}, [&](const SqlRow& row) {
        rows.push_back({{"id", row.text(0)},
                        {"title", or_null(row.text(1))},
                        {"outlet", or_null(row.text(2))},
                        {"published", or_null(row.text(3))}});
        return true;
      });
  if (!done) return done.error();
  return rows;
}

Result<Page> home(ArchivePool& archives) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  Json counts = Json::array();
  for (const auto& [table, one, many] : kCounted) {
    const auto rows = count(**archive, table);
    if (!rows) return rows.error();
    counts.push_back({{"what", *rows == 1 ? one : many}, {"count", *rows}});
  }
  auto contested = first_claims(**archive, true);
  if (!contested) return contested.error();
  auto widest = first_claims(**archive, false);
  if (!widest) return widest.error();
  auto latest = latest_articles(**archive);
  if (!latest) return latest.error();
  Page page{"home", "Start",
            Json{{"name", (*archive)->file().stem().string()},
                 {"counts", std::move(counts)},
                 {"contested", *std::move(contested)},
                 {"widest", *std::move(widest)},
                 {"latest", *std::move(latest)}}};
  page.table = page.model["counts"];
  return page;
}

}  // namespace

void add_home_page(Site& site, ArchivePool& archives) {
  site.add_page("/", "getStart", "What the archive holds", {},
                [&archives](const Request&, const PathValues&) { return home(archives); });
}

}  // namespace sayso::serve
