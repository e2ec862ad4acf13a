#include "intake/blanks.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <string>

namespace sayso::intake {
namespace {

TEST(Blanks, AreUnicodesWhiteSpace) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    ASSERT_EQ(is_blank(c), static_cast<bool>(u_isUWhiteSpace(static_cast<UChar32>(c))))
        << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Blanks, TrimKeepsInnerBlanks) {
  EXPECT_EQ(trim("\u00A0 a\u00A0b \r\n\u3000"), "a\u00A0b");
  EXPECT_EQ(trim(" \t\u2028"), "");
  const std::string text = "x  \u00A0é\n";
  EXPECT_EQ(trim(text, Span{1, 8}), (Span{5, 7}));
  EXPECT_TRUE(trim(text, Span{1, 3}).empty());
}

}  // namespace
}  // namespace sayso::intake
