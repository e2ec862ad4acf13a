#include "reading/calendar.h"

#include <gmock/gmock.h>

#include "reading/timex_values.h"

namespace sayso::reading {
namespace {

Date day(int year, unsigned month, unsigned number) {
  return make_date(year, month, number).value();
}

TEST(Calendar, OnlyDaysThatExist) {
  EXPECT_TRUE(make_date(2016, 2, 29));
  EXPECT_FALSE(make_date(2015, 2, 29));
  EXPECT_FALSE(make_date(1900, 2, 29));
  EXPECT_FALSE(make_date(2016, 13, 1));
  EXPECT_FALSE(make_date(2016, 0, 1));
  EXPECT_FALSE(make_date(0, 1, 1));
  EXPECT_FALSE(make_date(10000, 1, 1));
}

TEST(Calendar, ReadsTheDayOfAnIsoTime) {
  EXPECT_EQ(parse_iso_day("2016-12-12"), day(2016, 12, 12));
  EXPECT_EQ(parse_iso_day("2016-12-12T23:30:00-05:00"), day(2016, 12, 12));
  for (const char* wrong : {"", "2016-12", "2016-13-01", "2016/12/12", "2016-12-123", "x016-12-12"}) {
    EXPECT_FALSE(parse_iso_day(wrong)) << wrong;
  }
}

TEST(Calendar, WeeksOfIso) {
  EXPECT_EQ(weekday_of(day(2016, 12, 12)), 1u);
  EXPECT_EQ(iso_week(day(2016, 12, 12)), "2016-W50");
  EXPECT_EQ(iso_week(day(2016, 1, 3)), "2015-W53");    // a Sunday of the old year's week
  EXPECT_EQ(iso_week(day(2014, 12, 29)), "2015-W01");  // a Monday of the new year's
  EXPECT_EQ(monday_of_iso_week("2016-W50"), day(2016, 12, 12));
  EXPECT_EQ(monday_of_iso_week("2015-W01"), day(2014, 12, 29));
  EXPECT_FALSE(monday_of_iso_week("2016-W53"));
  EXPECT_FALSE(monday_of_iso_week("2016-W00"));
  EXPECT_FALSE(monday_of_iso_week("2016-WXX"));
}

TEST(Calendar, Arithmetic) {
  EXPECT_EQ(add_days(day(2016, 2, 28), 2), day(2016, 3, 1));
  EXPECT_EQ(add_days(day(2016, 1, 1), -1), day(2015, 12, 31));
  EXPECT_EQ(add_months(day(2016, 1, 31), 1), day(2016, 2, 29));
  EXPECT_EQ(add_months(day(2016, 1, 31), -2), day(2015, 11, 30));
  EXPECT_EQ(days_between(day(2016, 1, 1), day(2017, 1, 1)), 366);
  EXPECT_FALSE(add_days(day(9999, 12, 31), 1));
  EXPECT_FALSE(add_months(day(1, 1, 1), -1));
  EXPECT_FALSE(add_days(day(2016, 1, 1), std::int64_t{1} << 62));
  EXPECT_FALSE(add_months(day(2016, 1, 1), -(std::int64_t{1} << 62)));
}

TEST(TimexValues, TheDateThatAnActIsGiven) {
  EXPECT_EQ(date_of_value("2016-12-12TNI"), "2016-12-12");
  EXPECT_EQ(date_of_value("2016-12"), "2016-12");
  EXPECT_EQ(date_of_value("2016-W50-WE"), "2016-12-17");
  EXPECT_EQ(date_of_value("2016-W50"), "2016-W50");
  EXPECT_EQ(date_of_value("PAST_REF"), "");
  EXPECT_EQ(date_of_value("P3W"), "");
  EXPECT_EQ(date_of_value("XXXX-WXX-1"), "");
  EXPECT_EQ(month_of_week("2016-W35"), "2016-08");
  EXPECT_EQ(month_of_week("2016-12"), "");
}

}  // namespace
}  // namespace sayso::reading
