#include "serve/site.h"

#include <chrono>
#include <cstdio>

#include "serve/address.h"
#include "serve/openapi.h"
#include "serve/paging.h"
#include "serve/problem.h"
#include "serve/shape.h"

namespace sayso::serve {
namespace {

bool wants_html(const Request& request) {
  return !request.path.ends_with(".json") && !request.path.ends_with(".csv") &&
         !request.path.starts_with("/api/");
}

Response failed(const Problem& problem, const Request& request) {
  if (!wants_html(request)) return problem_response(problem, request.path);
  const Json model = {{"title", title_of(problem.status)}, {"detail", problem.detail}};
  return {problem.status, "text/html; charset=utf-8",
          render_html({"problem", std::string(title_of(problem.status)), model, {}, false}, request)};
}

// FNV-1a of the body: an entity tag has to change with it, no more.
std::string entity_tag(std::string_view body) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : body) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  char text[24];
  std::snprintf(text, sizeof text, "\"%016llx\"", static_cast<unsigned long long>(hash));
  return text;
}

void add_entity_tag(const Request& request, Response& response) {
  if (response.status != 200 || request.method == "POST") return;
  const std::string tag = entity_tag(response.body);
  response.headers.emplace("ETag", tag);
  response.headers.emplace("Cache-Control", "no-cache");
  if (request.header("if-none-match").find(tag) == std::string_view::npos) return;
  response.status = 304;
  response.body.clear();
}

// Where the list goes on, as a whole address.
void add_next_url(const Request& request, Json& model) {
  const auto next = model.find("next");
  if (next == model.end()) return;
  model["next_url"] =
      next->is_string() ? Json(address_with(request, {{"_next", next->get<std::string>()}})) : Json(nullptr);
}

// "claims-74dbef9c.csv" for the path "/claims/74dbef9c.csv".
std::string file_name(std::string_view path) {
  std::string name;
  for (const char c : path.substr(1)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
    name += plain ? c : '-';
  }
  constexpr std::size_t kLongest = 100;
  return name.size() > kLongest ? name.substr(name.size() - kLongest) : name;
}

// Programs ask for `.json` and `.csv` with the parameters of the page and these.
std::vector<Parameter> with_shapes(std::vector<Parameter> query, bool csv) {
  if (csv) {
    query.push_back({"_header", "off: without the names of the columns"});
  } else {
    query.push_back({"_shape", "objects, arrays, array, arrayfirst or object"});
    query.push_back({"_nl", "on, with _shape=array: a row a line"});
  }
  query.push_back({"_stream", "on: all rows of the list, up to 100,000"});
  query.push_back({"_dl", "on: as a file to keep"});
  return query;
}

Json& changeable_rows(Page& page) {
  return page.table.is_array() ? page.table : page.model["rows"];
}

// The page with all rows of its list, not only the first ones.
Result<Page> whole_list(const PageHandler& handler, Request request, const PathValues& values) {
  constexpr std::size_t kMostStreamed = 100'000;
  request.query.erase("_size");
  request.query.erase("_next");
  request.query.emplace("_size", std::to_string(kMostRows));
  auto whole = handler(request, values);
  const auto next = [](const Page& page) { return page.model.value("next", Json(nullptr)); };
  while (whole && next(*whole).is_string() && rows_of(*whole).size() < kMostStreamed) {
    request.query.erase("_next");
    request.query.emplace("_next", next(*whole).get<std::string>());
    auto more = handler(request, values);
    if (!more) return more.error();
    for (Json& row : changeable_rows(*more)) changeable_rows(*whole).push_back(std::move(row));
    whole->model["next"] = next(*more);
  }
  return whole;
}

}  // namespace

void save_as(Response& response, std::string_view name) {
  response.headers.emplace("Content-Disposition", "attachment; filename=\"" + file_name(name) + "\"");
}

Site::Site(SiteOptions options)
    : options_(std::move(options)),
      kept_(options_.kept_bytes, options_.archive_state),
      costly_(options_.costly_per_minute, options_.costly_per_minute) {
  add({"GET",
       "/healthz",
       "getHealth",
       "Whether the server answers",
       {},
       {},
       "text/plain",
       [](const Request&, const PathValues&) {
         return Response{200, "text/plain; charset=utf-8", "ok\n"};
       }});
  add({"GET",
       "/metrics",
       "getMetrics",
       "Counts for Prometheus",
       {},
       {},
       "text/plain",
       [this](const Request&, const PathValues&) {
         return Response{200, "text/plain; version=0.0.4", metrics_.text(options_.version)};
       }});
  add({"GET",
       "/openapi.json",
       "getOpenApi",
       "This description",
       {},
       {},
       "application/json",
       [this](const Request&, const PathValues&) {
         return Response{200, "application/json", openapi_document(router_.routes(), options_.version)};
       }});
}

void Site::add_page(std::string pattern, std::string operation, std::string summary,
                    std::vector<Parameter> query, PageHandler handler) {
  const auto html = [this, handler](const Request& request, const PathValues& values) -> Response {
    return kept_.get(request, [&]() -> Response {
      auto page = handler(request, values);
      if (!page) return failed(to_problem(page.error()), request);
      add_next_url(request, page->model);
      return {200, "text/html; charset=utf-8", render_html(*page, request)};
    });
  };
  const auto as = [this, handler](Response (*write)(const Page&, const Request&)) {
    return [this, handler, write](const Request& request, const PathValues& values) -> Response {
      const bool whole = request.parameter("_stream") == "on";
      if (whole && !take_costly(request)) return failed(too_many(), request);
      auto page = whole ? whole_list(handler, request, values) : handler(request, values);
      if (!page) return failed(to_problem(page.error()), request);
      add_next_url(request, page->model);
      Response response = write(*page, request);
      if (request.parameter("_dl") == "on" && response.status == 200) save_as(response, request.path);
      return response;
    };
  };
  // "{id}.json" cannot be told from "{id}" by segments: the more special one comes first and cuts the ending
  // off.
  const std::string stem = pattern == "/" ? "/index" : pattern;
  add({"GET",
       stem + ".json",
       operation + "Data",
       summary,
       with_shapes(query, false),
       {},
       "application/json",
       as(shaped)});
  add({"GET",
       stem + ".csv",
       operation + "Table",
       summary,
       with_shapes(query, true),
       {},
       "text/csv",
       as(as_csv)});
  add({"GET",
       std::move(pattern),
       std::move(operation),
       std::move(summary),
       std::move(query),
       {},
       "text/html",
       html});
}

void Site::add_data(std::string pattern, const std::string& page, std::string operation) {
  for (const Route& route : router_.routes()) {
    if (route.pattern != page + ".json") continue;
    Route alias = route;
    alias.pattern = std::move(pattern);
    alias.operation = std::move(operation);
    return add(std::move(alias));
  }
}

Response Site::answer(const Request& request) const {
  const Match match = router_.match(request.method, request.path);
  const bool writes = match.route && match.route->method != "GET" && match.route->pattern != "/api/v1/read" &&
                      match.route->pattern != "/read";
  if (const auto reason = refusal(request, writes, options_.guard)) return failed(*reason, request);
  if (!match.route && !match.allowed.empty()) {
    Response response = failed({405, "this address does not take " + request.method}, request);
    response.headers.emplace("Allow", match.allowed);
    return response;
  }
  if (!match.route) return failed({404, "there is nothing at this address"}, request);
  return match.route->handler(request, match.values);
}

Response Site::respond(const Request& request) const {
  const auto began = std::chrono::steady_clock::now();
  Response response;
  try {
    response = answer(request);
  } catch (const std::exception&) {  // a mistake of ours, or no memory; what it says is nobody's business
    response = failed({500, "the server made a mistake"}, request);
  }
  add_security_headers(response);
  add_entity_tag(request, response);
  const Match match = router_.match(request.method, request.path);
  metrics_.count(match.route ? match.route->pattern : "none", response.status,
                 std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  return response;
}

}  // namespace sayso::serve
