#include "serve/site.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "serve/paging.h"
#include "serve/read_api.h"

namespace sayso::serve {
namespace {

using testing::HasSubstr;
using testing::Not;

SiteOptions options() {
  SiteOptions o;
  o.guard.hosts = loopback_hosts(8765);
  o.version = "1.2.3";
  return o;
}

Request get(std::string path, std::string host = "localhost:8765") {
  Request request;
  request.path = std::move(path);
  request.headers["host"] = std::move(host);
  return request;
}

void add_thing(Site& site) {
  site.add_page(
      "/things/{id}", "getThing", "A thing", {},
      [](const Request&, const PathValues& values) -> Result<Page> {
        if (values.at("id") == "none") return Error{ErrorCode::not_found, "no such thing", {}, {}};
        return Page{"problem", values.at("id"), Json{{"title", values.at("id")}, {"detail", "<b>&'\""}}};
      });
}

TEST(Site, APageIsHtmlAndJson) {
  Site site(options());
  add_thing(site);
  const Response html = site.respond(get("/things/a"));
  EXPECT_EQ(html.status, 200);
  EXPECT_THAT(html.body, HasSubstr("<h1>a</h1>"));
  const Response json = site.respond(get("/things/a.json"));
  EXPECT_EQ(Json::parse(json.body)["title"], "a");
  EXPECT_EQ(json.type, "application/json");
}

TEST(Site, EverythingIsEscaped) {
  Site site(options());
  add_thing(site);
  const Response response = site.respond(get("/things/<script>alert(1)<"));
  EXPECT_THAT(response.body, Not(HasSubstr("<script>")));
  EXPECT_THAT(response.body, HasSubstr("&lt;b&gt;&amp;&#39;&quot;"));
}

TEST(Site, EveryResponseHasThePolicy) {
  Site site(options());
  for (const char* path : {"/healthz", "/nothing", "/openapi.json"}) {
    const Response response = site.respond(get(path));
    EXPECT_THAT(response.headers.at("Content-Security-Policy"), HasSubstr("default-src 'none'")) << path;
    EXPECT_EQ(response.headers.at("X-Content-Type-Options"), "nosniff");
  }
}

TEST(Site, OtherHostsAreRefusedOnReadsToo) {
  Site site(options());
  for (const char* host : {"evil.example:8765", "localhost", "localhost:80", ""}) {
    EXPECT_EQ(site.respond(get("/healthz", host)).status, 421) << host;
  }
  EXPECT_EQ(site.respond(get("/healthz", "[::1]:8765")).status, 200);
}

TEST(Site, ErrorsAreProblems) {
  Site site(options());
  add_thing(site);
  const Response missing = site.respond(get("/things/none.json"));
  EXPECT_EQ(missing.status, 404);
  EXPECT_EQ(missing.type, "application/problem+json");
  EXPECT_EQ(Json::parse(missing.body)["detail"], "no such thing");
  EXPECT_THAT(site.respond(get("/things/none")).body, HasSubstr("no such thing"));
  Request wrong = get("/things/a");
  wrong.method = "DELETE";
  const Response refused = site.respond(wrong);
  EXPECT_EQ(refused.status, 405);
  EXPECT_EQ(refused.headers.at("Allow"), "GET, HEAD");
}

TEST(Site, AnUnchangedPageIsNotSentAgain) {
  Site site(options());
  add_thing(site);
  Request again = get("/things/a.json");
  again.headers["if-none-match"] = site.respond(again).headers.at("ETag");
  const Response response = site.respond(again);
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(response.body, "");
}

TEST(Site, OpenApiHasEveryRoute) {
  Site site(options());
  add_thing(site);
  const Json document = Json::parse(site.respond(get("/openapi.json")).body);
  EXPECT_EQ(document["openapi"], "3.1.0");
  for (const Route& route : site.router().routes()) {
    ASSERT_TRUE(document["paths"].contains(route.pattern)) << route.pattern;
    std::string method = route.method == "GET" ? "get" : "post";
    EXPECT_EQ(document["paths"][route.pattern][method]["operationId"], route.operation);
  }
}

// Numbers from 0 to 1199, 500 at most on a page.
void add_numbers(Site& site) {
  site.add_page(
      "/numbers", "listNumbers", "Numbers", {},
      [](const Request& request, const PathValues&) -> Result<Page> {
        constexpr std::int64_t kAll = 1200;
        const std::int64_t offset = offset_of(request), end = std::min(kAll, offset + size_of(request));
        Json rows = Json::array();
        for (std::int64_t n = offset; n < end; ++n) rows.push_back({{"n", n}});
        return Page{"problem", "Numbers",
                    Json{{"rows", rows}, {"next", end < kAll ? Json(std::to_string(end)) : Json()}}};
      });
}

Request get_with(std::string path, std::multimap<std::string, std::string> query) {
  Request request = get(std::move(path));
  request.query = std::move(query);
  return request;
}

TEST(Site, AListIsGivenWholeWhereAsked) {
  Site site(options());
  add_numbers(site);
  EXPECT_EQ(Json::parse(site.respond(get("/numbers.json")).body)["rows"].size(), 50u);
  const Response whole =
      site.respond(get_with("/numbers.json", {{"_stream", "on"}, {"_shape", "arrayfirst"}}));
  const Json numbers = Json::parse(whole.body);
  ASSERT_EQ(numbers.size(), 1200u);
  for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(numbers[i], i);
  EXPECT_FALSE(whole.headers.contains("Link"));
  const Response csv = site.respond(get_with("/numbers.csv", {{"_stream", "on"}, {"_dl", "on"}}));
  EXPECT_EQ(std::ranges::count(csv.body, '\n'), 1201);
  EXPECT_EQ(csv.headers.at("Content-Disposition"), "attachment; filename=\"numbers.csv\"");
}

TEST(Site, WholeListsAreLimitedForEachClient) {
  SiteOptions limited = options();
  limited.costly_per_minute = 1;
  Site site(limited);
  add_numbers(site);
  const Request whole = get_with("/numbers.csv", {{"_stream", "on"}});
  EXPECT_EQ(site.respond(whole).status, 200);
  const Response refused = site.respond(whole);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.type, "application/problem+json");
  EXPECT_EQ(site.respond(get("/numbers.csv")).status, 200);
}

TEST(Site, APageOffersItsExportsWithItsOwnFilter) {
  Site site(options());
  add_numbers(site);
  const Response page = site.respond(get_with("/numbers", {{"about", "a&b"}, {"_next", "50"}}));
  EXPECT_THAT(page.body, HasSubstr("/numbers.csv?about=a%26b&amp;_stream=on&amp;_dl=on"));
  EXPECT_THAT(page.body, HasSubstr("/numbers.json?about=a%26b&amp;_shape=array&amp;_nl=on"));
}

TEST(Site, FilesToKeepHavePlainNames) {
  Response response;
  save_as(response, "/things/x\"\r\n; y.csv");
  EXPECT_EQ(response.headers.at("Content-Disposition"), "attachment; filename=\"things-x-----y.csv\"");
}

TEST(Site, RequestsAreCountedByRoute) {
  Site site(options());
  add_thing(site);
  site.respond(get("/things/secret"));
  const std::string text = site.respond(get("/metrics")).body;
  EXPECT_THAT(text, HasSubstr("sayso_http_requests_total{route=\"/things/{id}\",status=\"200\"} 1"));
  EXPECT_THAT(text, Not(HasSubstr("secret")));
}

TEST(ReadApi, IsLimitedForEachClient) {
  SiteOptions limited = options();
  limited.costly_per_minute = 1;
  Site site(limited);
  add_read_api(site, [](Article) -> Result<Record> { return Record{}; });
  Request request = get("/api/v1/read");
  request.method = "POST";
  request.body = "Anna left.";
  EXPECT_EQ(site.respond(request).status, 200);
  EXPECT_EQ(site.respond(request).status, 429);
  request.client = "another";
  EXPECT_EQ(site.respond(request).status, 200);
}

TEST(ReadApi, ReadsWhatIsSent) {
  Site site(options());
  add_read_api(site, [](Article article) -> Result<Record> {
    Record record;
    record.document = std::move(article);
    return record;
  });
  Request request = get("/api/v1/read");
  request.method = "POST";
  request.body = "Anna left.";
  request.query.emplace("outlet", "The Courier");
  const Response response = site.respond(request);
  ASSERT_EQ(response.status, 200);
  EXPECT_EQ(Json::parse(response.body)["document"]["outlet"], "The Courier");
  request.body.clear();
  EXPECT_EQ(site.respond(request).status, 422);
  request.body.assign(3'000'000, 'a');
  EXPECT_EQ(site.respond(request).status, 413);
}

TEST(ReadApi, AFormIsAnsweredWithAnExportWhereAsked) {
  Site site(options());
  add_read_api(site, [](Article article) -> Result<Record> {
    Record record;
    record.id = "0123456789";
    record.document = std::move(article);
    return record;
  });
  Request request = get("/read");
  request.method = "POST";
  request.form["text"] = {"Anna <left>."};
  EXPECT_THAT(site.respond(request).body, HasSubstr("name=\"text\" value=\"Anna &lt;left&gt;.\""));
  request.form["export"] = {"html"};
  const Response html = site.respond(request);
  EXPECT_EQ(html.headers.at("Content-Disposition"), "attachment; filename=\"article-01234567.html\"");
  EXPECT_THAT(html.body, HasSubstr("Anna &lt;left&gt;."));
  request.form["export"] = {"nonsense"};
  EXPECT_EQ(site.respond(request).status, 400);
}

}  // namespace
}  // namespace sayso::serve
