#include "claims/density_grouping.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "claims/memory_store.h"

namespace sayso::claims {
namespace {

constexpr ItemKind kKind = ItemKind::statement;

ItemId id(const std::string& name) {
  return {name, 0};
}

class DensityGroupingTest : public testing::Test {
 protected:
  void put(const std::string& letters) {
    for (const char letter : letters) store_.put(kKind, {id({letter}), "", {}});
  }
  void link(const std::string& a, const std::string& b, double score) {
    store_.put_link(kKind, {id(a), id(b), score, ""});
  }
  // "ab c": the groups, each in the order of its ids.
  std::string update(const std::string& letters) {
    std::set<ItemId> changed;
    for (const char letter : letters) changed.insert(id({letter}));
    DensityGrouping grouping(store_, kKind, corrections_, least_density_);
    grouping.update(changed);
    std::set<std::string> groups;
    for (const ItemId& group : store_.groups(kKind)) {
      std::string names;
      for (const ItemId& member : store_.members(kKind, group)) names += member.document;
      groups.insert(names);
    }
    std::string text;
    for (const std::string& names : groups) text += (text.empty() ? "" : " ") + names;
    return text;
  }

  MemoryStore store_;
  Corrections corrections_;
  double least_density_ = 0;
};

TEST_F(DensityGroupingTest, AnItemWithoutLinksIsAGroup) {
  put("ab");
  EXPECT_EQ(update("ab"), "a b");
}

TEST_F(DensityGroupingTest, EverybodyInAGroupIsLinkedWithItsRoot) {
  put("abcd");
  link("a", "b", 0.9);
  link("b", "c", 0.8);
  link("c", "d", 0.7);
  EXPECT_EQ(update("abcd"), "abc d");  // d hangs on c alone
  EXPECT_EQ(store_.group_of(kKind, id("a")), id("b"));
}

TEST_F(DensityGroupingTest, BetweenTwoMiddlesTheSurerLinkDecides) {
  put("abcxyz");
  for (const char* other : {"b", "c"}) link("a", other, 0.9);
  for (const char* other : {"y", "z"}) link("x", other, 0.9);
  put("m");
  link("a", "m", 0.4);
  link("m", "x", 0.5);
  EXPECT_EQ(update("abcxyzm"), "abc mxyz");
}

TEST_F(DensityGroupingTest, ANewMiddleDrawsItsNeighboursOver) {
  put("abc");
  link("a", "b", 0.5);
  EXPECT_EQ(update("abc"), "ab c");
  put("defg");
  for (const char* other : {"d", "e", "f"}) link(other, "g", 0.9);
  link("b", "g", 0.6);
  EXPECT_EQ(update("bdefg"), "a bdefg c");  // a is not linked with g
}

TEST_F(DensityGroupingTest, AWeakLinkAloneMakesNoGroup) {
  least_density_ = 0.2;
  put("abc");
  link("a", "b", 0.4);
  EXPECT_EQ(update("abc"), "a b c");
  link("b", "c", 0.3);
  EXPECT_EQ(update("bc"), "abc");
  store_.remove_link(kKind, id("b"), id("c"));
  EXPECT_EQ(update("bc"), "a b c");
}

TEST_F(DensityGroupingTest, APersonsWordIsKept) {
  put("abcd");
  link("a", "b", 0.9);
  link("b", "c", 0.8);
  corrections_.add_apart(id("a"), id("b"));
  corrections_.add_same(id("c"), id("d"));
  EXPECT_EQ(update("abcd"), "a bcd");
  corrections_.add_apart(id("b"), id("d"));
  EXPECT_EQ(update("abcd"), "a bc d");
  corrections_.remove_apart(id("a"), id("b"));
  corrections_.remove_apart(id("b"), id("d"));
  corrections_.remove_same(id("c"), id("d"));
  EXPECT_EQ(update("abcd"), "abc d");
}

// The definition, over everything at once.
std::map<ItemId, ItemId> plain_roots(MemoryStore& store, double least_density) {
  struct Node {
    double density = 0;
    std::map<ItemId, double> links;
  };
  std::map<ItemId, Node> nodes;
  for (const ItemId& item : store.ids(kKind)) {
    for (const Neighbour& other : store.neighbours(kKind, item)) {
      nodes[item].links[other.id] = other.score;
      nodes[item].density += other.score * other.score;
    }
  }
  std::vector<ItemId> order = store.ids(kKind);
  std::ranges::stable_sort(order, std::greater(), [&](const ItemId& item) { return nodes[item].density; });
  std::map<ItemId, ItemId> roots;
  for (const ItemId& item : order) {
    std::vector<std::pair<double, ItemId>> uphill;
    for (const auto& [other, score] : nodes[item].links) {
      if (roots.contains(other)) uphill.emplace_back(score, other);
    }
    std::ranges::stable_sort(uphill, std::greater(), &std::pair<double, ItemId>::first);
    roots[item] = item;
    for (const auto& [score, other] : uphill) {
      if (!nodes[item].links.contains(roots[other])) continue;
      if (nodes[roots[other]].density < least_density) continue;
      roots[item] = roots[other];
      break;
    }
  }
  return roots;
}

TEST_F(DensityGroupingTest, AfterEveryChangeTheGroupsAreThoseOfTheDefinition) {
  std::mt19937 random(5);
  least_density_ = 0.9;
  const std::string letters = "abcdefghijklmnopqrst";
  put(letters);
  for (int step = 0; step < 400; ++step) {
    std::string changed;
    for (unsigned links = 1 + random() % 3; links > 0; --links) {
      std::string a{letters[random() % letters.size()]}, b{letters[random() % letters.size()]};
      if (a == b) continue;
      if (b < a) std::swap(a, b);
      if (random() % 3 == 0) {
        store_.remove_link(kKind, id(a), id(b));
      } else {
        link(a, b, static_cast<double>(1 + random() % 8) / 8);
      }
      changed += a + b;
    }
    update(changed);
    for (const auto& [item, root] : plain_roots(store_, least_density_)) {
      ASSERT_EQ(store_.group_of(kKind, item), root) << item.document << " after step " << step;
    }
  }
}

}  // namespace
}  // namespace sayso::claims
