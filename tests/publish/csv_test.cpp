#include "sayso/csv.h"

#include <gmock/gmock.h>

#include <vector>

namespace sayso {
namespace {

std::string line(std::vector<std::string> fields) {
  return csv_line(fields);
}

TEST(Csv, QuotesWhatWouldEndAField) {
  EXPECT_EQ(line({"a", "b c", ""}), "a,b c,\r\n");
  EXPECT_EQ(line({"one, two", "say \"no\"", "up\ndown"}), "\"one, two\",\"say \"\"no\"\"\",\"up\ndown\"\r\n");
  EXPECT_EQ(line({}), "\r\n");
}

}  // namespace
}  // namespace sayso
