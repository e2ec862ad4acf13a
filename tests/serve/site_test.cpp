#include "serve/site.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

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

}  // namespace
}  // namespace sayso::serve
