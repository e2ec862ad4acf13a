#include "claims/statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/hand_made_record.h"

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;

// "WHO: words", with "-" for the article.
std::vector<std::string> shown(const Record& record) {
  std::vector<std::string> lines;
  for (const Statement& s : make_statements(record)) {
    lines.push_back((s.origin ? s.origin->name : "-") + ": " + s.quote);
  }
  return lines;
}

TEST(Statements, SentenceBySentenceWithTheRestForTheArticle) {
  Record record = record_of(
      "d", "The Weir Gazette",
      "\"The dam leaks. Nobody warned the town,\" Ada Holt said. The lake at Hollin fell on Monday.");
  add_attribution(record, "Ada Holt", "said", {"\"The dam leaks. Nobody warned the town,\""}).quote =
      QuoteKind::direct;
  EXPECT_THAT(shown(record), ElementsAre("Ada Holt: The dam leaks", "Ada Holt: Nobody warned the town",
                                         "-: The lake at Hollin fell on Monday"));
}

TEST(Statements, TheInnermostSourceSpeaksAndTheOuterOneCarries) {
  Record record =
      record_of("d", "The Weir Gazette", "Vale Press reported that Ada Holt said the dam leaks badly.");
  add_attribution(record, "Vale Press", "reported", {"that Ada Holt said the dam leaks badly"});
  Attribution& inner = add_attribution(record, "Ada Holt", "said", {"the dam leaks badly"});
  inner.within = 0;
  inner.chain = {
      {"The Weir Gazette", {}, "", {}}, {"Vale Press", 0, "reported", {}}, {"Ada Holt", 1, "said", {}}};
  const std::vector<Statement> statements = make_statements(record);
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(statements[0].origin->name, "Ada Holt");
  ASSERT_EQ(statements[0].via.size(), 1u);
  EXPECT_EQ(statements[0].via[0].name, "Vale Press");
}

TEST(Statements, AClauseBeforeAClosingCueBelongsToIt) {
  Record record = record_of("d", "The Weir Gazette",
                            "The old dam broke on Monday, some of it washed away, Ada Holt said.");
  add_attribution(record, "Ada Holt", "said", {"some of it washed away"});
  EXPECT_THAT(shown(record), ElementsAre("Ada Holt: The old dam broke on Monday some of it washed away"));
}

TEST(Statements, WhatHangsOnASubordinatingWordStaysWithItsSentence) {
  Record record =
      record_of("d", "The Weir Gazette", "The road stays shut until the regulator says otherwise.");
  add_attribution(record, "the regulator", "says", {"otherwise"});
  EXPECT_THAT(shown(record), ElementsAre("-: The road stays shut until the regulator says otherwise"));
}

TEST(Statements, NoQuestionsTitlesOrScraps) {
  Record record =
      record_of("d", "The Weir Gazette", "Dam leaks at Hollin\n\nWho opened the old gate?\n\nOn Monday.");
  record.document.blocks[0].kind = BlockKind::title;
  EXPECT_THAT(shown(record), ElementsAre());
}

TEST(Statements, UnsureAttributionsAreNotCounted) {
  Record record =
      record_of("d", "The Weir Gazette", "Ada Holt called the emergency number within twenty minutes.");
  add_attribution(record, "Ada Holt", "called", {"the emergency number within twenty minutes"}).confidence =
      0.1;
  EXPECT_THAT(shown(record), ElementsAre("-: Ada Holt called the emergency number within twenty minutes"));
}

TEST(Statements, AnOutletIsNotItsOwnSourceButABodyIs) {
  Record paper = record_of("d", "The Weir Gazette", "The Weir Gazette found that the dam at Hollin leaks.");
  add_attribution(paper, "The Weir Gazette", "found", {"that the dam at Hollin leaks"});
  EXPECT_THAT(shown(paper), ElementsAre("-: that the dam at Hollin leaks"));
  Record notice =
      record_of("d", "Ministry of Dams", "The Ministry of Dams finds that the dam at Hollin leaks.");
  add_attribution(notice, "Ministry of Dams", "finds", {"that the dam at Hollin leaks"});
  EXPECT_THAT(shown(notice), ElementsAre("Ministry of Dams: that the dam at Hollin leaks"));
  EXPECT_TRUE(make_statements(notice).at(0).own_voice);
}

TEST(Statements, CarryWhatPairsAreJudgedBy) {
  Record record = record_of("d", "The Weir Gazette", "On Monday the dam at Hollin lost about 40,000 litres.");
  record.timexes.push_back(
      {"t1", span_of(record.document.text, "Monday"), TimexType::date, "2024-04-29", "", "", ""});
  const auto statements = make_statements(record);
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_THAT(statements[0].names, ElementsAre("hollin"));
  EXPECT_THAT(statements[0].name_stems, ElementsAre("hollin"));
  EXPECT_THAT(statements[0].dates, ElementsAre("2024-04-29"));
  ASSERT_EQ(statements[0].figures.size(), 1u);
  EXPECT_EQ(statements[0].figures[0].value, 40000);
}

TEST(Centred, TakesTheArticlesMiddleOff) {
  const auto vectors = centred({{1, 0}, {0, 2}, {}});
  ASSERT_EQ(vectors.size(), 3u);
  EXPECT_LT(cosine(vectors[0], vectors[1]), 0);
  EXPECT_TRUE(vectors[2].empty());
}

}  // namespace
}  // namespace sayso::claims
