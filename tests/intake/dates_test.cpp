#include "intake/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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

TEST(Dates, NumbersThatCanBeReadOneWayOnly) {
  EXPECT_EQ(to_iso_date("21/06/2014"), "2014-06-21");
  EXPECT_EQ(to_iso_date("06/21/2014"), "2014-06-21");
  EXPECT_EQ(to_iso_date("05.10.2018"), "2018-10-05");
  EXPECT_EQ(to_iso_date("05/10/2018"), std::nullopt);
  EXPECT_EQ(to_iso_date("31.02.2018"), std::nullopt);
}

TEST(Dates, ReadsTheDatesOfALine) {
  const LineDates both =
      read_line_dates("Published Nov 18, 2019 at 4:07 PM | Updated at 5:36 PM CST on Nov 19, 2019");
  EXPECT_EQ(both.published, std::vector<std::string>{"2019-11-18"});
  EXPECT_EQ(both.modified, std::vector<std::string>{"2019-11-19"});
  EXPECT_TRUE(both.labelled);
  const LineDates byline = read_line_dates("By Anna Weir, 25 September 2018");
  EXPECT_EQ(byline.published, std::vector<std::string>{"2018-09-25"});
  EXPECT_FALSE(byline.labelled);
  EXPECT_EQ(read_line_dates("Last Updated : Nov 20, 2019 01:41 PM IST").modified,
            std::vector<std::string>{"2019-11-20"});
  EXPECT_TRUE(read_line_dates("The ferry stops in March").published.empty());
  EXPECT_TRUE(read_line_dates("\"On March 3, 2019 it stopped,\" she said").published.empty());
}

TEST(Dates, LikelyOnesAreOfTheWebsTime) {
  EXPECT_TRUE(is_likely_date("1990-01-01", "2026-01-01"));
  EXPECT_TRUE(is_likely_date("2026-01-01T23:00:00Z", "2026-01-01"));
  EXPECT_FALSE(is_likely_date("1989-12-31", "2026-01-01"));
  EXPECT_FALSE(is_likely_date("1970-01-01T00:00:00Z", "2026-01-01"));
  EXPECT_FALSE(is_likely_date("2026-01-02", "2026-01-01"));
  EXPECT_FALSE(is_likely_date("", "2026-01-01"));
  EXPECT_GT(latest_day(), "2025-01-01");
}

}  // namespace
}  // namespace sayso::intake
