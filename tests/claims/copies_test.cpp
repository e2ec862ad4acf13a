#include "claims/copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "claims/hand_made_record.h"
#include "claims/memory_store.h"
#include "claims/update.h"

namespace sayso::claims {
namespace {

using ::testing::HasSubstr;

// An agency's report in three paragraphs, and parts to make others of it.
const std::string kFlood =
    "The river Brack rose by two metres on Tuesday night and flooded forty houses in Hollin, the council's "
    "engineer Ada Holt said, after masons had left a gap in the wall above the old mill.";
const std::string kSchools =
    "Schools in the lower town will stay closed until Friday, and the road to Weirham is under water between "
    "the "
    "sawmill and the chapel, where lorries have been stranded since midnight.";
const std::string kQuote =
    "“We saw the gap on Monday, we wrote it down and we were told to come back with a form that nobody had "
    "ever "
    "printed,” Holt said. “Then it rained for nine hours and the form did not matter any more.”";
const std::string kOther =
    "Farmers on the eastern slopes are counting lost sheep, and a bakery that had just bought a new oven "
    "does not "
    "know whether its insurance pays for water that comes through the floor. The bishop has lent his bus.";

Record article(const std::string& id, const std::string& outlet, const std::string& text,
               const std::string& published) {
  return record_of(id, outlet, text, published);
}

std::optional<CopyFinding> find(const Record& a, const Record& b) {
  return find_copy(make_copy_text(a), make_copy_text(b));
}

TEST(FindCopy, TheSameTextLaterIsAReprint) {
  const Record original =
      article("a", "Vale Press", kFlood + "\n\n" + kSchools + "\n\n" + kQuote, "2024-05-02T10:00:00Z");
  Record copy = article("b", "Weir Post", kFlood + "\n\n" + kSchools, "2024-05-02T13:00:00Z");
  copy.document.syndicated_from = "Vale Press";
  const auto finding = find(original, copy);
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->kind, CopyKind::reprint);
  EXPECT_TRUE(finding->b_is_copy);
  EXPECT_THAT(finding->why, HasSubstr("in runs of 12 or more"));
  EXPECT_THAT(finding->why, HasSubstr("3 hours later"));
  EXPECT_THAT(finding->why, HasSubstr("credits Vale Press"));
  const auto turned = find(copy, original);
  ASSERT_TRUE(turned);
  EXPECT_FALSE(turned->b_is_copy);
  EXPECT_EQ(turned->why, finding->why);
}

TEST(FindCopy, ThePagesCreditIsStrongerThanTheClock) {
  const Record original = article("b", "Vale Press", kFlood + "\n\n" + kSchools, "2024-05-02T18:00:00Z");
  Record copy = article("a", "Weir Post", kFlood + "\n\n" + kSchools, "2024-05-02T13:00:00+02:00");
  EXPECT_TRUE(find(copy, original)->b_is_copy);
  copy.document.agency = "Vale Press";
  EXPECT_FALSE(find(copy, original)->b_is_copy);
  EXPECT_THAT(find(copy, original)->why, HasSubstr("7 hours earlier"));
}

TEST(FindCopy, AnUnchangedPassageAmongOtherNewsIsAnExcerpt) {
  const Record original =
      article("a", "Vale Press", kFlood + "\n\n" + kSchools + "\n\n" + kQuote, "2024-05-02");
  const auto finding = find(original, article("b", "Weir Post", kOther + "\n\n" + kFlood, "2024-05-03"));
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->kind, CopyKind::excerpt);
  EXPECT_THAT(finding->why, HasSubstr("1 day later"));
}

TEST(FindCopy, QuotationsFromOneSpeechAreNoCopy) {
  EXPECT_FALSE(find(article("a", "Vale Press", kFlood + "\n\n" + kQuote, "2024-05-02"),
                    article("b", "Weir Post", kOther + "\n\n" + kQuote, "2024-05-02")));
}

TEST(FindCopy, ManyChangesMakeARewrite) {
  // No more than a dozen words in a row stay.
  std::string changed = kFlood + "\n\n" + kSchools;
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"two metres", "almost seven feet"},
                                 {"on Tuesday night", "overnight"},
                                 {"had left", "forgot to close"},
                                 {"will stay closed", "remain shut"},
                                 {"have been stranded since", "got stuck before"},
                                 {"forty houses", "40 cottages"},
                                 {"and the road", "while anybody driving"},
                                 {"between the sawmill and", "behind a sawmill next to"}}) {
    const auto at = changed.find(from);
    ASSERT_NE(at, changed.npos) << from;
    changed.replace(at, from.size(), to);
  }
  const auto finding = find(article("a", "Vale Press", kFlood + "\n\n" + kSchools, "2024-05-02"),
                            article("b", "Weir Post", changed, "2024-05-04"));
  ASSERT_TRUE(finding);
  EXPECT_EQ(finding->kind, CopyKind::rewrite);
}

// No run of five words in common.
const std::string kRetold =
    "Forty houses stand in water at Hollin because masons left a hole in a wall above its mill, according to "
    "the "
    "engineer, Ada Holt. The Brack had risen two metres by Tuesday night, she told Vale Press. Schools are "
    "closed "
    "until Friday; lorries were stranded on the road towards Weirham, by the chapel and a sawmill.";

TEST(FindCopy, WhatIsRetoldCountsWhereItIsCreditedOrSoonerThanAnybodyCanWrite) {
  const Record original = article("a", "Vale Press", kFlood + "\n\n" + kSchools, "2024-05-02T10:00:00Z");
  const auto credited = find(original, article("b", "Weir Post", kRetold, "2024-05-04T10:00:00Z"));
  ASSERT_TRUE(credited);
  EXPECT_EQ(credited->kind, CopyKind::rewrite);
  EXPECT_THAT(credited->why, HasSubstr("credits Vale Press"));
  std::string silent = kRetold;
  silent.replace(silent.find("Vale Press"), 10, "people");
  EXPECT_FALSE(find(original, article("b", "Weir Post", silent, "2024-05-04T10:00:00Z")));
  EXPECT_TRUE(find(original, article("b", "Weir Post", silent, "2024-05-02T15:00:00Z")));
}

TEST(FindCopy, OneAffairIsNotOneText) {
  EXPECT_FALSE(find(article("a", "Vale Press", kFlood + "\n\n" + kQuote, "2024-05-02"),
                    article("b", "Weir Post", kSchools + "\n\n" + kOther, "2024-05-02")));
  EXPECT_FALSE(find_copy(CopyText{}, CopyText{}));
}

// The agency's report, a paper's rewrite of it, a reprint of the rewrite.
std::vector<Record> family() {
  std::string rewrite = "Hollin woke up under water. " + kRetold + "\n\n" + kOther;
  Record agency = article("c", "Vale Press", kFlood + "\n\n" + kSchools, "2024-05-02T10:00:00Z");
  Record paper = article("a", "Weir Post", rewrite, "2024-05-02T12:00:00Z");
  Record reprint = article("b", "Brack Echo", rewrite, "2024-05-03T12:00:00Z");
  for (Record* record : {&agency, &paper, &reprint}) {
    add_person(*record, "Ada Holt");
    add_person(*record, "Hollin");
    for (std::uint32_t e = 0; e < 2; ++e) {
      EntityMention mention;
      mention.entity = e;
      mention.form = MentionForm::name;
      mention.span = span_of(record->document.text, record->entities[e].name);
      record->mentions.push_back(mention);
    }
  }
  return {agency, paper, reprint};
}

std::vector<Copy> copies_in(const std::vector<Record>& records) {
  MemoryStore store;
  for (const Record& record : records) add_record(store, record);
  return copies_of(store, store.group_of(ItemKind::text, {"a", 0}));
}

TEST(CopiesOf, AReprintOfARewriteIsUnderTheRewriteInAnyOrder) {
  std::vector<Record> records = family();
  std::mt19937 random(1);
  for (int round = 0; round < 6; ++round) {
    const auto copies = copies_in(records);
    ASSERT_EQ(copies.size(), 2u);
    EXPECT_EQ(copies[0].document, "a");
    EXPECT_EQ(copies[0].of, "c");
    EXPECT_EQ(copies[0].kind, CopyKind::rewrite);
    EXPECT_EQ(copies[1].document, "b");
    EXPECT_EQ(copies[1].of, "a");
    EXPECT_EQ(copies[1].kind, CopyKind::reprint);
    std::shuffle(records.begin(), records.end(), random);
  }
}

TEST(CopiesOf, AmongSomeDocumentsOnly) {
  MemoryStore store;
  for (const Record& record : family()) add_record(store, record);
  EXPECT_EQ(copies_among(store, {"a", "b", "c"}).size(), 2u);
  const auto two = copies_among(store, {"a", "b"});
  ASSERT_EQ(two.size(), 1u);
  EXPECT_EQ(two[0].of, "a");
  EXPECT_TRUE(copies_among(store, {"b", "c", "unknown"}).empty());
  remove_record(store, "a");
  EXPECT_EQ(copies_among(store, {"b", "c"}).size(), 1u);
}

}  // namespace
}  // namespace sayso::claims
