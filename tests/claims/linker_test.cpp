#include "claims/linker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "claims/memory_store.h"

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr ItemKind kKind = ItemKind::statement;

// Payloads are words; items that share a letter are candidates, those that share two are linked.
Item item(const std::string& document, std::uint32_t number, const std::string& letters) {
  Item made{{document, number}, letters, {}};
  for (const char letter : letters) made.keys.push_back(static_cast<std::uint64_t>(letter));
  std::sort(made.keys.begin(), made.keys.end());
  made.keys.erase(std::unique(made.keys.begin(), made.keys.end()), made.keys.end());
  return made;
}

std::optional<Verdict> judge(const Item& a, const Item& b) {
  EXPECT_LT(a.id, b.id);
  std::vector<std::uint64_t> shared;
  std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(),
                        std::back_inserter(shared));
  if (shared.size() < 2) return std::nullopt;
  return Verdict{static_cast<double>(shared.size()), std::to_string(shared.size()) + " letters"};
}

class LinkerTest : public ::testing::Test {
 protected:
  Change remove(const std::string& document) {
    const Departure departure = linker.leave(document);
    store.remove_document(document);
    return linker.settle(departure);
  }

  MemoryStore store;
  Corrections corrections;
  Linker linker{store, kKind, judge, {}, corrections};
};

TEST_F(LinkerTest, LinksWhatTheJudgeAcceptsWithTheReason) {
  linker.add({item("a", 0, "rain")});
  const Change change = linker.add({item("b", 0, "rail"), item("b", 1, "mud")});
  EXPECT_THAT(change.groups, ElementsAre(ItemId{"a", 0}, ItemId{"b", 1}));
  EXPECT_THAT(change.gone, IsEmpty());
  EXPECT_THAT(store.members(kKind, {"a", 0}), ElementsAre(ItemId{"a", 0}, ItemId{"b", 0}));
  ASSERT_EQ(store.links_of(kKind, {"a", 0}).size(), 1u);
  EXPECT_EQ(store.links_of(kKind, {"a", 0})[0].why, "3 letters");
}

TEST_F(LinkerTest, LinksWithinADocument) {
  linker.add({item("a", 0, "rain"), item("a", 1, "rail")});
  EXPECT_THAT(store.members(kKind, {"a", 0}), ElementsAre(ItemId{"a", 0}, ItemId{"a", 1}));
}

TEST_F(LinkerTest, AnItemThatJoinsTwoGroupsReportsTheOneThatIsGone) {
  linker.add({item("a", 0, "abc")});
  linker.add({item("c", 0, "xyz")});
  const Change change = linker.add({item("b", 0, "abxy")});
  EXPECT_THAT(change.groups, ElementsAre(ItemId{"a", 0}));
  EXPECT_THAT(change.gone, ElementsAre(ItemId{"c", 0}));
}

TEST_F(LinkerTest, AGroupFallsApartWhenItsBridgeGoes) {
  linker.add({item("a", 0, "abxy")});
  linker.add({item("b", 0, "abc")});
  linker.add({item("c", 0, "xyz")});
  const Change change = remove("a");
  EXPECT_THAT(change.groups, ElementsAre(ItemId{"b", 0}, ItemId{"c", 0}));
  EXPECT_THAT(change.gone, ElementsAre(ItemId{"a", 0}));
  EXPECT_THAT(store.members(kKind, {"c", 0}), ElementsAre(ItemId{"c", 0}));
}

TEST_F(LinkerTest, AGroupThatLosesItsLastItemReportsItself) {
  linker.add({item("a", 0, "abc")});
  linker.add({item("b", 0, "abd")});
  EXPECT_THAT(remove("b").groups, ElementsAre(ItemId{"a", 0}));
  const Change last = remove("a");
  EXPECT_THAT(last.groups, IsEmpty());
  EXPECT_THAT(last.gone, ElementsAre(ItemId{"a", 0}));
}

TEST_F(LinkerTest, CorrectionsTakeEffectWhenRegroupedAndCanBeUndone) {
  linker.add({item("a", 0, "abc")});
  linker.add({item("b", 0, "abd")});
  linker.add({item("c", 0, "xyz")});
  corrections.add_apart({"a", 0}, {"b", 0});
  corrections.add_same({"b", 0}, {"c", 0});
  corrections.add_same({"b", 0}, {"never added", 0});
  const std::vector<ItemId> concerned{{"a", 0}, {"b", 0}, {"c", 0}};
  EXPECT_THAT(linker.regroup(concerned).groups, ElementsAre(ItemId{"a", 0}, ItemId{"b", 0}));
  EXPECT_THAT(store.members(kKind, {"b", 0}), ElementsAre(ItemId{"b", 0}, ItemId{"c", 0}));

  corrections.remove_apart({"a", 0}, {"b", 0});
  corrections.remove_same({"b", 0}, {"c", 0});
  linker.regroup(concerned);
  EXPECT_THAT(store.members(kKind, {"a", 0}), ElementsAre(ItemId{"a", 0}, ItemId{"b", 0}));
  EXPECT_THAT(store.members(kKind, {"c", 0}), ElementsAre(ItemId{"c", 0}));
}

TEST_F(LinkerTest, ACorrectionWaitsForItsDocument) {
  corrections.add_same({"a", 0}, {"b", 0});
  linker.add({item("b", 0, "xyz")});
  linker.add({item("a", 0, "abc")});
  EXPECT_THAT(store.members(kKind, {"a", 0}), ElementsAre(ItemId{"a", 0}, ItemId{"b", 0}));
  remove("a");
  EXPECT_THAT(store.members(kKind, {"b", 0}), ElementsAre(ItemId{"b", 0}));
}

TEST(Representatives, HoldTogetherWhatManyShare) {
  MemoryStore store;
  const Corrections corrections;
  Linker linker(store, kKind, judge, {.representatives = 3}, corrections);
  for (int i = 0; i < 40; ++i) linker.add({item("d" + std::to_string(i), 0, "ab")});
  std::size_t ends = 0;
  for (const ItemId& id : store.ids(kKind)) ends += store.links_of(kKind, id).size();
  EXPECT_EQ(ends / 2, 3u * 37u + 3u);  // three with all others, and among themselves
  EXPECT_EQ(store.groups(kKind).size(), 1u);
}

TEST(Representatives, AreCandidatesAndHaveAllAsCandidates) {
  MemoryStore store;
  for (int i = 0; i < 20; ++i) store.put(kKind, item("d" + std::to_string(i), 0, "a"));
  const std::vector<ItemId> drawn = store.holders(kKind, 'a', 4);
  ASSERT_EQ(drawn.size(), 4u);
  EXPECT_EQ(find_candidates(store, kKind, *store.get(kKind, drawn[3]), 4).items.size(), 19u);
  const ItemId other = store.holders(kKind, 'a', 0).back();
  EXPECT_EQ(find_candidates(store, kKind, *store.get(kKind, other), 4).items,
            std::set<ItemId>(drawn.begin(), drawn.end()));
}

// Every history of additions and removals ends in the groups that a fresh store has.
class Histories : public ::testing::TestWithParam<GroupRule> {};

using Documents = std::map<std::string, std::vector<Item>>;

Documents random_documents(std::mt19937& random) {
  Documents documents;
  for (char name = 'a'; name <= 'n'; ++name) {
    const std::string document{name};
    for (std::uint32_t number = 0; number < 1 + random() % 3; ++number) {
      std::string letters;
      for (int i = 0; i < 3; ++i) letters += static_cast<char>('p' + random() % 10);
      documents[document].push_back(item(document, number, letters));
    }
  }
  return documents;
}

Corrections random_corrections(std::mt19937& random, const Documents& documents) {
  std::vector<ItemId> ids;
  for (const auto& [document, items] : documents) {
    for (const Item& i : items) ids.push_back(i.id);
  }
  Corrections corrections;
  const auto any = [&] { return ids[random() % ids.size()]; };
  for (int i = 0; i < 3; ++i) corrections.add_same(any(), any());
  for (int i = 0; i < 6; ++i) corrections.add_apart(any(), any());
  return corrections;
}

std::map<ItemId, ItemId> groups_of(MemoryStore& store) {
  std::map<ItemId, ItemId> groups;
  for (const ItemId& id : store.ids(kKind)) groups[id] = store.group_of(kKind, id);
  return groups;
}

std::set<std::pair<ItemId, ItemId>> links_of(MemoryStore& store) {
  std::set<std::pair<ItemId, ItemId>> links;
  for (const ItemId& id : store.ids(kKind)) {
    for (const ItemLink& link : store.links_of(kKind, id)) links.emplace(link.a, link.b);
  }
  return links;
}

TEST_P(Histories, EndInTheSameGroups) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const Documents documents = random_documents(random);
    const Corrections corrections = random_corrections(random, documents);
    MemoryStore fresh;
    Linker in_order(fresh, kKind, judge, GetParam(), corrections);
    for (const auto& [document, items] : documents) in_order.add(items);

    std::vector<std::string> order;
    for (const auto& [document, items] : documents) order.push_back(document);
    std::shuffle(order.begin(), order.end(), random);
    MemoryStore worn;
    Linker shuffled(worn, kKind, judge, GetParam(), corrections);
    // What the changes say must be all that one needs to follow the groups.
    std::map<ItemId, std::vector<ItemId>> followed;
    const auto follow = [&](const Change& change) {
      for (const ItemId& group : change.gone) followed.erase(group);
      for (const ItemId& group : change.groups) followed[group] = worn.members(kKind, group);
    };
    std::set<std::string> there;
    for (std::size_t step = 0; step < 3 * order.size() || there.size() < order.size(); ++step) {
      const std::string& document =
          order[step < 2 * order.size() ? random() % order.size() : step % order.size()];
      if (step < 2 * order.size() && there.erase(document)) {
        const Departure departure = shuffled.leave(document);
        worn.remove_document(document);
        follow(shuffled.settle(departure));
      } else if (there.insert(document).second) {
        follow(shuffled.add(documents.at(document)));
      }
    }
    EXPECT_TRUE(links_of(worn) == links_of(fresh));
    EXPECT_TRUE(groups_of(worn) == groups_of(fresh));
    std::map<ItemId, std::vector<ItemId>> actual;
    for (const ItemId& group : worn.groups(kKind)) actual[group] = worn.members(kKind, group);
    EXPECT_TRUE(followed == actual);
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, Histories,
                         ::testing::Values(GroupRule{}, GroupRule{.representatives = 2},
                                           GroupRule{.by_density = true},
                                           GroupRule{.by_density = true, .representatives = 3}));

}  // namespace
}  // namespace sayso::claims
