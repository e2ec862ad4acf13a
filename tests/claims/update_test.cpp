#include "claims/update.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "claims/claims.h"
#include "claims/hand_made_record.h"
#include "claims/memory_store.h"

namespace sayso::claims {
namespace {

using ::testing::UnorderedElementsAre;

Record said(const std::string& id, const std::string& outlet, const std::string& who, const std::string& what,
            const std::string& published) {
  Record record = record_of(id, outlet, who + " said the " + what + " near Hollin.", published);
  Attribution& a = add_attribution(record, who, "said", {"the " + what + " near Hollin"});
  if (what.find("never") != std::string::npos) a.commitment = Commitment::certain_minus;
  return record;
}

// Two claims: a dam that leaks, which somebody denies and takes back; and a road.
std::vector<Record> affair() {
  return {said("a", "Vale Press", "Ada Holt", "dam leaked badly", "2024-05-01T08:00:00Z"),
          said("b", "Weir Blog", "Ada Holt", "dam leaked badly", "2024-05-02"),
          said("c", "Brack Echo", "Paul Brack", "dam never leaked", "2024-05-03"),
          said("d", "Brack Echo", "Paul Brack", "dam leaked badly", "2024-05-05"),
          said("e", "Vale Press", "Una Dale", "road school opened yesterday", "2024-05-05")};
}

std::map<std::string, std::size_t> claims_in(MemoryStore& store) {
  std::map<std::string, std::size_t> claims;
  for (const ItemId& group : store.groups(ItemKind::statement)) {
    const auto claim = build_claim(store, group);
    if (claim) claims[claim->id] = claim->statements.size();
  }
  return claims;
}

TEST(Update, AClaimOfFourStatementsAndTwoOrigins) {
  MemoryStore store;
  for (const Record& record : affair()) add_record(store, record);
  const auto claim = build_claim(store, store.group_of(ItemKind::statement, {"a", 0}));
  ASSERT_TRUE(claim);
  EXPECT_EQ(claim->text, "the dam leaked badly near Hollin");
  EXPECT_EQ(claim->statements.size(), 4u);
  EXPECT_EQ(claim->independent_origins, 2u);
  EXPECT_EQ(claim->status, ClaimStatus::affirmed);
  EXPECT_EQ(claim->first, "2024-05-01");
  EXPECT_EQ(claim->last, "2024-05-05");
  ASSERT_EQ(claim->positions.size(), 2u);
  EXPECT_EQ(claim->positions[0].entity, "Paul Brack");
  EXPECT_EQ(claim->positions[0].polarity, Polarity::deny);
  EXPECT_EQ(claim->positions[1].polarity, Polarity::affirm);
}

TEST(Update, StatusIsThatOfLastWords) {
  MemoryStore store;
  const auto records = affair();
  const auto status = [&] {
    return build_claim(store, store.group_of(ItemKind::statement, {"a", 0}))->status;
  };
  add_record(store, records[0]);
  EXPECT_EQ(status(), ClaimStatus::affirmed);
  add_record(store, records[2]);
  EXPECT_EQ(status(), ClaimStatus::contested);
  add_record(store, said("f", "Vale Press", "Ada Holt", "dam never leaked", "2024-05-09"));
  EXPECT_EQ(status(), ClaimStatus::retracted);
}

TEST(Update, TheOrderAndDetoursDoNotShow) {
  std::vector<Record> records = affair();
  MemoryStore fresh;
  for (const Record& record : records) add_record(fresh, record);
  const auto expected = claims_in(fresh);
  EXPECT_EQ(expected.size(), 2u);
  std::mt19937 random(3);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(records.begin(), records.end(), random);
    MemoryStore store;
    for (const Record& record : records) add_record(store, record);
    remove_record(store, records.front().id);
    add_record(store, records.front());
    EXPECT_EQ(claims_in(store), expected);
  }
}

TEST(Update, TouchedClaimsAreThoseThatChanged) {
  MemoryStore store;
  const auto records = affair();
  for (const Record& record : records) add_record(store, record);
  const Changes left = remove_record(store, "c");
  EXPECT_THAT(claims_touched(store, left), UnorderedElementsAre(ItemId{"a", 0}));
  const Changes gone = remove_record(store, "e");
  EXPECT_THAT(claims_touched(store, gone), UnorderedElementsAre(ItemId{"e", 0}));
  EXPECT_FALSE(build_claim(store, {"e", 0}));
}

TEST(Update, APersonsWordSplitsAndJoinsClaims) {
  MemoryStore store;
  AllCorrections corrections;
  corrections.statements.add_apart({"a", 0}, {"d", 0});
  corrections.statements.add_same({"a", 0}, {"e", 0});
  for (const Record& record : affair()) add_record(store, record, corrections);
  EXPECT_NE(store.group_of(ItemKind::statement, {"a", 0}), store.group_of(ItemKind::statement, {"d", 0}));
  EXPECT_EQ(store.group_of(ItemKind::statement, {"a", 0}), store.group_of(ItemKind::statement, {"e", 0}));
}

}  // namespace
}  // namespace sayso::claims
