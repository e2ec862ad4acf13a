#include "claims/memory_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr ItemKind kKind = ItemKind::statement;

Item item(const std::string& document, std::uint32_t number, const std::string& payload,
          const std::vector<std::uint64_t>& keys) {
  return {{document, number}, payload, keys};
}

std::vector<ItemId> holders(MemoryStore& store, std::uint64_t key, std::size_t limit = 0) {
  return store.holders(kKind, key, limit);
}

TEST(MemoryStore, FindsItemsByKeysInTheOrderOfTheirLots) {
  MemoryStore store;
  store.put(kKind, item("b", 0, "B", {1, 2}));
  store.put(kKind, item("a", 1, "A", {2, 3}));
  store.put(ItemKind::text, item("a", 1, "T", {2}));
  std::vector<ItemId> both{{"a", 1}, {"b", 0}};
  std::ranges::sort(both, {}, lot_of);
  EXPECT_EQ(holders(store, 2), both);
  EXPECT_THAT(holders(store, 2, 1), ElementsAre(both.front()));
  EXPECT_THAT(holders(store, 1), ElementsAre(ItemId{"b", 0}));
  EXPECT_THAT(holders(store, 9), IsEmpty());
  EXPECT_EQ(store.get(kKind, {"a", 1})->payload, "A");
  EXPECT_FALSE(store.get(kKind, {"a", 2}));
}

TEST(MemoryStore, AnItemPutAgainHasItsNewKeysOnly) {
  MemoryStore store;
  store.put(kKind, item("a", 0, "old", {1}));
  store.put(kKind, item("a", 0, "new", {2}));
  EXPECT_THAT(holders(store, 1), IsEmpty());
  EXPECT_THAT(holders(store, 2), ElementsAre(ItemId{"a", 0}));
  EXPECT_EQ(store.get(kKind, {"a", 0})->payload, "new");
}

TEST(MemoryStore, ADocumentGoesWithItsKeysLinksAndGroups) {
  MemoryStore store;
  for (const char* document : {"a", "b", "ab"}) {
    store.put(kKind, item(document, 0, "", {1}));
    store.put(kKind, item(document, 1, "", {1}));
  }
  store.put_link(kKind, {{"a", 0}, {"b", 0}, 1, "same words"});
  store.set_group(kKind, {"b", 0}, {"a", 0});
  EXPECT_THAT(store.members(kKind, {"a", 0}), ElementsAre(ItemId{"a", 0}, ItemId{"b", 0}));
  ASSERT_EQ(store.links_of(kKind, {"b", 0}).size(), 1u);
  EXPECT_EQ(store.links_of(kKind, {"b", 0})[0].why, "same words");

  store.remove_document("a");
  EXPECT_THAT(store.items_of(kKind, "a"), IsEmpty());
  EXPECT_THAT(store.links_of(kKind, {"b", 0}), IsEmpty());
  EXPECT_THAT(store.members(kKind, {"a", 0}), ElementsAre(ItemId{"b", 0}));
  EXPECT_EQ(store.items_of(kKind, "ab").size(), 2u);
  EXPECT_EQ(holders(store, 1).size(), 4u);
}

TEST(MemoryStore, AnItemAloneIsAGroup) {
  MemoryStore store;
  store.put(kKind, item("a", 3, "", {}));
  EXPECT_EQ(store.group_of(kKind, {"a", 3}), (ItemId{"a", 3}));
  EXPECT_THAT(store.members(kKind, {"a", 3}), ElementsAre(ItemId{"a", 3}));
  EXPECT_THAT(store.groups(kKind), ElementsAre(ItemId{"a", 3}));
  EXPECT_THAT(store.ids(kKind), ElementsAre(ItemId{"a", 3}));
}

}  // namespace
}  // namespace sayso::claims
