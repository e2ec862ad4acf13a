#include "serve/event_chart.h"

#include <gtest/gtest.h>

namespace sayso::serve {
namespace {

SharedEvent event(std::string date, int quad, Commitment factuality = Commitment::certain_plus) {
  SharedEvent e;
  e.date = std::move(date);
  e.quad = quad;
  e.factuality = factuality;
  return e;
}

Request request() {
  Request r;
  r.path = "/events";
  r.query = {{"actor", "RUS"}};
  return r;
}

TEST(EventChart, EventsOfADayAndClassAreOneMark) {
  const Json chart =
      event_chart({event("2024-05-01", 1), event("2024-05-01", 1), event("2024-05-09", 4)}, request());
  ASSERT_EQ(chart["marks"].size(), 2U);
  EXPECT_EQ(chart["marks"][0]["count"], 2);
  EXPECT_EQ(chart["marks"][0]["conflict"], false);
  EXPECT_EQ(chart["marks"][0]["url"], "/events?actor=RUS&from=2024-05-01&to=2024-05-01&quad=1");
  EXPECT_LT(chart["marks"][0]["x"], chart["marks"][1]["x"]);
  EXPECT_LT(chart["marks"][0]["y"], chart["marks"][1]["y"]);
}

TEST(EventChart, ALongTimeIsDrawnByMonths) {
  const Json chart =
      event_chart({event("2024-01-03", 1), event("2024-01-20", 1), event("2024-11-09", 1)}, request());
  ASSERT_EQ(chart["marks"].size(), 2U);
  EXPECT_EQ(chart["marks"][0]["url"], "/events?actor=RUS&from=2024-01&to=2024-01&quad=1");
}

TEST(EventChart, AMarkIsHollowWhereAllOfItIsDoubted) {
  SharedEvent disputed = event("2024-05-01", 1);
  disputed.disputed = true;
  const Json chart = event_chart(
      {disputed, event("2024-05-02", 1, Commitment::certain_minus), event("2024-05-02", 1)}, request());
  EXPECT_EQ(chart["marks"][0]["doubted"], true);
  EXPECT_EQ(chart["marks"][1]["doubted"], false);
}

TEST(EventChart, OneDayOrNoneIsNoDrawing) {
  EXPECT_TRUE(event_chart({event("2024-05-01", 1), event("", 1), event("soon", 1)}, request()).is_null());
  EXPECT_TRUE(event_chart({}, request()).is_null());
}

TEST(EventChart, AFewFarAwayDoNotPressTheOthersTogether) {
  std::vector<SharedEvent> events;
  for (int day = 1; day <= 28; ++day)
    events.push_back(event("2024-05-" + std::string(day < 10 ? "0" : "") + std::to_string(day), 3));
  events.push_back(event("1950", 3));
  const Json chart = event_chart(events, request());
  int first = 0, last = 0;
  for (const Json& mark : chart["marks"]) {
    if (mark["url"].get<std::string>().find("from=2024-05-01") != std::string::npos) first = mark["x"];
    if (mark["url"].get<std::string>().find("from=2024-05-28") != std::string::npos) last = mark["x"];
  }
  EXPECT_GT(last - first, 200);
}

}  // namespace
}  // namespace sayso::serve
