#include "claims/copies_keys.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "claims/hand_made_record.h"

namespace sayso::claims {
namespace {

std::string filler(char letter, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += std::string(1, letter) + "word" + std::to_string(i) + " ";
  return text;
}

CopyText text_of(const std::string& words, const std::string& published = "2024-05-02") {
  return make_copy_text(record_of("a", "Vale Press", words, published));
}

std::size_t shared_keys(const CopyText& a, const CopyText& b) {
  const auto x = keys_of(a), y = keys_of(b);
  std::vector<std::uint64_t> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return both.size();
}

TEST(CopyKeys, TwentyThreeWordsInARowAreFoundWhereverTheyStand) {
  const std::string passage = filler('p', 23);
  for (int before = 0; before < 40; ++before) {
    EXPECT_GE(shared_keys(text_of(filler('x', 30) + passage + filler('z', 30)),
                          text_of(filler('y', before) + passage + filler('q', 50))),
              1u)
        << before;
  }
}

TEST(CopyKeys, SevenWordsAreNot) {
  EXPECT_EQ(shared_keys(text_of(filler('x', 30) + filler('p', 7)), text_of(filler('p', 7) + filler('y', 30))),
            0u);
}

TEST(CopyKeys, QuotationsAreNot) {
  const std::string quote = "“" + filler('p', 40) + "” ";
  EXPECT_EQ(shared_keys(text_of(filler('x', 30) + quote), text_of(quote + filler('y', 30))), 0u);
}

// Boilerplate makes neighbours of a fortnight's articles and of no others.
TEST(CopyKeys, PassagesMeetWithinAFortnightWholeTextsAlways) {
  const std::string passage = filler('p', 200);
  const std::string one = filler('x', 30) + passage, other = passage + filler('y', 30);
  const std::size_t same_day = shared_keys(text_of(one), text_of(other));
  const std::size_t next_day = shared_keys(text_of(one), text_of(other, "2024-05-03"));
  EXPECT_GT(next_day, same_day / 2);
  EXPECT_LE(next_day, same_day);
  EXPECT_EQ(shared_keys(text_of(one), text_of(other, "2024-05-16")), 0u);
  EXPECT_EQ(shared_keys(text_of(one), text_of(one, "2021-01-01")), 1u);
}

TEST(CopyKeys, TwoNamesInCommonWithinDays) {
  CopyText a = text_of(filler('x', 30)), b = text_of(filler('y', 30), "2024-05-04");
  a.names = {"holt", "hollin", "brack"};
  b.names = {"hollin", "dale", "holt"};
  EXPECT_GE(shared_keys(a, b), 1u);
  b.names = {"hollin", "dale"};
  EXPECT_EQ(shared_keys(a, b), 0u);
  b.names = a.names;
  b.published = "2024-06-04";
  EXPECT_EQ(shared_keys(a, b), 0u);
}

TEST(CopyKeys, AreBoundedAndSorted) {
  const auto keys = keys_of(text_of(filler('x', 6000)));
  EXPECT_LE(keys.size(), 340u);
  EXPECT_GE(keys.size(), 200u);
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
  EXPECT_TRUE(keys_of(CopyText{}).empty());
}

}  // namespace
}  // namespace sayso::claims
