#include "cli/visible_text.h"

#include <gtest/gtest.h>

namespace sayso::cli {
namespace {

TEST(VisibleText, KeepsWhatShows) {
  const std::string text = "Café “quoted” Мэр 中文 e\u0301 \U0001F468\u200d\U0001F469 \u00a0שלום";
  EXPECT_EQ(visible_line(text), text);
  EXPECT_EQ(visible_paragraphs(text), text);
}

TEST(VisibleText, ShowsControls) {
  EXPECT_EQ(visible_line("a\x1b[31mb"), "a␛[31mb");
  EXPECT_EQ(visible_line("a\x07\x7f\r\n\t"), "a␇␡␍␊␉");
  EXPECT_EQ(visible_line(std::string("\0", 1)), "␀");
  EXPECT_EQ(visible_line("\u009b31m\u0085"), "\ufffd31m\ufffd");
}

TEST(VisibleText, ShowsControlsOfDirection) {
  EXPECT_EQ(visible_line("\u202eevil\u202c \u2066x\u2069"), "\ufffdevil\ufffd \ufffdx\ufffd");
  EXPECT_EQ(visible_paragraphs("\u202e"), "\ufffd");
}

TEST(VisibleText, ReplacesBrokenUtf8) {
  EXPECT_EQ(visible_line("a\xff\xc3(b"), "a\ufffd\ufffd(b");
}

TEST(VisibleText, ParagraphsKeepSpacesAndEmptyLines) {
  EXPECT_EQ(visible_paragraphs("a  b"), "a  b");
  EXPECT_EQ(visible_paragraphs("a\tb\nc\r\nd \n e"), "a b c d e");
  EXPECT_EQ(visible_paragraphs("a\n\nb\r\n \r\nc\u2029d"), "a\nb\nc\nd");
  EXPECT_EQ(visible_paragraphs("a \x1b b"), "a ␛ b");
}

}  // namespace
}  // namespace sayso::cli
