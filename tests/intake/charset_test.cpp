#include "intake/charset.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "intake/utf8.h"

namespace sayso::intake {
namespace {

using namespace std::string_literals;

Decoded decode_text(std::string_view bytes, Markup markup = Markup::none) {
  Result<Decoded> decoded = decode(bytes, markup);
  EXPECT_TRUE(decoded) << (decoded ? "" : decoded.error().describe());
  EXPECT_TRUE(!decoded || is_valid_utf8(decoded->text));
  return decoded ? *decoded : Decoded{};
}

TEST(Charset, Utf8StaysAsItIs) {
  const Decoded decoded = decode_text("Zażółć\r\n\u00A0gęślą — jaźń");
  EXPECT_EQ(decoded.text, "Zażółć\r\n\u00A0gęślą — jaźń");
  EXPECT_EQ(decoded.charset, "");
}

TEST(Charset, DropsTheByteOrderMark) {
  EXPECT_EQ(decode_text("\xEF\xBB\xBFHello").text, "Hello");
}

TEST(Charset, ReadsUtf16AndUtf32ByTheirMarks) {
  EXPECT_EQ(decode_text("\xFF\xFEH\0i\0 \0\x3D\xD8\x00\xDE"s).text, "Hi 😀");
  EXPECT_EQ(decode_text("\xFE\xFF\0H\0i"s).text, "Hi");
  EXPECT_EQ(decode_text("\xFF\xFE\0\0H\0\0\0i\0\0\0"s).text, "Hi");
  EXPECT_EQ(decode_text("\0\0\xFE\xFF\0\0\0H\0\0\0i"s).text, "Hi");
  EXPECT_EQ(decode_text("\xFF\xFEH\0i\0"s).charset, "UTF-16LE");
}

TEST(Charset, KeepsSurrogatePairsAcrossConversionPieces) {
  for (int pad = 0; pad < 3; ++pad) {
    std::string bytes = "\xFF\xFE"s;
    std::string wanted;
    for (int i = 0; i < pad; ++i) {
      bytes += "x\0"s;
      wanted += "x";
    }
    for (int i = 0; i < 9000; ++i) {
      bytes += "\x3D\xD8\x00\xDE"s;
      wanted += "😀";
    }
    EXPECT_EQ(decode_text(bytes).text, wanted);
  }
}

TEST(Charset, ReadsUtf16WithoutAMark) {
  std::string bytes;
  for (char c : "The minister denied the report."s) bytes += c + "\0"s;
  EXPECT_EQ(decode_text(bytes).text, "The minister denied the report.");
}

TEST(Charset, TakesAFewHighBytesForWindows1252) {
  const Decoded decoded =
      decode_text("\x93We never met,\x94 said Andr\xE9 Lef\xE8vre, the mayor of a small town near the sea.");
  EXPECT_EQ(decoded.text, "“We never met,” said André Lefèvre, the mayor of a small town near the sea.");
  EXPECT_EQ(decoded.charset, "windows-1252");
}

TEST(Charset, DetectsCyrillic) {
  // "Министр иностранных дел опроверг сообщения о переговорах." in windows-1251, several times for the
  // statistics.
  const std::string sentence =
      "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xE8\xED\xEE\xF1\xF2\xF0\xE0\xED\xED\xFB\xF5 \xE4\xE5\xEB "
      "\xEE\xEF\xF0\xEE\xE2\xE5\xF0\xE3 "
      "\xF1\xEE\xEE\xE1\xF9\xE5\xED\xE8\xFF \xEE \xEF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xE0\xF5. ";
  const Decoded decoded = decode_text(sentence + sentence + sentence);
  EXPECT_TRUE(decoded.text.starts_with("Министр иностранных дел опроверг"))
      << decoded.text << " " << decoded.charset;
}

TEST(Charset, UsesTheDeclaredOne) {
  const std::string page = "<html><head><meta charset='ISO-8859-2'></head><body>\xA3\xF3\xBC</body></html>";
  EXPECT_NE(decode_text(page, Markup::html).text.find("Łóź"), std::string::npos);
  const std::string old =
      "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=windows-1252\">caf\xE9 \x80 5";
  EXPECT_NE(decode_text(old, Markup::html).text.find("café € 5"), std::string::npos);
  EXPECT_EQ(find_declared_charset("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>"), "koi8-r");
}

TEST(Charset, DoesNotBelieveAWrongDeclaration) {
  const std::string page = "<meta charset=iso-8859-1><p>“naïve”</p>";
  EXPECT_EQ(decode_text(page, Markup::html).text, page);
  EXPECT_TRUE(is_valid_utf8(decode_text("<meta charset=no-such-charset>caf\xE9", Markup::html).text));
}

TEST(Charset, RepairsDamagedUtf8) {
  const Decoded decoded = decode_text("“One” and “two” and “three” \xE2\x80 “four”");
  EXPECT_EQ(decoded.text, "“One” and “two” and “three” \uFFFD “four”");
  EXPECT_EQ(decoded.replaced, 1u);
}

TEST(Charset, NamesBinaryFiles) {
  const auto message = [](std::string_view bytes) {
    const Result<Decoded> decoded = decode(bytes, Markup::none);
    EXPECT_FALSE(decoded);
    if (decoded) return ""s;
    EXPECT_EQ(decoded.error().code, ErrorCode::not_text);
    return decoded.error().message;
  };
  EXPECT_EQ(message("%PDF-1.7 ..."), "this is a PDF file, not text");
  EXPECT_EQ(message("PK\x03\x04..."), "this is a zip archive or office document, not text");
  EXPECT_EQ(message("\x89PNG\r\n\x1A\n"), "this is a PNG picture, not text");
  EXPECT_EQ(message("\x1F\x8B\x08"), "this is a gzip file, not text");
  EXPECT_EQ(message("\x7F"
                    "ELF"),
            "this is a program (ELF), not text");
  EXPECT_EQ(message("some text and then a\0zero"s), "this is binary data, not text");
  EXPECT_EQ(message("\x01\x02\x03\x04\x05 ab"), "this is binary data, not text");
}

TEST(Charset, LateNulsAreReplaced) {
  const std::string text = std::string(10000, 'a') + "\0b\0"s;
  const Decoded decoded = decode_text(text);
  EXPECT_TRUE(decoded.text.ends_with("a\uFFFDb\uFFFD"));
  EXPECT_EQ(decoded.nuls, 2u);
}

TEST(Charset, Warns) {
  Article article;
  Decoded decoded;
  decoded.charset = "windows-1252";
  decoded.replaced = 2;
  decoded.nuls = 1;
  warn_of(decoded, article);
  ASSERT_EQ(article.warnings.size(), 3u);
  EXPECT_EQ(article.warnings[0].code, "decoded_from");
  EXPECT_EQ(article.warnings[0].place, "windows-1252");
  EXPECT_EQ(article.warnings[1].code, "invalid_utf8");
  EXPECT_EQ(article.warnings[1].count, 2u);
  EXPECT_EQ(article.warnings[2].code, "nul_characters");
}

}  // namespace
}  // namespace sayso::intake
