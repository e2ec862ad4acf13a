#include "serve/archive_pages.h"

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

Result<Page> home(ArchivePool& archives) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  Json counts = Json::array();
  for (const char* view : {"document", "attribution", "outlet"}) {
    const auto rows = count(**archive, view);
    if (!rows) return rows.error();
    counts.push_back({{"what", std::string(view) + (*rows == 1 ? "" : "s")}, {"count", *rows}});
  }
  return Page{"home", "Start",
              Json{{"name", (*archive)->file().filename().string()}, {"counts", std::move(counts)}}};
}

}  // namespace

void add_home_page(Site& site, ArchivePool& archives) {
  site.add_page("/", "getStart", "What the archive holds", {},
                [&archives](const Request&, const PathValues&) { return home(archives); });
}

}  // namespace sayso::serve
