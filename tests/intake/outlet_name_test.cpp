#include "intake/outlet_name.h"

#include <gtest/gtest.h>

namespace sayso::intake {
namespace {

TEST(OutletName, EndsBeforeATagline) {
  EXPECT_EQ(cut_tagline("Lantern Post | News, weather and sport"), "Lantern Post");
  EXPECT_EQ(cut_tagline("Lantern Post - the estuary's paper | Home"), "Lantern Post");
  EXPECT_EQ(cut_tagline("Channel 5 Dallas-Fort Worth"), "Channel 5 Dallas-Fort Worth");
  EXPECT_EQ(cut_tagline("https://lanternpost.example"), "");
}

TEST(OutletName, StandsBehindTheHeadline) {
  EXPECT_EQ(outlet_behind("Ferry stops for good - The Lantern Post", "Ferry stops for good"),
            "The Lantern Post");
  EXPECT_EQ(outlet_behind("Ferry stops \u2013 again | Lantern", "Ferry stops \u2013 again"), "Lantern");
  EXPECT_EQ(outlet_behind("Ferry stops for good", "Ferry stops for good"), "");
  EXPECT_EQ(outlet_behind("Council - who said what - and where", "The bridge"), "");
}

TEST(OutletName, APlatformIsNone) {
  EXPECT_TRUE(is_platform("Blogger"));
  EXPECT_FALSE(is_platform("The Lantern Post"));
}

TEST(OutletName, TheHostIsWhatIsLeft) {
  EXPECT_EQ(host_of("https://www.LanternPost.example/2021/ferry"), "lanternpost.example");
  EXPECT_EQ(host_of("http://news.lantern.example:8080?x"), "news.lantern.example");
  EXPECT_EQ(host_of("/2021/ferry"), "");
  EXPECT_EQ(host_of("https://a@b.example/"), "");
}

}  // namespace
}  // namespace sayso::intake
