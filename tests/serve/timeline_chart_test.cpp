#include "serve/timeline_chart.h"

#include <gmock/gmock.h>

namespace sayso::serve {
namespace {

Json said(const char* polarity, const char* day) {
  return {{"polarity", polarity}, {"date", day}, {"published", day}, {"event", nullptr}};
}

TEST(TimelineChart, WhatIsOfOneDayDoesNotCoverEachOther) {
  const Json chart = timeline_chart({said("affirm", "2024-10-21"), said("deny", "2024-10-21"),
                                     said("uncertain", "2024-10-21"), said("deny", "2024-10-25")});
  const Json& marks = chart["marks"];
  ASSERT_EQ(marks.size(), 8u);  // said and published of each
  EXPECT_EQ(marks[0]["x"], marks[2]["x"]);
  EXPECT_LT(marks[0]["y"], marks[4]["y"]);
  EXPECT_LT(marks[4]["y"], marks[2]["y"]);
  EXPECT_LT(marks[2]["x"], marks[6]["x"]);
  EXPECT_EQ(marks[2]["y"], marks[6]["y"]);
}

TEST(TimelineChart, NothingIsDrawnWithoutADate) {
  EXPECT_TRUE(timeline_chart(Json::array({said("affirm", "")})).is_null());
}

}  // namespace
}  // namespace sayso::serve
