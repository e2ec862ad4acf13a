#include <algorithm>
#include <array>
#include <map>
#include <sstream>

#include "sayso/archive_json.h"
#include "sayso/claim_queries.h"
#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"

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
  query.limit = static_cast<std::uint32_t>(size_of(request));
  query.after = request.parameter("_next");
  return query;
}

// Parameters that leave hits out.
constexpr std::array<std::pair<const char*, const char*>, 8> kFilters = {{{"source", "said by"},
                                                                          {"outlet", "outlet"},
                                                                          {"cue", "word of saying"},
                                                                          {"class", "kind of saying"},
                                                                          {"act", "speech act"},
                                                                          {"commitment", "commitment"},
                                                                          {"from", "from"},
                                                                          {"to", "to"}}};

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

// A way to narrow a search down: a parameter, the hit's field, what it is called.
struct Facet {
  const char* parameter;
  std::string SearchHit::*field;
  const char* name;
};
constexpr std::array<Facet, 5> kFacets = {{{"source", &SearchHit::source, "Said by"},
                                           {"outlet", &SearchHit::outlet, "Outlet"},
                                           {"cue", &SearchHit::cue, "Word of saying"},
                                           {"commitment", &SearchHit::commitment, "Commitment"},
                                           {"act", &SearchHit::act, "Speech act"}}};
constexpr std::size_t kChoices = 6;

std::string_view commitment_name(std::string_view value) {
  if (value == "CT+") return "affirms";
  if (value == "PR+") return "thinks it likely";
  if (value == "PS+") return "thinks it possible";
  if (value == "CT-") return "denies";
  if (value == "PR-") return "thinks it unlikely";
  if (value == "PS-") return "doubts it";
  return value == "U" ? "leaves it open" : value;
}

Json choices_of(const Facet& facet, const std::vector<SearchHit>& hits, const Request& request) {
  std::map<std::string, int> counts;
  for (const SearchHit& hit : hits)
    if (!(hit.*facet.field).empty()) ++counts[hit.*facet.field];
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [value, count] : counts) order.emplace_back(-count, value);
  std::ranges::sort(order);
  if (order.size() > kChoices) order.resize(kChoices);
  Json choices = Json::array();
  for (const auto& [count, value] : order) {
    choices.push_back({{"value", value},
                       {"name", commitment_name(value)},
                       {"count", -count},
                       {"url", address_with(request, {{facet.parameter, value}})}});
  }
  return choices;
}

// By year, which two parameters hold.
Json years_of(const std::vector<SearchHit>& hits, const Request& request) {
  std::map<std::string, int, std::greater<>> counts;  // the latest first
  for (const SearchHit& hit : hits)
    if (hit.date.size() >= 4) ++counts[hit.date.substr(0, 4)];
  Json choices = Json::array();
  for (const auto& [year, count] : counts) {
    if (choices.size() == kChoices) break;
    choices.push_back({{"value", year},
                       {"name", year},
                       {"count", count},
                       {"url", address_with(request, {{"from", year}, {"to", year}})}});
  }
  return choices;
}

// What else the hits may be narrowed to; counted in the hits that were looked at.
Json facets_of(const std::vector<SearchHit>& hits, const Request& request) {
  Json facets = Json::array();
  for (const Facet& facet : kFacets) {
    if (!request.parameter(facet.parameter).empty()) continue;
    Json choices = choices_of(facet, hits, request);
    if (choices.size() > 1) facets.push_back({{"name", facet.name}, {"choices", std::move(choices)}});
  }
  const bool dated = !request.parameter("from").empty() || !request.parameter("to").empty();
  Json years = dated ? Json::array() : years_of(hits, request);
  if (years.size() > 1) facets.push_back({{"name", "Year"}, {"choices", std::move(years)}});
  return facets;
}

// The filters in force, each with the address without it.
Json chosen_of(const Request& request) {
  Json chosen = Json::array();
  for (const auto& [parameter, name] : kFilters) {
    const std::string value(request.parameter(parameter));
    if (value.empty()) continue;
    const bool commitment = std::string_view(parameter) == "commitment";
    chosen.push_back({{"name", name},
                      {"value", commitment ? std::string(commitment_name(value)) : value},
                      {"url", address_with(request, {{parameter, ""}})}});
  }
  return chosen;
}

Result<bool> finds_something(const Archive& archive, SearchQuery query) {
  query.limit = 1;
  query.after.clear();
  const auto page = archive.search(query);
  if (!page) return page.error();
  return !page->hits.empty();
}

// Why there is nothing, as ways on that do find something: whole articles, without a filter, a word alone, a
// name spelt otherwise.
Result<Json> ways_on(const Archive& archive, const SearchQuery& query, const Request& request) {
  Json ways = Json::array();
  const auto try_way = [&](const std::string& text, SearchQuery other,
                           const std::string& url) -> Result<bool> {
    const auto found = finds_something(archive, std::move(other));
    if (!found) return found.error();
    if (*found) ways.push_back({{"text", text}, {"url", url}});
    return true;
  };
  for (const auto& [parameter, name] : kFilters) {
    if (request.parameter(parameter).empty()) continue;
    Request without = request;
    without.query.erase(parameter);
    const auto tried =
        try_way("without \"" + std::string(name) + "\"", query_of(without), address_with(without, {}));
    if (!tried) return tried.error();
  }
  if (!query.articles && !query.words.empty()) {
    SearchQuery other;
    other.words = query.words;
    other.articles = true;
    const auto tried = try_way("in whole articles, beyond what was said", other,
                               "/search?in=articles&q=" + percent_encoded(query.words));
    if (!tried) return tried.error();
  }
  std::istringstream words(query.words);
  std::size_t count = 0;
  for (std::string word; words >> word && count < kChoices; ++count) {
    if (word == query.words) break;
    SearchQuery other;
    other.words = word;
    const auto tried = try_way("only " + word, other, "/search?q=" + percent_encoded(word));
    if (!tried) return tried.error();
  }
  const std::string& name = query.source.empty() ? query.words : query.source;
  const auto names = suggest_names(archive, name, 3);
  if (!names) return names.error();
  for (const std::string& near : *names)
    ways.push_back({{"text", "said by " + near}, {"url", "/search?source=" + percent_encoded(near)}});
  return ways;
}

Json row_of(const SearchHit& hit) {
  Json row = Json::parse(to_json(hit));
  row["pieces"] = pieces_of(hit);
  row["url"] = "/documents/" + hit.document + (hit.attribution.empty() ? "" : "#" + hit.attribution);
  const std::string_view label = hit.commitment == "CT+" ? "" : commitment_name(hit.commitment);
  row["label"] = or_null(label);
  return row;
}

Json asked_for(const SearchQuery& query) {
  return {{"q", query.words},           {"source", query.source},   {"outlet", query.outlet},
          {"from", query.from},         {"to", query.to},           {"cue", query.cue},
          {"class", query.cue_class},   {"act", query.act},         {"commitment", query.commitment},
          {"articles", query.articles}, {"asked", !is_empty(query)}};
}

Result<Page> search(ArchivePool& archives, const Request& request) {
  SearchQuery query = query_of(request);
  Json model = asked_for(query);
  model["rows"] = Json::array();
  model["next"] = nullptr;
  if (is_empty(query)) return Page{"search", "Search", std::move(model)};
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto page = (*archive)->search(query);
  if (!page) return page.error();
  for (const SearchHit& hit : page->hits) model["rows"].push_back(row_of(hit));
  if (!page->next.empty()) model["next"] = page->next;
  Page out{"search", query.words.empty() ? "Search" : "Search: " + query.words, std::move(model)};
  out.view = {{"chosen", chosen_of(request)},
              {"facets", facets_of(page->hits, request)},
              {"none", page->hits.empty()}};
  // Without what only marks the snippet.
  out.table = out.model["rows"];
  for (Json& row : out.table)
    for (const char* field : {"schema", "found", "pieces"}) row.erase(field);
  if (page->hits.empty()) {
    auto ways = ways_on(**archive, query, request);
    if (!ways) return ways.error();
    out.view["ways"] = *std::move(ways);
  }
  return out;
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
                 {"_size", "hits on a page, 1 to 500", "integer"},
                 {"_next", "where the page before ended"}},
                [&archives](const Request& request, const PathValues&) { return search(archives, request); });
}

}  // namespace sayso::serve
