#include <gtest/gtest.h>

#include "sayso/result.h"

namespace sayso {
namespace {

TEST(Error, DescribesWhatIsKnown) {
  Error error{ErrorCode::malformed, "this is no whole JSON object", "wire.jsonl:3", 17};
  EXPECT_EQ(error.describe(), "wire.jsonl:3: this is no whole JSON object (byte 17)");
  error.offset.reset();
  EXPECT_EQ(error.describe(), "wire.jsonl:3: this is no whole JSON object");
  error.input.clear();
  EXPECT_EQ(error.describe(), "this is no whole JSON object");
}

TEST(Error, CodesHaveTheirOwnNames) {
  EXPECT_STREQ(to_string(ErrorCode::not_found), "not_found");
  EXPECT_STREQ(to_string(ErrorCode::not_text), "not_text");
  EXPECT_STREQ(to_string(ErrorCode::inference), "inference");
}

}  // namespace
}  // namespace sayso
