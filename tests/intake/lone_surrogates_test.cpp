#include "intake/lone_surrogates.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso::intake {
namespace {

std::string replace(std::string json) {
  replace_lone_surrogates(json);
  return json;
}

TEST(LoneSurrogates, AreReplacedAndNothingElse) {
  EXPECT_EQ(replace(R"("\ud83d\ude00")"), R"("\ud83d\ude00")");
  EXPECT_EQ(replace(R"("\ud83d")"), R"("\ufffd")");
  EXPECT_EQ(replace(R"("\ude00x")"), R"("\ufffdx")");
  EXPECT_EQ(replace(R"("\ud83d\ud83d\ude00")"), R"("\ufffd\ud83d\ude00")");
  EXPECT_EQ(replace(R"("\\ud83d")"), R"("\\ud83d")");
  EXPECT_EQ(replace(R"("\ud8)"), R"("\ud8)");
  EXPECT_EQ(replace("\"\\"), "\"\\");
}

}  // namespace
}  // namespace sayso::intake
