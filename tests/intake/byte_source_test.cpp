#include "intake/byte_source.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace sayso::intake {
namespace {

TEST(ByteSource, PeeksWithoutConsuming) {
  std::istringstream stream("\n \nfirst\nsecond");
  ByteSource source(stream);
  EXPECT_TRUE(source.peek(10, true).starts_with("\n \nfirst"));
  EXPECT_EQ(source.read_line(100)->text, "");
  EXPECT_EQ(source.read_line(100)->text, " ");
  EXPECT_EQ(source.read_line(100)->text, "first");
  EXPECT_EQ(source.read_all(100), "second");
  EXPECT_FALSE(source.read_line(100));
}

TEST(ByteSource, LimitsWhatItHolds) {
  std::istringstream stream(std::string(300'000, 'a') + "\nb\n" + std::string(300'000, 'c'));
  ByteSource source(stream);
  const auto line = source.read_line(1000);
  ASSERT_TRUE(line);
  EXPECT_TRUE(line->too_long);
  EXPECT_EQ(source.read_line(1000)->text, "b");
  EXPECT_EQ(source.read_all(5000).size(), 5000u);
}

TEST(ByteSource, ReadAllRespectsItsLimitOnWhatWasPeeked) {
  std::istringstream stream(std::string(5000, 'a'));
  ByteSource source(stream);
  source.peek(4096, false);
  EXPECT_EQ(source.read_all(10).size(), 10u);
}

}  // namespace
}  // namespace sayso::intake
