#include "intake/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso::intake {
namespace {

TEST(Utf8, ReplacesEachBrokenSequenceOnce) {
  std::uint32_t replaced = 0;
  // Unicode 15, table 3-11: truncated sequences are one replacement each.
  EXPECT_EQ(repair_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", replaced), "\uFFFD\uFFFD\uFFFD\uFFFD\x41");
  EXPECT_EQ(replaced, 4u);
}

TEST(Utf8, RefusesSurrogatesOverlongFormsAndBeyondUnicode) {
  for (const char* bytes :
       {"\xED\xA0\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
    std::uint32_t replaced = 0;
    EXPECT_TRUE(is_valid_utf8(repair_utf8(bytes, replaced)));
    EXPECT_GT(replaced, 0u);
  }
}

TEST(Utf8, WalksBothWays) {
  const std::string text = "aé€😀";
  std::u32string forward;
  for (std::size_t at = 0; at < text.size();) forward.push_back(next_code_point(text, at));
  EXPECT_EQ(forward, U"aé€😀");
  std::u32string backward;
  for (std::size_t end = text.size(); end > 0;) backward.push_back(previous_code_point(text, end));
  EXPECT_EQ(backward, U"😀€éa");
  EXPECT_EQ(count_code_points(text), 4u);
}

TEST(Utf8, AppendIsTheInverseOfNext) {
  for (char32_t c : {U'a', U'\u00E9', U'\u20AC', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), c);
    EXPECT_EQ(at, text.size());
  }
}

}  // namespace
}  // namespace sayso::intake
