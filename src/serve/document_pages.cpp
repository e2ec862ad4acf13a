#include "serve/archive_pages.h"
#include "serve/export_pages.h"
#include "serve/paging.h"
#include "serve/reader_model.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

// "2025-03-17 1234": the day and key of the last row, so that a page costs no more than its rows.
struct Place {
  std::string day = "9999";
  std::int64_t key = INT64_MAX;
};

Place place_of(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return {};
  return {std::string(text.substr(0, blank)), number_of(text.substr(blank + 1), INT64_MAX)};
}

Result<Page> list(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const std::int64_t size = size_of(request);
  const Place after = place_of(request.parameter("_next"));
  Json rows = Json::array();
  std::string next;
  const std::vector<SqlValue> values = {after.day, after.key, size + 1};
  const auto done = (*archive)->query(
      "SELECT d.id, d.title, o.name, d.published, d.key, d.day, d.url, "
      "(SELECT count(*) FROM attribution a WHERE a.document = d.key) "
      "FROM document d LEFT JOIN outlet o ON o.key = d.outlet WHERE (d.day, d.key) < (?1, ?2) "
      "ORDER BY d.day DESC, d.key DESC LIMIT ?3",
      values, [&](const SqlRow& row) {
        if (static_cast<std::int64_t>(rows.size()) == size) return false;  // there is another page
        rows.push_back({{"id", row.text(0)},
                        {"title", or_null(row.text(1))},
                        {"outlet", or_null(row.text(2))},
                        {"published", or_null(row.text(3))},
                        {"day", or_null(row.text(3).substr(0, 10))},
                        {"url", or_null(row.text(6))},
                        {"attributions", row.integer(7)}});
        next = std::string(row.text(5)) + " " + std::to_string(row.integer(4));
        return true;
      });
  if (!done) return done.error();
  const bool more = static_cast<std::int64_t>(*done) > size;
  return Page{"documents", "Articles",
              Json{{"rows", std::move(rows)}, {"next", more ? Json(next) : Json(nullptr)}}};
}

Result<Page> document(ArchivePool& archives, const std::string& id) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto stored = (*archive)->document(id);
  if (!stored) return stored.error();
  if (!*stored) return Error{ErrorCode::not_found, "the archive has no such article", {}, {}};
  const auto record = (*archive)->record((*stored)->id);
  if (!record) return record.error();
  const std::string& title = (*record)->document.title;
  Page page{"document",
            title.empty() ? "Article" : title,
            reader_model(**record, true),
            reader_view(**record),
            true,
            "reader"};
  page.table = page.model["attributions"];
  for (const ArticleFormat& format : article_formats())
    page.downloads.push_back(
        {format.title, "/export/documents/" + (*record)->id + "?format=" + std::string(format.name)});
  return page;
}

}  // namespace

void add_document_pages(Site& site, ArchivePool& archives) {
  site.add_page("/documents", "listDocuments", "Articles, the latest first",
                {{"_size", "rows on a page, 1 to 500", "integer"}, {"_next", "where the page before ended"}},
                [&archives](const Request& request, const PathValues&) { return list(archives, request); });
  site.add_page(
      "/documents/{id}", "getDocument", "An article with who said what in it", {},
      [&archives](const Request&, const PathValues& values) { return document(archives, values.at("id")); });
}

}  // namespace sayso::serve
