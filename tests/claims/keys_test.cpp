#include "claims/keys.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "claims/hand_made_statement.h"

namespace sayso::claims {
namespace {

bool meet(const Statement& a, const Statement& b) {
  const auto x = keys_of(a), y = keys_of(b);
  std::vector<std::uint64_t> shared;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
  return !shared.empty();
}

TEST(Keys, ARareNameMeetsWithAWordWithinAYear) {
  const Statement leak = saying("The dam leaks", "2024-05-02");
  EXPECT_TRUE(meet(leak, saying("Nobody built that dam", "2025-04-20T08:00:00Z")));
  EXPECT_FALSE(meet(leak, saying("Nobody built that dam", "2028-05-02")));
  Statement elsewhere = saying("Nobody built that dam", "2024-05-02");
  elsewhere.names = {"brack"};
  EXPECT_FALSE(meet(leak, elsewhere));
}

TEST(Keys, ARareNameMeetsAloneWithinAMonth) {
  const Statement leak = saying("The dam leaks", "2024-05-02");
  EXPECT_TRUE(meet(leak, saying("Water came out", "2024-05-20")));
  EXPECT_FALSE(meet(leak, saying("Water came out", "2024-09-20")));
}

TEST(Keys, ARareNameMeetsWithAFigure) {
  const auto spilt = [](const std::string& quote) {
    Statement s = saying(quote, "2024-05-02");
    s.figures = {{4000, "litre", Bound::exact}};
    return s;
  };
  EXPECT_TRUE(meet(spilt("Four thousand came out"), spilt("It was ten times as many")));
}

TEST(Keys, ACommonNameMeetsWithARareWordWithinAMonth) {
  const auto about_the_senate = [](const std::string& quote, const std::string& published) {
    Statement s = saying(quote, published);
    s.names.clear();
    s.common_names = {"senate"};
    return s;
  };
  const Statement dredging = about_the_senate("They vote on dredging", "2024-05-02");
  EXPECT_TRUE(meet(dredging, about_the_senate("A talk of dredging", "2024-05-20")));
  EXPECT_FALSE(
      meet(dredging, about_the_senate("They vote on water", "2024-05-02")));  // much of the news votes
  EXPECT_FALSE(meet(dredging, about_the_senate("A talk of dredging", "2024-09-20")));
}

TEST(Keys, AreFewHoweverLongTheStatement) {
  std::string quote;
  for (char c = 'a'; c <= 'z'; ++c) quote += std::string("word") + c + "word ";
  Statement s = saying(quote);
  s.names.clear();
  for (char c = 'a'; c <= 'z'; ++c) s.names.push_back(std::string("name") + c);
  EXPECT_LT(keys_of(s).size(), 60u);
}

TEST(Keys, TheSameWordsMeetAlways) {
  Statement a = saying("The dam leaks", "2001-01-01"), b = saying("The dam leaks", "2024-05-02");
  b.names = {"brack"};
  EXPECT_TRUE(meet(a, b));
}

TEST(Keys, AreSortedAndEachOnce) {
  const auto keys = keys_of(saying("The dam leaks"));
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  EXPECT_EQ(keys, keys_of(saying("The dam leaks")));
}

}  // namespace
}  // namespace sayso::claims
