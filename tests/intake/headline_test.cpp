#include "intake/headline.h"

#include <gtest/gtest.h>

namespace sayso::intake {
namespace {

TEST(Headline, LooksAtLettersAndDigitsAlone) {
  EXPECT_TRUE(is_same_headline("Ferry stops, at last", "FERRY STOPS at last!"));
  EXPECT_TRUE(is_same_headline("Ferry stops at last", "Ferry stops at last - The Lantern Post"));
  EXPECT_FALSE(is_same_headline("Ferry stops", "Bridge opens"));
  EXPECT_FALSE(is_same_headline("Ferry", "Ferry stops"));  // too short to be a part
  EXPECT_FALSE(is_same_headline("", ""));
}

}  // namespace
}  // namespace sayso::intake
