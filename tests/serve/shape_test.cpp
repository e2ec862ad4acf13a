#include "serve/shape.h"

#include <gmock/gmock.h>

namespace sayso::serve {
namespace {

Json two_rows() {
  return {{"rows", {{{"id", "a"}, {"n", 1}}, {{"id", "b"}, {"n", 2}}}},
          {"next", "2"},
          {"next_url", "/x.json?_next=2"}};
}

Response shape_of(const std::string& shape, const std::string& lines = "") {
  Request request;
  request.path = "/x.json";
  request.query.emplace("_shape", shape);
  request.query.emplace("_nl", lines);
  return shaped(Page{"", "", two_rows()}, request);
}

TEST(Shape, ObjectsIsTheModel) {
  for (const char* name : {"", "objects"}) EXPECT_EQ(Json::parse(shape_of(name).body), two_rows());
}

TEST(Shape, ArrayIsTheRowsAlone) {
  EXPECT_EQ(Json::parse(shape_of("array").body), two_rows()["rows"]);
}

TEST(Shape, LinesForPrograms) {
  const Response response = shape_of("array", "on");
  EXPECT_EQ(response.body, "{\"id\":\"a\",\"n\":1}\n{\"id\":\"b\",\"n\":2}\n");
  EXPECT_EQ(response.type, "application/jsonl");
}

TEST(Shape, ArraysHaveTheirColumns) {
  const Json model = Json::parse(shape_of("arrays").body);
  EXPECT_EQ(model["columns"], Json({"id", "n"}));
  EXPECT_EQ(model["rows"].dump(), R"([["a",1],["b",2]])");
}

TEST(Shape, FirstColumnAndById) {
  EXPECT_EQ(Json::parse(shape_of("arrayfirst").body), Json({"a", "b"}));
  EXPECT_EQ(Json::parse(shape_of("object").body)["rows"]["b"]["n"], 2);
}

TEST(Shape, AnUnknownOneIsRefused) {
  EXPECT_EQ(shape_of("triangle").status, 400);
}

TEST(Shape, TheNextPageIsInTheHeaderToo) {
  EXPECT_EQ(shape_of("array").headers.at("Link"), "</x.json?_next=2>; rel=\"next\"");
}

TEST(Shape, ATableGoesBeforeTheModelsRows) {
  Page page{"", "", Json{{"title", "x"}}};
  page.table = Json{{{"n", 7}}};
  Request request;
  request.query.emplace("_shape", "array");
  EXPECT_EQ(shaped(page, request).body, "[{\"n\":7}]\n");
}

TEST(Csv, HasAColumnForEveryField) {
  const Json rows =
      Json::parse(R"([{"id":"a, b","side":{"quote":"x \"y\"","n":1},"via":["p","q"],"none":null},
                                    {"id":"c","late":true,"chain":[{"name":"A"},{"name":"B"}],"odd":[[1,2]]}])");
  const Response response = as_csv(Page{"", "", Json{{"rows", rows}}}, {});
  EXPECT_EQ(response.type, "text/csv; charset=utf-8");
  EXPECT_EQ(response.body,
            "id,side.quote,side.n,via,none,late,chain,odd\r\n"
            "\"a, b\",\"x \"\"y\"\"\",1,p; q,,,,\r\n"
            "c,,,,,true,A; B,\"[[1,2]]\"\r\n");
  Request bare;
  bare.query.emplace("_header", "off");
  EXPECT_EQ(as_csv(Page{"", "", Json{{"rows", {{{"a", 1}}}}}}, bare).body, "1\r\n");
}

}  // namespace
}  // namespace sayso::serve
