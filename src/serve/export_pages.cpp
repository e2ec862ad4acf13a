#include "serve/export_pages.h"

#include <algorithm>
#include <array>

#include "sayso/claim_export.h"
#include "sayso/event_export.h"
#include "sayso/record_export.h"
#include "serve/address.h"
#include "serve/event_filters.h"
#include "serve/named_entities.h"
#include "serve/problem.h"

namespace sayso::serve {
namespace {

// Of a list; the command `sayso export` has no such limit.
constexpr std::uint64_t kMostClaims = 500, kMostEvents = 20'000;

constexpr auto kArticleFormats =
    std::to_array<ArticleFormat>({{"html", "Marked text", "html", "text/html; charset=utf-8"},
                                  {"jsonl", "sayso.record/1", "json", "application/json"},
                                  {"annotations", "Web Annotation", "jsonld", "application/ld+json"},
                                  {"citron", "Citron", "json", "application/json"},
                                  {"gqg", "GDELT GQG", "json", "application/json"},
                                  {"prov", "PROV-O", "jsonld", "application/ld+json"},
                                  {"turtle", "PROV-O in Turtle", "ttl", "text/turtle; charset=utf-8"},
                                  {"followthemoney", "FollowTheMoney", "jsonl", "application/jsonl"}});

// A file that an address gives.
struct File {
  std::string text;
  const char* ending;
  const char* type;
};

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kTable = "text/tab-separated-values; charset=utf-8";
constexpr const char* kLines = "application/jsonl";

Error unknown_format(std::string_view format) {
  return {ErrorCode::bad_argument, "there is no format \"" + std::string(format) + "\" here", {}, {}};
}

Result<File> claims_file(const std::vector<ClaimPage>& pages, std::string_view format,
                         const std::string& title) {
  File file;
  if (format == "print") {
    file = {dossier_begin(title), "html", kHtml};
    for (const ClaimPage& page : pages) file.text += to_dossier(page);
    file.text += dossier_end();
  } else if (format == "claims") {
    file = {{}, "jsonl", "application/ld+json"};
    for (const ClaimPage& page : pages) file.text += to_schema_org(page, {});
  } else {
    return unknown_format(format);
  }
  return file;
}

Result<File> claims(const Archive& archive, const Request& request, const PathValues&) {
  auto filter = claim_filter(archive, request);
  if (!filter) return filter.error();
  filter->limit = kMostClaims;
  const auto found = list_claims(archive, *filter);
  if (!found) return found.error();
  std::vector<ClaimPage> pages;
  for (const ClaimSummary& claim : *found) {
    auto page = find_claim(archive, claim.id);
    if (!page) return page.error();
    pages.push_back(*std::move(page));
  }
  return claims_file(pages, request.parameter("format"), "Claims");
}

Result<File> claim(const Archive& archive, const Request& request, const PathValues& values) {
  auto page = find_claim(archive, values.at("id"));
  if (!page) return page.error();
  const std::string title = "Dossier: claim " + page->claim.id;
  return claims_file({*std::move(page)}, request.parameter("format"), title);
}

Result<File> graph(const Archive& archive, const Request& request, const PathValues&) {
  if (request.parameter("format") != "graphml") return unknown_format(request.parameter("format"));
  auto about = ids_named(archive, std::string(request.parameter("about")));
  if (!about) return about.error();
  const auto kind = request.parameter("kind") == "acts" ? GraphKind::acts : GraphKind::citations;
  const auto made = make_graph(archive, {kind, *std::move(about)});
  if (!made) return made.error();
  return File{to_graphml(*made), "graphml", "application/graphml+xml"};
}

Result<File> events_file(const std::vector<EventPage>& pages, std::string_view format) {
  File file;
  if (format == "plover") {
    file = {{}, "jsonl", kLines};
    for (const EventPage& page : pages) file.text += to_plover(page) + "\n";
  } else if (format == "cameo") {
    file = {gdelt_header(), "tsv", kTable};
    for (const EventPage& page : pages) file.text += to_gdelt(page);
  } else {
    return unknown_format(format);
  }
  return file;
}

Result<File> events(const Archive& archive, const Request& request, const PathValues&) {
  EventFilter filter = event_filter(request);
  if (request.parameter("format") == "counts") {
    const auto counts = count_events(archive, filter);
    if (!counts) return counts.error();
    return File{to_count_table(*counts), "tsv", kTable};
  }
  filter.limit = kMostEvents;
  std::vector<std::string> ids;
  const auto listed = list_events(archive, filter, [&](const SharedEvent& event) {
    ids.push_back(event.id);
    return true;
  });
  if (!listed) return listed.error();
  std::vector<EventPage> pages;
  for (const std::string& id : ids) {
    auto page = find_event(archive, id);
    if (!page) return page.error();
    pages.push_back(*std::move(page));
  }
  return events_file(pages, request.parameter("format"));
}

Result<File> event(const Archive& archive, const Request& request, const PathValues& values) {
  auto page = find_event(archive, values.at("id"));
  if (!page) return page.error();
  return events_file({*std::move(page)}, request.parameter("format"));
}

using Make = Result<File> (*)(const Archive&, const Request&, const PathValues&);

Handler handler_of(const Site& site, ArchivePool& archives, Make make) {
  return [&site, &archives, make](const Request& request, const PathValues& values) -> Response {
    if (!site.take_costly(request)) return problem_response(too_many(), request.path);
    const auto archive = archives.lend();
    if (!archive) return problem_response(to_problem(archive.error()), request.path);
    auto file = make(**archive, request, values);
    if (!file) return problem_response(to_problem(file.error()), request.path);
    Response response{200, file->type, std::move(file->text)};
    save_as(response, request.path + "." + file->ending);
    return response;
  };
}

Result<Record> record_of(const Archive& archive, const std::string& id) {
  const auto stored = archive.document(id);
  if (!stored) return stored.error();
  if (!*stored) return Error{ErrorCode::not_found, "the archive has no such article", {}, {}};
  auto record = archive.record((*stored)->id);
  if (!record) return record.error();
  return **std::move(record);
}

}  // namespace

std::span<const ArticleFormat> article_formats() {
  return kArticleFormats;
}

Response exported_article(const Record& record, std::string_view format, const Request& request) {
  const auto at = std::ranges::find(kArticleFormats, format, &ArticleFormat::name);
  if (at == kArticleFormats.end()) return problem_response(to_problem(unknown_format(format)), request.path);
  const auto writer = record_format(format);
  std::string text = writer->begin();
  text += writer->one(record);
  text += writer->end();
  Response response{200, at->type, std::move(text)};
  save_as(response, "/article-" + record.id.substr(0, 8) + "." + at->ending);
  return response;
}

std::string export_address(const Request& request, std::string_view path, std::string_view format) {
  return address_with(request, {{"format", std::string(format)}, {"_size", ""}}, path);
}

void add_export_pages(Site& site, ArchivePool& archives) {
  const auto add = [&](const std::string& pattern, const char* operation, const char* summary,
                       std::vector<Parameter> query, const char* type, Make make) {
    site.add(
        {"GET", pattern, operation, summary, std::move(query), {}, type, handler_of(site, archives, make)});
  };
  const Parameter claim_formats = {"format", "print: a dossier; claims: schema.org"};
  const Parameter event_formats = {"format", "plover or cameo"};
  add("/export/claims", "exportClaims", "The claims of /claims with the same filter, up to 500",
      {claim_formats,
       {"contested", "as of /claims"},
       {"origins", "as of /claims", "integer"},
       {"entity", "as of /claims"}},
      "text/html", claims);
  add("/export/claims/{id}", "exportClaim", "A claim to be printed, or for other programs", {claim_formats},
      "text/html", claim);
  add("/export/graph", "exportGraph", "The whole graph of /graph with the same filter",
      {{"format", "graphml"}, {"kind", "citations or acts"}, {"about", "as of /graph"}},
      "application/graphml+xml", graph);
  add("/export/events", "exportEvents", "The events of /events with the same filter, up to 20,000",
      {{"format", "plover, cameo or counts"},
       {"actor", "as of /events"},
       {"recipient", "as of /events"},
       {"type", "as of /events"},
       {"quad", "as of /events", "integer"},
       {"factuality", "as of /events"},
       {"origins", "as of /events", "integer"},
       {"country", "as of /events"},
       {"from", "as of /events"},
       {"to", "as of /events"}},
      "application/jsonl", events);
  add("/export/events/{id}", "exportEvent", "An event for other programs", {event_formats},
      "application/jsonl", event);
  site.add({"GET",
            "/export/documents/{id}",
            "exportDocument",
            "An article with its attributions, for reading or for other programs",
            {{"format", "html, jsonl, annotations, citron, gqg, prov, turtle or followthemoney"}},
            {},
            "text/html",
            [&archives](const Request& request, const PathValues& values) -> Response {
              const auto archive = archives.lend();
              if (!archive) return problem_response(to_problem(archive.error()), request.path);
              const auto record = record_of(**archive, values.at("id"));
              if (!record) return problem_response(to_problem(record.error()), request.path);
              return exported_article(*record, request.parameter("format"), request);
            }});
}

}  // namespace sayso::serve
