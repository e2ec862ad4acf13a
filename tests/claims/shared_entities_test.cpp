#include "claims/shared_entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "claims/hand_made_record.h"
#include "claims/memory_store.h"

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class NotedReasons final : public MergeReasons {
 public:
  void note(std::uint64_t key, const std::string& why) override { why_.emplace(key, why); }
  void find(std::uint64_t, const ItemId&) override {}
  void forget(std::uint64_t key) override { why_.erase(key); }
  const std::map<std::uint64_t, std::string>& all() const { return why_; }

 private:
  std::map<std::uint64_t, std::string> why_;
};

struct Named {
  std::string name;
  EntityKind kind = EntityKind::person;
  std::string title = {}, of = {};
  std::string catalog = {};
};

// Everybody is named once.
Record article(const std::string& id, const std::vector<Named>& who, const std::string& outlet = "The Weir") {
  Record record = record_of(id, outlet, "Nothing.");
  for (const Named& named : who) {
    const std::uint32_t entity = add_person(record, named.name);
    record.entities[entity].kind = named.kind;
    record.entities[entity].catalog = named.catalog;
    if (!named.title.empty()) record.entities[entity].roles.push_back({named.title, named.of, {}});
    record.mentions.push_back({"m", entity, {0, 7}, MentionForm::name, false});
  }
  return record;
}

constexpr auto kBody = EntityKind::organization;
constexpr auto kPlace = EntityKind::place;

class SharedEntitiesTest : public testing::Test {
 protected:
  void add(const Record& record) { entities_.add(record); }

  void remove(const std::string& document) {
    const auto left = entities_.leave(document);
    store_.remove_document(document);
    entities_.settle(left);
  }

  bool one(const ItemId& a, const ItemId& b) {
    return store_.group_of(ItemKind::entity, a) == store_.group_of(ItemKind::entity, b);
  }

  // Groups as they are called and who is in them, a line each.
  static std::string groups(MemoryStore& store) {
    const auto name = [](const ItemId& id) { return id.document.text() + std::to_string(id.number); };
    std::string all;
    for (const ItemId& group : store.groups(ItemKind::entity)) {
      all += name(group) + ":";
      for (const ItemId& member : store.members(ItemKind::entity, group)) all += " " + name(member);
      all += "\n";
    }
    return all;
  }

  MemoryStore store_;
  NotedReasons reasons_;
  EntityCorrections corrections_;
  SharedEntities entities_{store_, reasons_, corrections_};
};

TEST_F(SharedEntitiesTest, PeopleOfOneNameAreOneInCompanyOnly) {
  add(article("a", {{"Edda Thorsby"}, {"Halcyon", kBody}}));
  add(article("b", {{"Edda Thorsby"}, {"Halcyon", kBody}}));
  add(article("c", {{"Edda Thorsby"}, {"Vesper Mill", kBody}}));
  EXPECT_TRUE(one({"a", 0}, {"b", 0}));
  EXPECT_FALSE(one({"a", 0}, {"c", 0}));
  ASSERT_FALSE(reasons_.all().empty());
  EXPECT_THAT(reasons_.all().begin()->second, HasSubstr("one name"));
}

TEST_F(SharedEntitiesTest, AnOfficeIsCompanyUnlessManyHaveIt) {
  add(article("a", {{"Paul Smith", EntityKind::person, "warden", "Gannet Light"}}));
  add(article("b", {{"Paul Smith", EntityKind::person, "warden", "Gannet Light"}}));
  add(article("c", {{"Paul Smith", EntityKind::person, "spokesman"}}));
  add(article("d", {{"Paul Smith", EntityKind::person, "spokesman"}}));
  EXPECT_TRUE(one({"a", 0}, {"b", 0}));
  EXPECT_FALSE(one({"c", 0}, {"d", 0}));
}

TEST_F(SharedEntitiesTest, TheCatalogAndNamesOfBodiesNeedNoCompany) {
  add(article("a", {{"Russia", kPlace, {}, {}, "country:RU"}, {"Gannet Light Board", kBody}}));
  add(article("b", {{"Moscow", kPlace, {}, {}, "country:RU"}, {"the Gannet Light Board", kBody}}));
  EXPECT_TRUE(one({"a", 0}, {"b", 0}));
  EXPECT_TRUE(one({"a", 1}, {"b", 1}));
}

TEST_F(SharedEntitiesTest, AShortNameStandsForTheOnlyLongerOne) {
  add(article("a", {{"Thorsby"}, {"Halcyon", kBody}}));
  add(article("b", {{"Thorsby"}, {"Halcyon", kBody}}));
  EXPECT_TRUE(one({"a", 0}, {"b", 0})) << "nobody of a longer name is known";
  add(article("c", {{"Edda Thorsby"}, {"Halcyon", kBody}}));
  EXPECT_TRUE(one({"a", 0}, {"c", 0}));
  EXPECT_TRUE(one({"b", 0}, {"c", 0}));
  add(article("d", {{"Ole Thorsby"}, {"Halcyon", kBody}}));
  EXPECT_FALSE(one({"a", 0}, {"c", 0})) << "it may be either";
  EXPECT_FALSE(one({"a", 0}, {"b", 0}));
  EXPECT_FALSE(one({"c", 0}, {"d", 0}));
  remove("d");
  EXPECT_TRUE(one({"a", 0}, {"c", 0}));
  remove("c");
  EXPECT_TRUE(one({"a", 0}, {"b", 0}));
}

TEST_F(SharedEntitiesTest, ADescriptionStandsForTheOnlyOneOfTheOffice) {
  const auto described = [](const std::string& id, const std::string& company) {
    Record record = article(id, {{company, kBody}});
    record.document.text = "Then the mayor left.";
    const std::uint32_t entity = add_person(record, "anonymous: mayor");
    record.mentions.push_back(
        {"m", entity, span_of(record.document.text, "the mayor"), MentionForm::nominal, false});
    return record;
  };
  add(described("a", "Halcyon"));
  add(described("b", "Vesper Mill"));
  add(article("c", {{"Ada Holt", EntityKind::person, "mayor"}, {"Halcyon", kBody}}));
  EXPECT_TRUE(one({"a", 1}, {"c", 0}));
  EXPECT_FALSE(one({"b", 1}, {"c", 0})) << "in other company";
  add(article("d", {{"Una Dale", EntityKind::person, "mayor"}, {"Halcyon", kBody}}));
  EXPECT_FALSE(one({"a", 1}, {"c", 0})) << "it may be either";
}

TEST_F(SharedEntitiesTest, GroupsAreCalledByTheirSmallestMember) {
  for (const char* id : {"b", "c", "a"}) add(article(id, {{"Gannet Light Board", kBody}}));
  EXPECT_THAT(store_.members(ItemKind::entity, {"a", 0}),
              ElementsAre(ItemId{"a", 0}, ItemId{"b", 0}, ItemId{"c", 0}));
  remove("a");
  EXPECT_THAT(store_.members(ItemKind::entity, {"b", 0}), ElementsAre(ItemId{"b", 0}, ItemId{"c", 0}));
}

TEST_F(SharedEntitiesTest, OnlyThoseWhoCameAreSaidToHaveMoved) {
  for (const char* id : {"b", "c"}) add(article(id, {{"Gannet Light Board", kBody}}));
  entities_.take_change();
  add(article("a", {{"Gannet Light Board", kBody}}));
  const EntityChange change = entities_.take_change();
  EXPECT_THAT(change.moved, UnorderedElementsAre(ItemId{"a", 0}));
  EXPECT_THAT(change.groups, UnorderedElementsAre(ItemId{"a", 0}, ItemId{"b", 0}));
}

TEST_F(SharedEntitiesTest, APersonsWordIsStronger) {
  add(article("a", {{"Edda Thorsby"}, {"Halcyon", kBody}}));
  add(article("b", {{"Edda Thorsby"}, {"Halcyon", kBody}}));
  add(article("c", {{"Greta Solheim"}}));
  corrections_.alone.insert({"b", 0});
  corrections_.pairs.add_same({"b", 0}, {"c", 0});
  entities_.reconsider({{"b", 0}, {"c", 0}});
  EXPECT_FALSE(one({"a", 0}, {"b", 0}));
  EXPECT_TRUE(one({"b", 0}, {"c", 0}));
  remove("b");
  EXPECT_FALSE(one({"a", 0}, {"c", 0}));
  add(article("b", {{"Edda Thorsby"}, {"Halcyon", kBody}}));
  EXPECT_TRUE(one({"b", 0}, {"c", 0}));
  corrections_ = {};
  entities_.reconsider({{"b", 0}, {"c", 0}});
  EXPECT_TRUE(one({"a", 0}, {"b", 0}));
  EXPECT_FALSE(one({"b", 0}, {"c", 0}));
}

// Articles of a few affairs in which many names are alike.
std::vector<Record> many_articles(std::mt19937& random) {
  const std::vector<std::string> given = {"Edda", "Ole", "Ada"}, family = {"Thorsby", "Brandt"};
  const std::vector<std::string> bodies = {"Halcyon", "Vesper Mill", "Coastal Light Board", "Light Board",
                                           "Board of Light"};
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  std::vector<Record> records;
  for (char id = 'a'; id < 'a' + 20; ++id) {
    std::vector<Named> who;
    for (int i = 0; i < 2; ++i) {
      who.push_back({random() % 2 == 0 ? pick(family) : pick(given) + " " + pick(family)});
      if (random() % 3 == 0) who.back().title = "warden";
      who.push_back({pick(bodies), kBody});
    }
    if (random() % 3 == 0) who.push_back({"Russia", kPlace, {}, {}, "country:RU"});
    records.push_back(article(std::string(1, id), who));
  }
  return records;
}

TEST_F(SharedEntitiesTest, NeitherOrderNorComingAndGoingShows) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    std::vector<Record> records = many_articles(random);
    MemoryStore expected_store;
    NotedReasons expected_reasons;
    SharedEntities expected(expected_store, expected_reasons, corrections_);
    for (std::size_t i = 0; i < 12; ++i) expected.add(records[i]);

    MemoryStore store;
    NotedReasons reasons;
    SharedEntities entities(store, reasons, corrections_);
    std::vector<Record> order = records;
    std::shuffle(order.begin(), order.end(), random);
    for (const Record& record : order) entities.add(record);
    std::shuffle(order.begin(), order.end(), random);
    for (const Record& record : order) {
      if (record.id < "m") continue;  // the first twelve stay
      const auto left = entities.leave(record.id);
      store.remove_document(record.id);
      entities.settle(left);
    }
    ASSERT_EQ(groups(store), groups(expected_store)) << "seed " << seed;
    for (const auto& [key, why] : expected_reasons.all()) {
      const auto known = reasons.all().find(key);
      if (known != reasons.all().end()) ASSERT_EQ(known->second, why);
    }
  }
}

}  // namespace
}  // namespace sayso::claims
