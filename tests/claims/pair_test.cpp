#include "claims/pair.h"

#include <gtest/gtest.h>

#include "claims/hand_made_statement.h"

namespace sayso::claims {
namespace {

Item item(const Statement& s, const std::string& document) {
  return {{document, 0}, encode(s), {}};
}

Statement meaning(Statement s, const std::vector<float>& vector) {
  s.meaning = to_bytes(vector);
  return s;
}

TEST(Pairs, MoreInCommonIsMoreLikelyTheSame) {
  const Statement dam = meaning(saying("The dam at Hollin leaks two litres a minute"), {1, 0.2F, 0});
  const Statement again = meaning(saying("Two litres leak from the dam each minute"), {1, 0, 0.2F});
  const Statement other = meaning(saying("The council meets on Monday"), {0, 1, 0});
  EXPECT_GT(probability_of(likeness_of(dam, again)), 0.5);
  EXPECT_LT(probability_of(likeness_of(dam, other)), kLeastProbability);
  EXPECT_EQ(probability_of(likeness_of(dam, again)), probability_of(likeness_of(again, dam)));
}

TEST(Pairs, TheSameWordsAreThePairsSurest) {
  Statement a = saying("The dam leaks"), b = a;
  b.names = {"elsewhere"};
  EXPECT_GE(probability_of(likeness_of(a, b)), 0.95);
}

TEST(Pairs, DenialsAreAboutTheSame) {
  EXPECT_TRUE(
      judge_statements(item(saying("The dam leaks badly"), "a"), item(saying("The dam does not leak"), "b")));
}

TEST(Pairs, OfYearsApartAreNotLinkedAndSaySo) {
  const Statement a = saying("The dam leaks", "2020-01-01"),
                  b = saying("The dam leaks", "2024-01-01T10:00:00Z");
  EXPECT_FALSE(judge_statements(item(a, "a"), item(b, "b")));
  EXPECT_NE(explain(a, b).find("too far from each other"), std::string::npos);
}

TEST(Pairs, ExplanationsNameTheReasons) {
  const std::string why = explain(saying("The dam leaks badly"), saying("Engineers saw the dam leaking"));
  EXPECT_NE(why.find("dam, leak"), std::string::npos) << why;
  EXPECT_EQ(explain(saying("The dam leaks"), saying("The council meets on Monday")).rfind("kept apart: ", 0),
            0u);
}

TEST(Pairs, BrokenPayloadsAreNoPair) {
  EXPECT_FALSE(judge_statements({{"a", 0}, "nonsense", {}}, item(saying("The dam leaks"), "b")));
}

}  // namespace
}  // namespace sayso::claims
