#include "intake/dates.h"

#include <gtest/gtest.h>

namespace sayso::intake {
namespace {

TEST(Dates, ReadIsoInItsSpellings) {
  EXPECT_EQ(to_iso_date("2019-11-20"), "2019-11-20");
  EXPECT_EQ(to_iso_date("2019-11-20T10:30:00Z"), "2019-11-20T10:30:00Z");
  EXPECT_EQ(to_iso_date("2019-11-20T10:30:00.123+0100"), "2019-11-20T10:30:00+01:00");
  EXPECT_EQ(to_iso_date("2019-11-20 10:30"), "2019-11-20T10:30:00");
  EXPECT_EQ(to_iso_date("2019/11/2"), "2019-11-02");
  EXPECT_EQ(to_iso_date("20191120"), "2019-11-20");
}

TEST(Dates, ReadMailAndEnglish) {
  EXPECT_EQ(to_iso_date("Wed, 20 Nov 2019 10:30:00 GMT"), "2019-11-20T10:30:00Z");
  EXPECT_EQ(to_iso_date("November 20, 2019"), "2019-11-20");
  EXPECT_EQ(to_iso_date("20th Sept. 2019"), "2019-09-20");
  EXPECT_EQ(to_iso_date("Nov 20, 2019 10:30 pm"), "2019-11-20");
}

TEST(Dates, LeaveAloneWhatIsUnsure) {
  for (const char* text : {"11/12/2019", "yesterday", "", "2019", "2019-13-01", "2019-02-29", "31 June 2019",
                           "99999999999999"}) {
    EXPECT_EQ(to_iso_date(text), std::nullopt) << text;
  }
  EXPECT_EQ(to_iso_date("2020-02-29"), "2020-02-29");
}

TEST(Dates, FindTheDayInAnAddress) {
  EXPECT_EQ(find_date_in_url("https://outlet.example/news/2021/04/09/ferry"), "2021-04-09");
  EXPECT_EQ(find_date_in_url("https://outlet.example/2021-04-09-ferry"), "2021-04-09");
  EXPECT_EQ(find_date_in_url("https://outlet.example/story/20210/44/9"), std::nullopt);
}

TEST(Dates, KnowDatelineDays) {
  for (const char* day : {"April 24", "Aug 20", "Sept. 3, 2010", "5 March 2024", "Monday", "Jan. 19"}) {
    EXPECT_TRUE(is_dateline_day(day)) << day;
  }
  for (const char* day : {"Bangladesh", "April", "March on", "42 March", "Calif."})
    EXPECT_FALSE(is_dateline_day(day)) << day;
}

}  // namespace
}  // namespace sayso::intake
