#include <gtest/gtest.h>

#include <string>

#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace std::string_literals;

TEST(DetectFormat, GoesByTheName) {
  EXPECT_EQ(detect_format("a.txt", "<html>"), InputFormat::plain_text);
  EXPECT_EQ(detect_format("a.HTM", "text"), InputFormat::html);
  EXPECT_EQ(detect_format("dir/a.xhtml", ""), InputFormat::html);
  EXPECT_EQ(detect_format("a.ndjson", "text"), InputFormat::json_lines);
  EXPECT_EQ(detect_format("a.jsonl", ""), InputFormat::json_lines);
}

TEST(DetectFormat, GoesByTheFirstBytes) {
  EXPECT_EQ(detect_format("", "  \n<!DOCTYPE html><p>"), InputFormat::html);
  EXPECT_EQ(detect_format("page", "\xEF\xBB\xBF<!-- saved --><html>"), InputFormat::html);
  EXPECT_EQ(detect_format("", "\xFF\xFE<\0h\0t\0m\0l\0>\0"s), InputFormat::html);
  EXPECT_EQ(detect_format("", "{\"id\": 1}"), InputFormat::json_lines);
  EXPECT_EQ(detect_format("", "{braces} open this report"), InputFormat::plain_text);
  EXPECT_EQ(detect_format("", "<3 is how she signs"), InputFormat::plain_text);
  EXPECT_EQ(detect_format("", ""), InputFormat::plain_text);
}

}  // namespace
}  // namespace sayso
