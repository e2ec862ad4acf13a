#include "claims/event_pair.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "claims/hand_made_event.h"

namespace sayso::claims {
namespace {

EventReport report(const std::string& text, const std::string& date = "2024-05-01") {
  Record record = record_of("a", "Vale Press", text, "2024-05-02");
  add_event(record, "arrested", date);
  EventReport out = make_event_reports(record).front();
  out.stems = {"arrest", "border", "busia", "rebel"};
  return out;
}

bool share_key(const EventReport& a, const EventReport& b) {
  const auto x = keys_of(a), y = keys_of(b);
  return std::ranges::any_of(x, [&](std::uint64_t key) { return std::ranges::binary_search(y, key); });
}

const std::string kText = "Kenya arrested Ugandan rebels at the border near Busia.";

TEST(EventPair, OneEventToldTwice) {
  const auto verdict = judge_reports(report(kText), report("Kenya has arrested Ugandan rebels at Busia."));
  ASSERT_TRUE(verdict);
  EXPECT_EQ(verdict->why, "one actor, one recipient, one day, words alike");
}

TEST(EventPair, WhatIsJudgedOneSharesAKey) {
  for (const char* day : {"2024-04-30", "2024-05-01", "2024-05-02", "2024-05-03"}) {
    const EventReport a = report(kText), b = report(kText, day);
    if (judge_reports(a, b)) EXPECT_TRUE(share_key(a, b)) << day;
  }
}

TEST(EventPair, DaysFarApartAreTwoEvents) {
  EXPECT_TRUE(judge_reports(report(kText), report(kText, "2024-04-30")));
  EXPECT_FALSE(judge_reports(report(kText), report(kText, "2024-04-27")));
  EXPECT_FALSE(judge_reports(report(kText), report(kText, "")));
}

TEST(EventPair, OtherTypesSidesAndPlacesAreOtherEvents) {
  const EventReport event = report(kText);
  EventReport other = event;
  other.type = "ASSAULT";
  EXPECT_FALSE(judge_reports(event, other));
  other = event;
  other.actors.front().code = "TZA";
  EXPECT_FALSE(judge_reports(event, other));
  other = event;
  other.recipients.front().code = "SOM";
  EXPECT_FALSE(judge_reports(event, other));
  other = event;
  EventReport placed = event;
  other.place = EventPlace{"Busia", "", "KE", {}, {}};
  placed.place = EventPlace{"Gulu", "", "UG", {}, {}};
  EXPECT_FALSE(judge_reports(placed, other));
}

TEST(EventPair, OtherWordsAreOtherEvents) {
  EventReport other = report(kText);
  other.stems = {"arrest", "smuggl", "cattl", "garissa"};
  other.statement.meaning = {};
  EXPECT_FALSE(judge_reports(report(kText), other));
}

TEST(EventPair, TwoPresidentsOfOneCountryAreTwo) {
  EventSide a{"Clinton", "USA", "GOV", "hillary clinton", "", true, {}};
  EventSide b{"Trump", "USA", "GOV", "donald trump", "", true, {}};
  EXPECT_FALSE(same_side(a, b));
  b = {"Mrs Clinton", "USA", "", "clinton", "", true, {}};
  EXPECT_TRUE(same_side(a, b));
  b = {"the United States", "USA", "", "united states", "", false, {}};
  EXPECT_TRUE(same_side(a, b));
}

TEST(EventReport, BytesComeBack) {
  EventReport event = report(kText);
  event.place = EventPlace{"Busia", "city:1", "KE", 0.46, 34.1};
  EXPECT_EQ(decode_event_report(encode(event)), event);
  EXPECT_FALSE(decode_event_report("no report"));
}

}  // namespace
}  // namespace sayso::claims
