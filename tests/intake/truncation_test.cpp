#include "intake/truncation.h"

#include <gtest/gtest.h>

namespace sayso::intake {
namespace {

TEST(Truncation, IsSeen) {
  EXPECT_TRUE(is_cut_off("Fishermen mend nets in the harbour of Velmora, in the south, as a patrol ve"));
  EXPECT_TRUE(is_cut_off("The mayor speaks to reporters near the"));
  EXPECT_TRUE(is_cut_off("The mayor speaks…"));
  EXPECT_FALSE(is_cut_off("Smoke rises over Brenna on Tuesday."));
  EXPECT_FALSE(is_cut_off("Tents outside the stadium"));
  EXPECT_FALSE(is_cut_off("He said: “No.”"));
  EXPECT_FALSE(is_cut_off(""));
}

}  // namespace
}  // namespace sayso::intake
