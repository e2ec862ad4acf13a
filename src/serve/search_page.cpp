#include "sayso/archive_json.h"
#include "serve/archive_pages.h"

namespace sayso::serve {
namespace {

SearchQuery query_of(const Request& request) {
  SearchQuery query;
  query.words = request.parameter("q");
  query.articles = request.parameter("in") == "articles";
  query.source = request.parameter("source");
  query.cue = request.parameter("cue");
  query.cue_class = request.parameter("class");
  query.act = request.parameter("act");
  query.commitment = request.parameter("commitment");
  query.outlet = request.parameter("outlet");
  query.from = request.parameter("from");
  query.to = request.parameter("to");
  query.after = request.parameter("_next");
  return query;
}

bool is_empty(const SearchQuery& query) {
  return (query.words + query.source + query.cue + query.cue_class + query.act + query.commitment +
          query.outlet + query.from + query.to)
             .empty() &&
         !query.articles;
}

// The snippet in pieces, found or not, so that the template marks them.
Json pieces_of(const SearchHit& hit) {
  Json pieces = Json::array();
  std::uint32_t at = 0;
  const std::string_view text = hit.snippet;
  for (const Span& span : hit.found) {
    if (span.begin > at) pieces.push_back({{"text", text.substr(at, span.begin - at)}, {"found", false}});
    pieces.push_back({{"text", span.of(text)}, {"found", true}});
    at = span.end;
  }
  if (at < text.size()) pieces.push_back({{"text", text.substr(at)}, {"found", false}});
  return pieces;
}

Result<Page> search(ArchivePool& archives, const Request& request) {
  const SearchQuery query = query_of(request);
  Json model = {{"q", query.words},
                {"source", query.source},
                {"outlet", query.outlet},
                {"from", query.from},
                {"to", query.to},
                {"cue", query.cue},
                {"articles", query.articles},
                {"asked", !is_empty(query)},
                {"hits", Json::array()},
                {"next", nullptr}};
  if (is_empty(query)) return Page{"search", "Search", std::move(model)};
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto page = (*archive)->search(query);
  if (!page) return page.error();
  for (const SearchHit& hit : page->hits) {
    Json row = Json::parse(to_json(hit));
    row["pieces"] = pieces_of(hit);
    model["hits"].push_back(std::move(row));
  }
  model["none"] = page->hits.empty();
  if (!page->next.empty()) model["next"] = page->next;
  return Page{"search", query.words.empty() ? "Search" : "Search: " + query.words, std::move(model)};
}

}  // namespace

void add_search_page(Site& site, ArchivePool& archives) {
  site.add_page("/search", "search", "What was said, or articles, by words and filters",
                {{"q", "words, \"phrases\" and -words"},
                 {"in", "\"articles\": in titles and texts instead of in what was said"},
                 {"source", "words of the name of whoever said it"},
                 {"outlet", "its name"},
                 {"cue", "the word of saying: deny"},
                 {"class", "what the word of saying does: report, deny, promise"},
                 {"act", "speech act"},
                 {"commitment", "CT+, PR+, PS+, CT-, PR-, PS-, U"},
                 {"from", "first day, month or year"},
                 {"to", "last day, month or year"},
                 {"_next", "where the page before ended"}},
                [&archives](const Request& request, const PathValues&) { return search(archives, request); });
}

}  // namespace sayso::serve
