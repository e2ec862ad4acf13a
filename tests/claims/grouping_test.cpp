#include "claims/grouping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;

ItemId id(const std::string& document, std::uint32_t number = 0) {
  return {document, number};
}

ItemLink link(const std::string& a, const std::string& b, double score) {
  return {id(a), id(b), score, ""};
}

std::vector<ItemId> items(const std::string& letters) {
  std::vector<ItemId> ids;
  for (const char letter : letters) ids.push_back(id({letter}));
  return ids;
}

// "ab c": the groups' documents.
std::string shown(const std::vector<std::vector<ItemId>>& groups) {
  std::string text;
  for (const auto& group : groups) {
    if (!text.empty()) text += ' ';
    for (const ItemId& member : group) text += member.document.text();
  }
  return text;
}

TEST(Grouping, AGroupIsAConnectedComponent) {
  EXPECT_EQ(shown(group_items(items("abcde"), {link("a", "b", 0.5), link("b", "d", 0.9)}, {})), "abd c e");
  EXPECT_EQ(shown(group_items({}, {}, {})), "");
}

TEST(Grouping, ALinkToAnUnknownItemIsLeftAside) {
  EXPECT_EQ(shown(group_items(items("ab"), {link("a", "x", 0.5), link("b", "x", 0.5)}, {})), "a b");
}

TEST(Grouping, SurerLinksComeFirstWhereAPersonKeepsItemsApart) {
  Corrections corrections;
  corrections.add_apart(id("a"), id("c"));
  EXPECT_EQ(shown(group_items(items("abc"), {link("a", "b", 0.5), link("b", "c", 0.6)}, corrections)),
            "a bc");
  EXPECT_EQ(shown(group_items(items("abc"), {link("a", "b", 0.7), link("b", "c", 0.6)}, corrections)),
            "ab c");
  // Of two that are equally sure, the one between smaller ids.
  EXPECT_EQ(shown(group_items(items("abc"), {link("b", "c", 0.6), link("a", "b", 0.6)}, corrections)),
            "ab c");
  corrections.remove_apart(id("c"), id("a"));
  EXPECT_EQ(shown(group_items(items("abc"), {link("a", "b", 0.5), link("b", "c", 0.6)}, corrections)), "abc");
}

TEST(Grouping, SaidToBeTheSameNeedsNoLink) {
  Corrections corrections;
  corrections.add_same(id("a"), id("c"));
  EXPECT_EQ(shown(group_items(items("abc"), {}, corrections)), "ac b");
  corrections.add_apart(id("a"), id("c"));
  EXPECT_EQ(shown(group_items(items("abc"), {}, corrections)), "a b c");
  corrections.remove_same(id("a"), id("c"));
  corrections.remove_apart(id("a"), id("c"));
  EXPECT_EQ(shown(group_items(items("abc"), {}, corrections)), "a b c");
}

TEST(Grouping, TheOrderOfLinksDoesNotMatter) {
  std::mt19937 random(7);
  const std::vector<ItemId> ids = items("abcdefghijkl");
  for (int round = 0; round < 200; ++round) {
    std::vector<ItemLink> links;
    Corrections corrections;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      for (std::size_t j = i + 1; j < ids.size(); ++j) {
        if (random() % 4 == 0) links.push_back({ids[i], ids[j], double(random() % 5) / 5, ""});
        if (random() % 20 == 0) corrections.add_apart(ids[i], ids[j]);
        if (random() % 40 == 0) corrections.add_same(ids[i], ids[j]);
      }
    }
    const auto groups = group_items(ids, links, corrections);
    std::shuffle(links.begin(), links.end(), random);
    EXPECT_EQ(shown(group_items(ids, links, corrections)), shown(groups));
    for (const auto& group : groups) {
      for (const ItemId& a : group) {
        for (const ItemId& b : group) EXPECT_FALSE(corrections.apart_from(a).contains(b));
      }
    }
  }
}

}  // namespace
}  // namespace sayso::claims
