// Through read_json_line: json_object.h says why no test includes it.
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "sayso/intake.h"

namespace sayso {
namespace {

Error refusal(const std::string& json) {
  const Result<Article> article = read_json_line(json, "", {});
  EXPECT_FALSE(article) << json.substr(0, 100);
  return article ? Error{} : article.error();
}

TEST(JsonObject, SaysWhereItWentWrong) {
  const Error half = refusal(R"({"text": "The ferry)");
  EXPECT_EQ(half.code, ErrorCode::malformed);
  EXPECT_EQ(half.offset, 19u);
  EXPECT_EQ(refusal(R"({"a": 1,, "b": 2})").offset, 8u);
}

TEST(JsonObject, BoundsDepth) {
  const std::string open(100'000, '[');
  const std::string close(100'000, ']');
  EXPECT_EQ(refusal(open).code, ErrorCode::malformed);
  EXPECT_NE(refusal(open + close).message.find("nested deeper"), std::string::npos);
  EXPECT_EQ(refusal("{\"text\": \"x\", \"other\": " + open + close + "}").code, ErrorCode::malformed);
  const std::string shallow = std::string(200, '[') + std::string(200, ']');
  EXPECT_TRUE(read_json_line("{\"text\": \"It stops.\", \"other\": " + shallow + "}", "", {}));
}

TEST(JsonObject, RefusesTrailingContent) {
  EXPECT_EQ(refusal(R"({"text": "a"} {"text": "b"})").code, ErrorCode::malformed);
}

}  // namespace
}  // namespace sayso
