#include "reading/timexes.h"

#include <gmock/gmock.h>

#include "reading/timex_text.h"

namespace sayso::reading {
namespace {

// "Friday = DATE 2016-12-09; the past two years = DURATION P2Y [2014-12-12, 2016-12-12]"
std::string print(const fakes::TimexText& text) {
  std::string out;
  for (const Timex& timex : find_timexes(text.article, text.layers)) {
    if (!out.empty()) out += "; ";
    out += std::string(timex.span.of(text.article.text)) + " = " + to_string(timex.type) + " " + timex.value;
    if (!timex.mod.empty()) out += " " + timex.mod;
    if (!timex.begin_point.empty() || !timex.end_point.empty()) {
      out += " [" + timex.begin_point + ", " + timex.end_point + "]";
    }
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

// Published on Monday, December 12, 2016.
void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(print(fakes::make_timex_text(row.text)), row.expected) << row.text;
}

TEST(Timexes, Dates) {
  expect_rows({
      {"He died on Dec. 12, 2016, at home.", "Dec. 12, 2016 = DATE 2016-12-12"},
      {"He died on 12 December 2016 at home.", "12 December 2016 = DATE 2016-12-12"},
      {"It opened on the 12th of December, 2014.", "the 12th of December, 2014 = DATE 2014-12-12"},
      {"It opened on the twenty-first of June 2014.", "the twenty-first of June 2014 = DATE 2014-06-21"},
      {"Monday, Dec. 5, 2016, was cold.", "Monday, Dec. 5, 2016 = DATE 2016-12-05"},
      {"The log of 2016-03-04 is lost.", "2016-03-04 = DATE 2016-03-04"},
      {"Filed 12/10/2016 in Tarsk.", "12/10/2016 = DATE 2016-12-10"},
      {"Filed 25/10/2016 in Tarsk.", "25/10/2016 = DATE 2016-10-25"},
      {"Filed 4.3.2016 in Tarsk.", "4.3.2016 = DATE 2016-03-04"},
      {"He left on Sept. 3.", "Sept. 3 = DATE 2016-09-03"},
      {"He left on January 3.", "January 3 = DATE 2017-01-03"},  // nearer than that of this year
      {"They fight since October 2015.", "October 2015 = DATE 2015-10"},
      {"They fight since October, 2015.", "October, 2015 = DATE 2015-10"},
      {"The towers fell in the Sept. 11 attacks.", "Sept. 11 = DATE 2001-09-11"},
      {"The law dates from after 9/11.", "9/11 = DATE 2001-09-11"},
      {"He left in June last year.", "June last year = DATE 2015-06"},
      {"He fell in 1981 and died in March of the same year.",
       "1981 = DATE 1981; March of the same year = DATE 1981-03"},
      {"They met on New Year's Eve.", "New Year's Eve = DATE 2016-12-31"},
      {"The ban of February 30, 2016 stands.", "February 30, 2016 = DATE 2016-02"},
      {"He came on Dec. 3-5.", "Dec. 3-5 = DURATION P2D [2016-12-03, 2016-12-05]"},
      {"It is due on the 20th.", "the 20th = DATE 2016-12-20"},
  });
}

TEST(Timexes, MonthsThatAreOtherWords) {
  expect_rows({
      {"They will march on the palace.", ""},
      {"He may resign.", ""},
      {"April Jones spoke.", ""},
      {"Mr. May spoke.", ""},
      {"The Women's March filled|VERB the square.", ""},
      {"An august body of men.", ""},
      {"The talks in May failed.", "May = DATE 2016-05"},
      {"Talks in March and April failed.", "March = DATE 2016-03; April = DATE 2016-04"},
      {"The March 7 debate was short.", "March 7 = DATE 2016-03-07"},
      {"The sun sat low.", ""},
      {"The Sun said so.", ""},
      {"Sat. Dec. 3 was cold.", "Sat. Dec. 3 = DATE 2016-12-03"},
      {"A second term is near.", ""},
  });
}

TEST(Timexes, YearsAndPartsOfThem) {
  expect_rows({
      {"He won in 2003.", "2003 = DATE 2003"},
      {"The 2012 race was close.", "2012 = DATE 2012"},
      {"Some 2000 people came.", ""},
      {"They paid $2015 for it.", ""},
      {"The plan lists 2,016 items.", ""},
      {"He sang in the 1990s.", "the 1990s = DATE 199"},
      {"He sang in the early 1990s.", "the early 1990s = DATE 199 START"},
      {"He sang in the '90s.", "the '90s = DATE 199"},
      {"He sang in the nineties.", "the nineties = DATE 199"},
      {"A town of the 19th century.", "the 19th century = DATE 18"},
      {"It began in mid-2015.", "mid-2015 = DATE 2015 MID"},
      {"It began in early 2016.", "early 2016 = DATE 2016 START"},
      {"It began in late October.", "late October = DATE 2016-10 END"},
      {"It began early in 2016.", "early in 2016 = DATE 2016 START"},
      {"A custom that is 2000 years old.", ""},
      {"It ends by the end of 2018.", "the end of 2018 = DATE 2018 END"},
      {"He left in the summer of 2015.", "the summer of 2015 = DATE 2015-SU"},
      {"He left in spring 2015.", "spring 2015 = DATE 2015-SP"},
      {"The Arab Spring failed.", ""},
      {"Sales fell in the second quarter of 2016.", "the second quarter of 2016 = DATE 2016-Q2"},
      {"Sales fell in the first half of 2016.", "the first half of 2016 = DATE 2016-H1"},
  });
}

TEST(Timexes, Weekdays) {
  expect_rows({
      {"She spoke on Friday.", "Friday = DATE 2016-12-09"},
      {"She spoke on Monday.", "Monday = DATE 2016-12-12"},
      {"Talks will|AUX|3|aux resume|VERB|0|root on|ADP|5|case Friday|PROPN|3|obl.",
       "Friday = DATE 2016-12-16"},
      {"The vote is|AUX|4|aux expected|VERB|0|root on|ADP|6|case Friday|PROPN|4|obl.",
       "Friday = DATE 2016-12-16"},
      {"She met|VERB|0|root them on|ADP|5|case Friday|PROPN|2|obl.", "Friday = DATE 2016-12-09"},
      {"It is|AUX|5|aux to|PART|5|mark be|AUX|5|aux held|VERB|0|root on|ADP|7|case Friday|PROPN|5|obl.",
       "Friday = DATE 2016-12-16"},
      {"They will|AUX|3|aux discuss|VERB|0|root Friday|PROPN|5|nmod attack|NOUN|3|obj.",
       "Friday = DATE 2016-12-09"},
      {"She spoke last Monday.", "last Monday = DATE 2016-12-05"},
      {"She goes next Tuesday.", "next Tuesday = DATE 2016-12-13"},
      {"She goes this Friday.", "this Friday = DATE 2016-12-16"},
      {"She spoke on Monday night.", "Monday night = TIME 2016-12-12TNI"},
      {"She spoke Friday morning.", "Friday morning = TIME 2016-12-09TMO"},
      {"She spoke late Friday.", "late Friday = DATE 2016-12-09 END"},
      {"Shops were full on Black Friday.", ""},
      {"The Sunday Times said so.", ""},
      {"He said \"no\" on \"Coast News Sunday,\" the show.", ""},
      {"He told Coast Sunday.", "Sunday = DATE 2016-12-11"},
      {"He works on a Sunday.", ""},
  });
}

TEST(Timexes, FromTheDateOfTheArticle) {
  expect_rows({
      {"He left today.", "today = DATE 2016-12-12"},
      {"He left yesterday evening.", "yesterday evening = TIME 2016-12-11TEV"},
      {"He leaves tomorrow.", "tomorrow = DATE 2016-12-13"},
      {"He leaves tonight.", "tonight = TIME 2016-12-12TNI"},
      {"He left last night.", "last night = TIME 2016-12-11TNI"},
      {"He told USA Today so.", ""},
      {"The day before yesterday it rained.", "The day before yesterday = DATE 2016-12-10"},
      {"He left last week.", "last week = DATE 2016-W49"},
      {"He leaves next month.", "next month = DATE 2017-01"},
      {"He left earlier this year.", "earlier this year = DATE 2016"},
      {"He left late last year.", "late last year = DATE 2015 END"},
      {"He left last spring.", "last spring = DATE 2016-SP"},
      {"They met over the weekend.", "the weekend = DATE 2016-W49-WE"},
      {"It ends by the end of the year.", "the end of the year = DATE 2016 END"},
      {"He came two days ago.", "two days ago = DATE 2016-12-10"},
      {"He came a week ago.", "a week ago = DATE 2016-W49"},
      {"He came more than two years ago.", "more than two years ago = DATE 2014 BEFORE"},
      {"He now lives there.", "now = DATE PRESENT_REF"},
      {"Now that he left, all is well.", ""},
      {"He recently moved.", "recently = DATE PAST_REF"},
      {"He moves soon.", "soon = DATE FUTURE_REF"},
      {"He moved as soon as they came.", ""},
      {"In recent weeks it rained.", "recent weeks = DATE PAST_REF"},
      {"It was done at the last minute.", ""},
  });
}

TEST(Timexes, FromTheTimeSpokenOfBefore) {
  expect_rows({
      {"He was hurt on Dec. 1, 2015. Two days earlier he had been warned.",
       "Dec. 1, 2015 = DATE 2015-12-01; Two days earlier = DATE 2015-11-29"},
      {"He fell on March 3, 2010. The next day he died.",
       "March 3, 2010 = DATE 2010-03-03; The next day = DATE 2010-03-04"},
      {"He fell on March 3, 2010, and that night he died.",
       "March 3, 2010 = DATE 2010-03-03; that night = TIME 2010-03-03TNI"},
      {"He fell in 2010. That year nobody helped.", "2010 = DATE 2010; That year = DATE 2010"},
      {"He fell in May 2010. The previous month he flew.",
       "May 2010 = DATE 2010-05; The previous month = DATE 2010-04"},
      {"He ran in 2008. At the time he was poor.", "2008 = DATE 2008; At the time = DATE 2008"},
      {"He fell on Friday night. At the time he was poor.",
       "Friday night = TIME 2016-12-09TNI; At the time = DATE 2016-12-09"},
      {"Two days earlier he was well.", "Two days earlier = DATE 2016-12-10"},
  });
}

TEST(Timexes, Durations) {
  expect_rows({
      {"He waited three weeks.", "three weeks = DURATION P3W"},
      {"He waited twenty-five minutes.", "twenty-five minutes = DURATION PT25M"},
      {"A two-year ban.", "two-year = DURATION P2Y"},
      {"He waited for decades.", "decades = DURATION PXDE"},
      {"He waited for two decades.", "two decades = DURATION P2DE"},
      {"He waited for several months.", "several months = DURATION PXM"},
      {"He waited for half an hour.", "half an hour = DURATION PT0.5H"},
      {"He waited for two and a half years.", "two and a half years = DURATION P2.5Y"},
      {"He waited for more than three years.", "more than three years = DURATION P3Y MORE_THAN"},
      {"He waited about two weeks.", "about two weeks = DURATION P2W APPROX"},
      {"He waited at least 1,000 days.", "at least 1,000 days = DURATION P1000D EQUAL_OR_MORE"},
      {"He waited less than a year.", "less than a year = DURATION P1Y LESS_THAN"},
      {"In the past two years it rained.", "the past two years = DURATION P2Y [2014-12-12, 2016-12-12]"},
      {"Over the next three weeks it rains.", "the next three weeks = DURATION P3W [2016-12-12, 2017-01-02]"},
      {"Over the past year it rained.", "the past year = DURATION P1Y [2015-12-12, 2016-12-12]"},
      {"A 31-year-old man, 31 years old.", ""},
      {"The show 60 Minutes ended.", ""},
  });
}

TEST(Timexes, Sets) {
  expect_rows({
      {"It rains every day.", "every day = SET P1D"},
      {"They vote every four years.", "every four years = SET P4Y"},
      {"They meet each Tuesday.", "each Tuesday = SET XXXX-WXX-2"},
      {"They meet on Mondays.", "Mondays = SET XXXX-WXX-1"},
      {"They meet twice a week.", "twice a week = SET P1W"},
      {"It is paid annually.", "annually = SET P1Y"},
      {"It is checked daily.", "daily = SET P1D"},
      {"The daily|ADJ Estuary News said so.", ""},
      {"They earn $15 an hour.", "an hour = SET PT1H"},
  });
}

TEST(Timexes, TimesOfDay) {
  expect_rows({
      {"He came at 3 p.m. on Friday.", "3 p.m. on Friday = TIME 2016-12-09T15:00"},
      {"He came on Friday at 3:30 p.m. by car.", "Friday at 3:30 p.m. = TIME 2016-12-09T15:30"},
      {"He came at 12 a.m. by car.", "12 a.m. = TIME 2016-12-12T00:00"},
      {"The quake struck at 10:30 GMT.", "10:30 GMT = TIME 2016-12-12T10:30Z"},
      {"The quake struck at 1030 GMT.", "1030 GMT = TIME 2016-12-12T10:30Z"},
      {"He came at noon.", "noon = TIME 2016-12-12T12:00"},
      {"He came at midnight.", "midnight = TIME 2016-12-12T24:00"},
      {"He left on Friday and came home at 7 p.m. by car.",
       "Friday = DATE 2016-12-09; 7 p.m. = TIME 2016-12-09T19:00"},
      {"They won 10:30 in Tarsk.", ""},
  });
}

TEST(Timexes, Ranges) {
  expect_rows({
      {"He ruled between 2001 and 2014.", "between 2001 and 2014 = DURATION P13Y [2001, 2014]"},
      {"It is open from Monday to Friday.", "from Monday to Friday = DURATION P4D [2016-12-12, 2016-12-16]"},
      {"The 2015-16 season.", "2015-16 = DURATION P1Y [2015, 2016]"},
      {"It ran from May to July 2015.", "from May to July 2015 = DURATION P2M [2015-05, 2015-07]"},
      {"It is open from 9 a.m. to 5 p.m. on all days.",
       "from 9 a.m. to 5 p.m. = DURATION PT8H [2016-12-12T09:00, 2016-12-12T17:00]"},
  });
}

TEST(Timexes, TheTenseTellsTheYear) {
  // In April, a November to come is of this year, one that is past of the last.
  const auto in_april = [](const char* text) { return print(fakes::make_timex_text(text, "2016-04-20")); };
  EXPECT_EQ(in_april("He lost|VERB|0|root in|ADP|4|case November|PROPN|2|obl."), "November = DATE 2015-11");
  EXPECT_EQ(in_april("He will|AUX|3|aux run|VERB|0|root in|ADP|5|case November|PROPN|3|obl."),
            "November = DATE 2016-11");
  EXPECT_EQ(in_april("Ahead of the November election."), "November = DATE 2016-11");
}

TEST(Timexes, TheDatelineComesFirst) {
  fakes::TimexText text = fakes::make_timex_text("TARSK, Dec. 9\n\nShe spoke on Thursday.", "2016-12-20");
  text.article.blocks[0].kind = BlockKind::dateline;
  EXPECT_EQ(print(text), "Thursday = DATE 2016-12-08");
  text.article.published = "2017-01-02T08:00:00Z";  // the dateline's year is that of the nearest December 9
  EXPECT_EQ(print(text), "Thursday = DATE 2016-12-08");
  text.article.blocks[0].kind = BlockKind::furniture;
  EXPECT_EQ(print(text), "Thursday = DATE 2016-12-29");
}

TEST(Timexes, WithoutAPublicationDate) {
  const auto undated = [](const char* text) { return print(fakes::make_timex_text(text, "")); };
  EXPECT_EQ(undated("She spoke on Thursday.\n\nThat was on Dec. 10, 2016, in Tarsk."),
            "Thursday = DATE 2016-12-08; Dec. 10, 2016 = DATE 2016-12-10");
  EXPECT_EQ(
      undated("She spoke on Monday night, on Dec. 4, in June, today, last week, last year, two days ago."),
      "Monday night = TIME XXXX-WXX-1TNI; Dec. 4 = DATE XXXX-12-04; June = DATE XXXX-06; "
      "today = DATE XXXX-XX-XX; last week = DATE XXXX-WXX; last year = DATE XXXX; two days ago = DATE "
      "XXXX-XX-XX");
}

TEST(Timexes, NamesAreNoTimes) {
  fakes::TimexText text = fakes::make_timex_text("He told Coast News Sunday so and June agreed.");
  EXPECT_EQ(print(text), "Sunday = DATE 2016-12-11");
  text.layers.names = {{{2, 5}, NameType::organization}, {{7, 8}, NameType::person}};
  EXPECT_EQ(print(text), "");
}

TEST(Timexes, CapitalsSayNothingInAHeadline) {
  fakes::TimexText text = fakes::make_timex_text("Mayor Resigns Today After Two Years");
  EXPECT_EQ(print(text), "");
  text.article.blocks[0].kind = BlockKind::title;
  EXPECT_EQ(print(text), "Today = DATE 2016-12-12; Two Years = DURATION P2Y");
}

TEST(Timexes, IdsAndOffsets) {
  const fakes::TimexText text = fakes::make_timex_text("On Friday he left.\n\nIn 2003 he came.");
  const std::vector<Timex> timexes = find_timexes(text.article, text.layers);
  ASSERT_EQ(timexes.size(), 2u);
  EXPECT_EQ(timexes[0].id, "t1");
  EXPECT_EQ(timexes[0].span, (Span{3, 9}));
  EXPECT_EQ(timexes[1].id, "t2");
  EXPECT_EQ(timexes[1].span, (Span{23, 27}));
}

TEST(Timexes, ForeignInput) {
  for (const char* text : {"", "-", "'", "the", "between", "in the", "99999999999999999999 years ago",
                           "0 days ago", "999999999 years ago", "from 2001 to", "Dec. 99, 9999", "00/00/0000",
                           "24:61 GMT", "9999-12-31 and the next day", "\xC3\xA9t\xC3\xA9 2016"}) {
    const fakes::TimexText made = fakes::make_timex_text(text);
    for (const Timex& timex : find_timexes(made.article, made.layers)) {
      EXPECT_FALSE(timex.value.empty()) << text;
      EXPECT_LE(timex.span.end, made.article.text.size()) << text;
    }
  }
}

TEST(Timexes, LongTextTakesLinearTime) {
  fakes::TimexText text;
  for (int i = 0; i < 20'000; ++i) text.article.text += "the end of the 20, two 1 Monday from Dec. '";
  text.article.blocks = {
      {BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.article.text.size())}, false}};
  EXPECT_LE(find_timexes(text.article, text.layers).size(), 1'000'000u);  // and before the test's time is up
}

}  // namespace
}  // namespace sayso::reading
