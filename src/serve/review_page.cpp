// What a person had better look at: the weakest links of claims, and the statements whose source is least
// sure. Answers are corrections, laid over the archive; each can be undone.
#include "serve/review_page.h"

#include "sayso/claim_queries.h"
#include "sayso/corrections.h"
#include "serve/archive_pages.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

constexpr std::int64_t kQueue = 20;

// "a3", else "v5", of a statement's columns from `column` on: attribution, proposition.
std::string target_of(const SqlRow& row, std::size_t document, std::size_t column) {
  const bool clause = !row.is_null(column + 1);
  return std::string(row.text(document)) + "#" + (clause ? "v" : "a") +
         std::string(row.text(clause ? column + 1 : column));
}

// From `at` on: document, attribution, proposition, quote, origin, outlet, date.
Json side_of(const SqlRow& row, std::size_t at) {
  std::string url = "/documents/" + std::string(row.text(at));
  if (!row.is_null(at + 1)) url += "#a" + std::string(row.text(at + 1));
  return {{"target", target_of(row, at, at + 1)}, {"quote", row.text(at + 3)},
          {"origin", row.text(at + 4)},           {"outlet", or_null(row.text(at + 5))},
          {"date", or_null(row.text(at + 6))},    {"url", std::move(url)}};
}

// Both queues walk an index from its least sure end, so the tables are joined in the order that they stand
// in.
Result<Json> weak_links(const Archive& archive, std::int64_t size) {
  Json rows = Json::array();
  const std::vector<SqlValue> values = {size};
  const auto done = archive.query(
      "SELECT l.score, l.why, c.id, c.text, da.id, a.attribution, a.proposition, a.quote, a.origin, "
      "a.outlet, a.date, "
      "db.id, b.attribution, b.proposition, b.quote, b.origin, b.outlet, b.date "
      "FROM item_link l CROSS JOIN claim_statement a ON a.item = l.a CROSS JOIN claim_statement b ON b.item "
      "= l.b "
      "CROSS JOIN claim c ON c.key = a.claim JOIN document da ON da.key = l.a >> 26 JOIN document db ON "
      "db.key = "
      "l.b >> 26 "
      "WHERE a.claim = b.claim AND c.articles > 1 AND NOT EXISTS (SELECT 1 FROM correction_anchor x JOIN "
      "correction_anchor y "
      "ON y.correction = x.correction WHERE x.item = l.a AND y.item = l.b OR x.item = l.b AND y.item = l.a) "
      "ORDER BY l.score LIMIT ?1",
      values, [&](const SqlRow& row) {
        rows.push_back({{"score", row.real(0)},
                        {"why", row.text(1)},
                        {"claim", row.text(2)},
                        {"headline", headline_of(std::string(row.text(3)))},
                        {"a", side_of(row, 4)},
                        {"b", side_of(row, 11)}});
        return true;
      });
  if (!done) return done.error();
  return rows;
}

Result<Json> unsure_sources(const Archive& archive, std::int64_t size) {
  Json rows = Json::array();
  const std::vector<SqlValue> values = {size};
  const auto done = archive.query(
      "SELECT s.confidence, c.id, d.id, s.attribution, s.proposition, s.quote, s.origin, s.outlet, s.date "
      "FROM claim_statement s CROSS JOIN claim c ON c.key = s.claim JOIN document d ON d.key = s.item >> 26 "
      "WHERE c.articles > 1 AND s.attribution IS NOT NULL AND NOT EXISTS (SELECT 1 FROM correction_anchor x "
      "JOIN correction k "
      "ON k.number = x.correction WHERE x.item = s.item AND k.kind = 'origin') ORDER BY s.confidence LIMIT "
      "?1",
      values, [&](const SqlRow& row) {
        Json one = side_of(row, 2);
        one["sure"] = static_cast<int>(row.real(0) * 100);
        one["claim"] = row.text(1);
        rows.push_back(std::move(one));
        return true;
      });
  if (!done) return done.error();
  return rows;
}

Result<Json> made_before(const Archive& archive) {
  const auto corrections = list_corrections(archive);
  if (!corrections) return corrections.error();
  Json rows = Json::array();
  for (auto one = corrections->rbegin(); one != corrections->rend() && rows.size() < std::size_t(kQueue);
       ++one) {
    Json words = Json::array();
    for (const Anchor& anchor : one->anchors)
      words.push_back({{"quote", anchor.quote}, {"url", "/documents/" + anchor.document}});
    rows.push_back({{"number", one->number},
                    {"kind", to_string(one->kind)},
                    {"words", std::move(words)},
                    {"name", or_null(one->name)},
                    {"made", one->made},
                    {"applies", one->applies}});
  }
  return rows;
}

Result<Page> queue(ArchivePool& archives, const Request& request, bool writing) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const std::int64_t size = size_of(request, kQueue);
  auto links = weak_links(**archive, size);
  if (!links) return links.error();
  auto sources = unsure_sources(**archive, size);
  if (!sources) return sources.error();
  auto made = made_before(**archive);
  if (!made) return made.error();
  Page page{"review", "Review",
            Json{{"writing", writing},
                 {"rows", *std::move(links)},
                 {"sources", *std::move(sources)},
                 {"corrections", *std::move(made)}}};
  page.script = "review";
  page.table = page.model["rows"];
  for (const Json& source : page.model["sources"])
    page.table.push_back({{"claim", source["claim"]}, {"a", source}});
  return page;
}

Result<CorrectionRequest> request_of(const Request& request) {
  const std::string action(request.field("action"));
  CorrectionRequest wanted;
  for (const char* field : {"a", "b"})
    if (!request.field(field).empty()) wanted.targets.emplace_back(request.field(field));
  wanted.name = request.field("name");
  if (action == "accept") {
    wanted.kind = CorrectionKind::same_claim;
  } else if (action == "reject") {
    wanted.kind = CorrectionKind::not_same_claim;
  } else if (action == "origin") {
    wanted.kind = CorrectionKind::origin;
  } else {
    return Error{ErrorCode::bad_argument, "an action is accept, reject, origin or undo", {}, {}};
  }
  return wanted;
}

Result<bool> change(const std::filesystem::path& file, const Request& request) {
  ArchiveOptions options;
  options.access = ArchiveAccess::write;
  auto archive = Archive::open(file, options);
  if (!archive) return archive.error();
  if (request.field("action") == "undo") {
    const std::int64_t number = number_of(request.field("number"), 0);
    const auto undone = undo_correction(*archive, number > 0 ? std::optional(number) : std::nullopt);
    if (!undone) return undone.error();
    return true;
  }
  const auto wanted = request_of(request);
  if (!wanted) return wanted.error();
  const auto made = add_correction(*archive, *wanted);
  if (!made) return made.error();
  return true;
}

}  // namespace

void add_review_page(Site& site, ArchivePool& archives, const std::filesystem::path& file, bool writing) {
  site.add_page("/review", "getReviewQueue", "What a person had better look at, the least sure first",
                {{"_size", "of each queue, 1 to 500", "integer"}},
                [&archives, writing](const Request& request, const PathValues&) {
                  return queue(archives, request, writing);
                });
  site.add({"POST",
            "/review",
            "correct",
            "Accepts or rejects a link, names a source, or undoes; needs --write",
            {},
            "application/x-www-form-urlencoded",
            "text/html",
            [file](const Request& request, const PathValues&) -> Response {
              const auto done = change(file, request);
              if (!done) return problem_response(to_problem(done.error()), request.path);
              Response response{303, "text/plain; charset=utf-8", "Go on to /review\n"};
              response.headers.emplace("Location", "/review");
              return response;
            }});
}

}  // namespace sayso::serve
