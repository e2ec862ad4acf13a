#include "claims/publishers.h"

#include <gtest/gtest.h>

namespace sayso::claims {
namespace {

TEST(Publishers, BodiesSpeakForThemselves) {
  EXPECT_TRUE(speaks_for_itself("Ministry of Fisheries"));
  EXPECT_TRUE(speaks_for_itself("Vale Water Authority"));
  EXPECT_FALSE(speaks_for_itself("The Weir Gazette"));
  EXPECT_FALSE(speaks_for_itself("Union Press"));
  EXPECT_FALSE(speaks_for_itself(""));
}

TEST(Publishers, HousesAreKnownToTheCatalog) {
  EXPECT_EQ(publisher_of("Meet the Press"), publisher_of("NBC News"));
  EXPECT_EQ(publisher_of("The Weir Gazette"), "weir gazette");
}

TEST(Publishers, ShortNamesOfOutlets) {
  EXPECT_TRUE(same_outlet("Vale", "Vale News Agency"));
  EXPECT_TRUE(same_outlet("the Weir Gazette", "The Weir Gazette"));
  EXPECT_FALSE(same_outlet("Vale Gazette", "Weir Gazette"));
  EXPECT_FALSE(same_outlet("", "Vale"));
}

}  // namespace
}  // namespace sayso::claims
