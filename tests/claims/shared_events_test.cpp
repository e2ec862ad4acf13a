#include "claims/shared_events.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "claims/event_groups.h"
#include "claims/hand_made_event.h"
#include "claims/memory_store.h"
#include "claims/update.h"

namespace sayso::claims {
namespace {

// The same arrest in an article's own words, or in somebody's.
Record told(const std::string& id, const std::string& outlet, const std::string& who = {}) {
  const std::string news = "Kenya arrested Ugandan rebels at the border near Busia";
  Record record = record_of(id, outlet, who.empty() ? news + "." : news + ", " + who + " said.");
  if (!who.empty()) add_attribution(record, who, "said", {news});
  Event& event = add_event(record, "arrested");
  if (!who.empty()) event.attribution = 0;
  return record;
}

std::vector<Record> affair() {
  Record later = told("e", "Vale Press");
  later.events[0].date = "2024-06-20";
  Record denied = told("d", "Brack Echo", "Paul Brack");
  denied.events[0].factuality = Commitment::certain_minus;
  return {told("a", "Vale Press"), told("b", "Weir Blog", "Ada Holt"), told("c", "Harbour Post", "Ada Holt"),
          denied, later};
}

void add(MemoryStore& store, const Record& record) {
  add_record(store, record);
  add_events(store, record);
}

std::map<std::string, std::size_t> events_in(MemoryStore& store) {
  std::map<std::string, std::size_t> events;
  for (const ItemId& group : store.groups(ItemKind::event)) {
    if (const auto event = build_event(store, group)) events[event->id] = event->reports.size();
  }
  return events;
}

TEST(SharedEvents, ManyReportsAreOneEvent) {
  MemoryStore store;
  for (const Record& record : affair()) add(store, record);
  const auto event = build_event(store, store.group_of(ItemKind::event, {"a", 0}));
  ASSERT_TRUE(event);
  EXPECT_EQ(event->type, "COERCE");
  EXPECT_EQ(event->report_count, 4u);
  EXPECT_EQ(event->articles, 4u);
  EXPECT_EQ(event->outlets, 4u);
  EXPECT_EQ(event->date, "2024-05-01");
  EXPECT_EQ(events_in(store).size(), 2u);  // the one in June is another
}

TEST(SharedEvents, WhoeverIsQuotedTwiceCountsOnce) {
  MemoryStore store;
  add(store, affair()[1]);
  add(store, affair()[2]);
  const auto event = build_event(store, store.group_of(ItemKind::event, {"b", 0}));
  ASSERT_TRUE(event);
  EXPECT_EQ(event->report_count, 2u);
  EXPECT_EQ(event->independent_origins, 1u);
  EXPECT_FALSE(event->disputed);
}

TEST(SharedEvents, OneThatSomebodyDeniesIsDisputed) {
  MemoryStore store;
  for (const Record& record : affair()) add(store, record);
  const auto event = build_event(store, store.group_of(ItemKind::event, {"a", 0}));
  ASSERT_TRUE(event);
  EXPECT_TRUE(event->disputed);
  EXPECT_EQ(event->factuality, Commitment::certain_plus);
}

TEST(SharedEvents, TheOrderOfAdditionDoesNotMatter) {
  std::vector<Record> records = affair();
  MemoryStore first;
  for (const Record& record : records) add(first, record);
  std::mt19937 random(7);
  for (int round = 0; round < 10; ++round) {
    std::ranges::shuffle(records, random);
    MemoryStore store;
    for (const Record& record : records) add(store, record);
    EXPECT_EQ(events_in(store), events_in(first));
  }
}

TEST(SharedEvents, WhatIsRemovedLeavesNothing) {
  const std::vector<Record> records = affair();
  MemoryStore all, without;
  for (const Record& record : records) {
    add(all, record);
    if (record.id != "b") add(without, record);
  }
  const Departure left = leave_events(all, "b");
  remove_record(all, "b");
  settle_events(all, left);
  EXPECT_EQ(events_in(all), events_in(without));
}

}  // namespace
}  // namespace sayso::claims
