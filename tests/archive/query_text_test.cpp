#include "archive/query_text.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <random>

namespace sayso::archive {
namespace {

std::string wanted(std::string_view typed) {
  const Result<QueryText> query = parse_query_text(typed);
  EXPECT_TRUE(query);
  return query ? query->wanted : "";
}

TEST(QueryText, WordsMustAllOccur) {
  EXPECT_EQ(wanted("metro doors"), R"("metro" AND "doors")");
  EXPECT_EQ(wanted("  metro\t\u00a0doors\n"), R"("metro" AND "doors")");
  EXPECT_EQ(wanted(""), "");
}

TEST(QueryText, PhrasesStandInQuotationMarks) {
  EXPECT_EQ(wanted(R"(the "private office" door)"), R"("the" AND "private office" AND "door")");
  EXPECT_EQ(wanted("“private office”"), R"("private office")");
  EXPECT_EQ(wanted(R"("an open one)"), R"("an open one")");
  EXPECT_EQ(wanted(R"(word"phrase here"word)"), R"("word" AND "phrase here" AND "word")");
}

TEST(QueryText, AMinusExcludes) {
  const auto query = *parse_query_text(R"(bridge -budget -"private office" well-known - --)");
  EXPECT_EQ(query.wanted, R"("bridge" AND "well-known")");
  EXPECT_EQ(query.unwanted, R"("budget" OR "private office")");
}

TEST(QueryText, AStarFindsBeginnings) {
  EXPECT_EQ(wanted("reserv*"), R"("reserv*" *)");
  EXPECT_EQ(wanted(R"("private off"*)"), R"("private off" *)");
  EXPECT_EQ(wanted("*"), "");
}

TEST(QueryText, WhatHasNoLetterOrDigitIsLeftOut) {
  EXPECT_EQ(wanted(R"x(!!! "" "..." ( ) : ^ + , ; \)x"), "");
  EXPECT_EQ(wanted("-!!!"), "");
}

TEST(QueryText, OperatorsAreWords) {
  EXPECT_EQ(wanted("a AND OR NOT NEAR(b)"), R"x("a" AND "AND" AND "OR" AND "NOT" AND "NEAR(b)")x");
}

TEST(QueryText, TooMuchIsAnError) {
  EXPECT_TRUE(parse_query_text(std::string(kLongestQuery, 'a')));
  const auto bytes = parse_query_text(std::string(kLongestQuery + 1, 'a'));
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, ErrorCode::bad_argument);
  std::string words;
  for (std::size_t i = 0; i < kMostQueryTerms; ++i) words += "w ";
  EXPECT_TRUE(parse_query_text(words));
  EXPECT_FALSE(parse_query_text(words + "w"));
}

// FTS5 itself takes whatever comes out.
class Fts5 : public testing::Test {
 protected:
  Fts5() {
    sqlite3_open(":memory:", &handle_);
    EXPECT_EQ(sqlite3_exec(handle_,
                           "CREATE VIRTUAL TABLE t USING fts5 (content, tokenize = 'porter unicode61 "
                           "remove_diacritics 2'); INSERT INTO t VALUES ('the bridge at Düsseldorf opens')",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_prepare_v2(handle_, "SELECT count(*) FROM t WHERE t MATCH ?1", -1, &statement_, nullptr);
  }
  ~Fts5() override {
    sqlite3_finalize(statement_);
    sqlite3_close(handle_);
  }
  // -1: an error.
  int matches(const std::string& expression) {
    sqlite3_reset(statement_);
    sqlite3_bind_text(statement_, 1, expression.data(), static_cast<int>(expression.size()),
                      SQLITE_TRANSIENT);
    return sqlite3_step(statement_) == SQLITE_ROW ? sqlite3_column_int(statement_, 0) : -1;
  }

  sqlite3* handle_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

TEST_F(Fts5, FindsForms) {
  EXPECT_EQ(matches(wanted("bridges opened dusseldorf")), 1);
  EXPECT_EQ(matches(wanted(R"("bridge at")")), 1);
  EXPECT_EQ(matches(wanted(R"("at bridge")")), 0);
  EXPECT_EQ(matches(wanted("düssel*")), 1);
}

TEST_F(Fts5, NeverMeetsASyntaxError) {
  const std::vector<std::string> pieces = {
      "\"",       "'",          "-",      "*",    "(",      ")",          ":",
      "^",        "{",          "}",      "+",    "AND",    "OR",         "NOT",
      "NEAR",     " ",          "\t",     "a",    "é",      "“",          "”",
      "content:", "\\",         "%",      "\xff", "\xc3",   ";",          "--",
      "/*",       "\U0001F600", "\u0301", "中",   "\u1E9E", "\U0001E900", std::string(1, '\0')};
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string typed;
    for (auto length = random() % 12; length > 0; --length) typed += pieces[random() % pieces.size()];
    const Result<QueryText> query = parse_query_text(typed);
    ASSERT_TRUE(query);
    for (const std::string& expression : {query->wanted, query->unwanted}) {
      if (!expression.empty()) {
        ASSERT_GE(matches(expression), 0) << typed << " gave " << expression;
      }
    }
    if (!query->wanted.empty() && !query->unwanted.empty()) {
      ASSERT_GE(matches("{content} : ((" + query->wanted + ") NOT (" + query->unwanted + "))"), 0) << typed;
    }
  }
}

}  // namespace
}  // namespace sayso::archive
