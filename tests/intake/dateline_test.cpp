#include "intake/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso::intake {
namespace {

struct Case {
  const char* paragraph;
  const char* dateline;  // "" for none
  const char* agency;
};

TEST(Dateline, IsFoundAtTheStart) {
  for (const Case& each : {
           Case{"VELMORA, April 24 (TAP) — The envoy left.", "VELMORA, April 24 (TAP) —", "TAP"},
           Case{"SANDGATE, Bangladesh, Aug 20 (Nordwire) - Boats came.",
                "SANDGATE, Bangladesh, Aug 20 (Nordwire) -", "Nordwire"},
           Case{"BRENNA (Coastline) -- Rain fell.", "BRENNA (Coastline) --", "Coastline"},
           Case{"BRENNA — Rain fell.", "BRENNA —", ""},
           Case{"ST. ALDA, Fla. ― Rain fell.", "ST. ALDA, Fla. ―", ""},
           Case{"PORT-AU-LAC (AFP) – Rain fell.", "PORT-AU-LAC (AFP) –", "AFP"},
           Case{"Tarsk (Meridian) — Rain fell.", "Tarsk (Meridian) —", "Meridian"},
           Case{"TARSK, March 5. /Varpress/. Rain fell.", "TARSK, March 5. /Varpress/.", "Varpress"},
           Case{"Belmora, 5 March 2024. The ministry recalls rain.", "Belmora, 5 March 2024.", ""},
           Case{"CLIFTON, July 19, 2016 (UPI) — Rain fell.", "CLIFTON, July 19, 2016 (UPI) —", "UPI"},
           Case{"VELMORA/BRENNA (Coastline) - Rain fell.", "VELMORA/BRENNA (Coastline) -", "Coastline"},
       }) {
    const auto dateline = find_dateline(each.paragraph, DatelinePlace::near_top);
    ASSERT_TRUE(dateline) << each.paragraph;
    EXPECT_EQ(std::string(each.paragraph).substr(0, dateline->length), each.dateline);
    EXPECT_EQ(dateline->agency, each.agency);
  }
}

TEST(Dateline, IsNotFoundInSentences) {
  for (const char* paragraph : {
           "The minister — a former judge — denied it.",
           "NATO said on Monday - and repeated on Tuesday - that it was calm.",
           "Moody, who is 61 (and looks it) - laughed.",
           "He left.",
           "",
           "— No, he said.",
           "Port-au-Lac is quiet.",
           "VOTERS LIKE HIM, JUST NOT ENOUGH OF THEM - A poll says so.",
           "In Velmora, 5 people (all men) - died.",
       }) {
    EXPECT_FALSE(find_dateline(paragraph, DatelinePlace::near_top)) << paragraph;
  }
}

TEST(Dateline, NeedsMoreInTheMiddleOfAText) {
  EXPECT_FALSE(find_dateline("HARRIS — I never met him.", DatelinePlace::anywhere));
  EXPECT_TRUE(find_dateline("BRENNA (Coastline) — The second report.", DatelinePlace::anywhere));
}

}  // namespace
}  // namespace sayso::intake
