#include "cli/option_values.h"

#include <gtest/gtest.h>

namespace sayso::cli {
namespace {

TEST(OptionValues, ByteSizes) {
  EXPECT_EQ(parse_byte_size("1"), 1u);
  EXPECT_EQ(parse_byte_size("64K"), 64'000u);
  EXPECT_EQ(parse_byte_size("20M"), 20'000'000u);
  EXPECT_EQ(parse_byte_size("2G"), 2'000'000'000u);
  EXPECT_EQ(parse_byte_size("18446744073709551615"), 18446744073709551615u);
  for (const char* wrong : {"", "0", "0M", "-1", "+1", " 1", "1 K", "1k", "1KB", "1.5M", "M",
                            "18446744073709551616", "18446744073709551615K"}) {
    EXPECT_FALSE(parse_byte_size(wrong)) << wrong;
  }
}

TEST(OptionValues, IsoDates) {
  for (const char* right : {"2016-12-13", "2024-02-29", "2016-12-13T08:30", "2016-12-13 08:30:59",
                            "2016-12-13T08:30Z", "2016-12-13T08:30:00.25+05:45", "2016-12-31T23:59:60Z"}) {
    EXPECT_TRUE(is_iso_date(right)) << right;
  }
  for (const char* wrong :
       {"", "soon", "2016", "2016-12", "2016-12-32", "2023-02-29", "2016-00-01", "16-12-13", "2016-12-13T",
        "2016-12-13T24:00", "2016-12-13T08", "2016-12-13T08:30:00+5", "2016-12-13T08:30:00.", "2016-12-13x",
        "12/13/2016", "2016-12-13T08:30ZZ"}) {
    EXPECT_FALSE(is_iso_date(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace sayso::cli
