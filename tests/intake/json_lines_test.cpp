#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "intake/block_check.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

Article read(const std::string& line, const IntakeOptions& options = {}) {
  Result<Article> article = read_json_line(line, "wire.jsonl:1", options);
  EXPECT_TRUE(article) << (article ? "" : article.error().describe());
  if (!article) return {};
  EXPECT_EQ(intake::find_block_fault(*article), "");
  return std::move(article).value();
}

Error refusal(const std::string& line) {
  const Result<Article> article = read_json_line(line, "wire.jsonl:1", {});
  EXPECT_FALSE(article) << line;
  return article ? Error{} : article.error();
}

TEST(JsonLines, TakesTheGivenFacts) {
  const Article article = read(
      R"({"id": "x1", "url": "https://lanternpost.example/1", "outlet": "The Lantern Post", "title": "Ferry stops",)"
      R"( "authors": ["Anna Weir", "Ben Tarr"], "published": "2021-04-09", "text": "By Jo Anders\n\nThe ferry stops, she said.", "more": [1]})");
  EXPECT_EQ(article.external_id, "x1");
  EXPECT_EQ(article.url, "https://lanternpost.example/1");
  EXPECT_EQ(article.outlet, "The Lantern Post");
  EXPECT_EQ(article.title, "Ferry stops");
  EXPECT_EQ(article.authors, (std::vector<std::string>{"Anna Weir", "Ben Tarr"}));
  EXPECT_EQ(article.published, "2021-04-09");
  EXPECT_EQ(article.text, "Ferry stops\n\nBy Jo Anders\n\nThe ferry stops, she said.");
  ASSERT_EQ(article.blocks.size(), 3u);
  EXPECT_EQ(article.blocks[0].kind, BlockKind::title);
  EXPECT_EQ(article.blocks[1].kind, BlockKind::byline);
  EXPECT_EQ(article.input, "wire.jsonl:1");
}

TEST(JsonLines, GuessesATitleOnlyWithoutTheKey) {
  const std::string text = R"("text": "Ferry stops\n\nThe ferry across the Esk stops on Sunday, she said."})";
  EXPECT_EQ(read("{" + text).title, "Ferry stops");
  EXPECT_EQ(read("{\"title\": null, " + text).title, "");
  EXPECT_EQ(read("{\"title\": null, " + text).text, read("{" + text).text);
  EXPECT_EQ(read("{\"title\": \"  \", " + text).title, "");
}

TEST(JsonLines, ReadsPages) {
  const std::string line =
      R"({"title": "Given", "outlet": "Given Post", "html": "<title>Page</title><meta property=og:site_name content=Page>)"
      R"(<h1>Page</h1><p>The ferry across the Esk stops on Sunday, she said to the council.</p>"})";
  const Article article = read(line);
  EXPECT_EQ(article.title, "Given");
  EXPECT_EQ(article.outlet, "Given Post");
  EXPECT_TRUE(article.text.starts_with("Given\n\n"));
  EXPECT_EQ(read(R"({"title": null, "html": "<title>Page</title><p>The ferry stops.</p>"})").title, "");
  EXPECT_EQ(read(R"({"html": "<title>Page</title><p>The ferry stops.</p>"})").title, "Page");
}

TEST(JsonLines, NamesTheKeyOfAWrongType) {
  EXPECT_EQ(refusal(R"({"text": 5})").describe(), "wire.jsonl:1: \"text\" must be a string");
  EXPECT_NE(refusal(R"({"text": "a", "authors": [1]})").message.find("\"authors\""), std::string::npos);
  EXPECT_NE(refusal(R"({"text": "a", "title": []})").message.find("\"title\""), std::string::npos);
  EXPECT_NE(refusal(R"({"text": "a", "id": {}})").message.find("\"id\""), std::string::npos);
  EXPECT_EQ(refusal(R"({"text": "a", "published": 5})").code, ErrorCode::malformed);
  EXPECT_EQ(
      read(R"({"text": "The ferry stops.", "id": 17, "url": null, "authors": "Anna Weir"})").external_id,
      "17");
}

TEST(JsonLines, RefusesWhatIsNoArticle) {
  EXPECT_EQ(refusal("[]").code, ErrorCode::malformed);
  EXPECT_EQ(refusal("{}").code, ErrorCode::malformed);
  EXPECT_EQ(refusal("nonsense").code, ErrorCode::malformed);
  EXPECT_EQ(refusal(R"({"text": null})").code, ErrorCode::malformed);
  EXPECT_EQ(refusal(R"({"text": "  "})").code, ErrorCode::empty_input);
  EXPECT_EQ(refusal("").code, ErrorCode::empty_input);
}

TEST(JsonLines, SaysWhereALineWasCut) {
  const Error error = refusal(R"({"id": "x1", "text": "The ferry st)");
  EXPECT_EQ(error.code, ErrorCode::malformed);
  EXPECT_EQ(error.offset, 34u);
}

TEST(JsonLines, RepairsWhatIsNoText) {
  const Article surrogate = read(R"({"text": "a \ud800 b", "title": "\udc00", "outlet": "\ud83d"})");
  EXPECT_EQ(surrogate.text, "\uFFFD\n\na \uFFFD b");
  const Article bytes = read("{\"text\": \"caf\xE9 shut\"}");
  EXPECT_EQ(bytes.text, "caf\uFFFD shut");
  EXPECT_EQ(bytes.warnings.at(0).code, "invalid_utf8");
  EXPECT_EQ(read(R"({"text": "a\u0000b"})").text, "a\uFFFDb");
}

TEST(JsonLines, WarnsOfADateItCannotRead) {
  const Article article = read(R"({"text": "The ferry stops.", "published": "last Tuesday"})");
  EXPECT_EQ(article.published, "");
  EXPECT_EQ(article.warnings.at(0).code, "unreadable_date");
}

TEST(JsonLines, GoOnBehindABadLine) {
  std::istringstream stream(
      "{\"text\": \"One.\"}\n\n{\"text\": \"Tw\n  \r\n{\"text\": \"Three.\"}\r\n{\"text\": \"Four.\"}");
  const auto reader = open_stream(stream, "wire.jsonl", {});
  EXPECT_EQ((*reader->next())->input, "wire.jsonl:1");
  const auto second = reader->next();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().input, "wire.jsonl:3");
  EXPECT_EQ((*reader->next())->text, "Three.");
  EXPECT_EQ((*reader->next())->input, "wire.jsonl:6");
  for (int again = 0; again < 2; ++again) EXPECT_FALSE(reader->next()->has_value());
}

TEST(JsonLines, SkipALineThatIsTooLong) {
  IntakeOptions options;
  options.max_bytes = 1000;
  std::istringstream stream("{\"text\": \"" + std::string(5000, 'a') + "\"}\n{\"text\": \"" +
                            std::string(1500, 'a') + "\"}\n{\"text\": \"Short.\"}\n");
  const auto reader = open_stream(stream, "wire.jsonl", options);
  for (const char* name : {"wire.jsonl:1", "wire.jsonl:2"}) {
    const auto article = reader->next();
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().code, ErrorCode::too_large);
    EXPECT_EQ(article.error().input, name);
  }
  EXPECT_EQ((*reader->next())->text, "Short.");
}

TEST(JsonLines, OptionsFillWhatTheLineDoesNotSay) {
  IntakeOptions options;
  options.outlet = "Fallback";
  options.published = "2020-01-01";
  EXPECT_EQ(read(R"({"text": "The ferry stops."})", options).outlet, "Fallback");
  EXPECT_EQ(read(R"({"text": "The ferry stops.", "outlet": "Own"})", options).outlet, "Own");
}

}  // namespace
}  // namespace sayso
