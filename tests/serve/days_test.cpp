#include "serve/days.h"

#include <gtest/gtest.h>

namespace sayso::serve {
namespace {

TEST(Days, AMonthAndAYearBeginWithTheirFirstDay) {
  EXPECT_EQ(day_of("1970-01-02"), 1);
  EXPECT_EQ(day_of("1970-02"), 31);
  EXPECT_EQ(day_of("1971"), 365);
  EXPECT_EQ(day_of("1970-01-02T08:00"), 1);
}

TEST(Days, WhatIsNoDateIsNone) {
  for (const char* text : {"", "PAST_REF", "1970-", "1970-13", "1970-02-30", "197"})
    EXPECT_FALSE(day_of(text)) << text;
}

TEST(Days, ADateComesBack) {
  EXPECT_EQ(date_of(*day_of("2024-02-29")), "2024-02-29");
}

}  // namespace
}  // namespace sayso::serve
