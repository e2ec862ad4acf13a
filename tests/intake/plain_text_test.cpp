#include <gtest/gtest.h>

#include <random>
#include <string>

#include "intake/block_check.h"
#include "sayso/intake.h"

namespace sayso {
namespace {

using namespace std::string_literals;

Article read(const std::string& text) {
  Result<Article> article = read_plain_text(text, "test.txt", {});
  EXPECT_TRUE(article) << (article ? "" : article.error().describe());
  if (!article) return {};
  EXPECT_EQ(intake::find_block_fault(*article), "");
  return std::move(article).value();
}

TEST(PlainText, IsKeptByteForByte) {
  const std::string text = "\r\n Title here\r\n\r\nThe mayor\u00A0said no.\r\n\r\n\t\n";
  EXPECT_EQ(read(text).text, text);
  EXPECT_EQ(read("\xEF\xBB\xBFThe mayor said no.").text, "The mayor said no.");
}

TEST(PlainText, ReadsWindowsLineEnds) {
  const Article article = read(
      "Port stays shut\r\n\r\nBy Jane Doe\r\n\r\nThe port stays shut until Monday, the mayor of Velmora "
      "said.\r\n");
  ASSERT_EQ(article.blocks.size(), 3u);
  EXPECT_EQ(article.title, "Port stays shut");
  EXPECT_EQ(article.authors, std::vector<std::string>{"Jane Doe"});
}

TEST(PlainText, RefusesNothingToRead) {
  for (const std::string& text : {""s, " \r\n\t"s, "\xEF\xBB\xBF"s, "\u00A0\u3000"s}) {
    const Result<Article> article = read_plain_text(text, "empty.txt", {});
    ASSERT_FALSE(article);
    EXPECT_EQ(article.error().code, ErrorCode::empty_input);
    EXPECT_EQ(article.error().input, "empty.txt");
  }
}

TEST(PlainText, RefusesWhatIsTooLarge) {
  const Result<Article> article = read_plain_text(std::string(50'000'000, 'a'), "big.txt", {});
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::too_large);
  EXPECT_NE(article.error().message.find("20000000"), std::string::npos);
  EXPECT_NE(article.error().message.find("--max-bytes"), std::string::npos);
}

TEST(PlainText, RefusesBinary) {
  const Result<Article> article = read_plain_text("%PDF-1.4\n%\xE2\xE3", "report.txt", {});
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, ErrorCode::not_text);
  EXPECT_EQ(article.error().describe(), "report.txt: this is a PDF file, not text");
}

TEST(PlainText, RepairsInvalidUtf8WithAWarning) {
  const Article article = read("“One”, “two”, “three”, he said \xFF to us.");
  ASSERT_EQ(article.warnings.size(), 1u);
  EXPECT_EQ(article.warnings[0].code, "invalid_utf8");
}

TEST(PlainText, ReadsTextWithoutBlanks) {
  EXPECT_EQ(read(std::string(5000, 'x')).blocks.size(), 1u);
}

TEST(PlainText, ReadsOneLongParagraph) {
  std::string text;
  while (text.size() < 100'000)
    text += "The clerk said that the ferry was late, and that nobody was to blame. ";
  const Article article = read(text);
  ASSERT_EQ(article.blocks.size(), 1u);
  EXPECT_EQ(article.blocks[0].kind, BlockKind::paragraph);
}

TEST(PlainText, TakesFactsFromTheOptions) {
  IntakeOptions options;
  options.outlet = "The Velmora Mail";
  options.published = "2020-01-02";
  const Result<Article> article = read_plain_text("The port is shut.", "a.txt", options);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->outlet, "The Velmora Mail");
  EXPECT_EQ(article->published, "2020-01-02");
  EXPECT_EQ(article->input, "a.txt");
}

TEST(PlainText, ASentenceIsNoTitle) {
  EXPECT_EQ(read("The port is shut.\n\nThe mayor said so.").title, "");
  EXPECT_EQ(read("Port shut").title, "");
  EXPECT_EQ(read("Is the port shut?\n\nThe mayor of Velmora says that it is not.").title,
            "Is the port shut?");
}

TEST(PlainText, IsLinear) {
  // Each of these once made, or could make, a quadratic parser take minutes.
  for (const std::string& piece : {"a\n"s, "a\n\n"s, "- a\n"s, "By A B, "s, "A/"s, "(A) "s, "COMMENTS\n"s,
                                   "a. "s, "“"s, "Photo: "s, "a\tb\tc\n"s}) {
    std::string text;
    text.reserve(4'000'000);
    while (text.size() < 2'000'000) text += piece;
    read(text);
  }
}

// Whatever the bytes, the blocks cover the text: random mixes of what the rules look for.
TEST(PlainText, BlocksAlwaysCoverTheText) {
  const std::string pieces[] = {"\n",
                                "\n\n",
                                "\r\n",
                                " ",
                                "\u00A0",
                                "\u2028",
                                "\u3000",
                                "A",
                                "said",
                                "By Jane Doe",
                                "VELMORA, May 3 (AP) —",
                                "Photo: AP",
                                "JODOE/AFP/Getty",
                                "COMMENTS",
                                "- item",
                                "• item",
                                "“Quote,” he said.",
                                "Read more:",
                                "\t",
                                "é",
                                "😀",
                                "\xFF",
                                "\xE2\x80",
                                ".",
                                ":",
                                "The ferry left at noon and nobody on the quay knew where it was going.",
                                "(AP)",
                                "—",
                                "Title case words",
                                "Reporting by Jane Doe",
                                "\uFEFF",
                                "\u200B",
                                "***",
                                "\0"s,
                                "\x01"};
  std::mt19937 random(20240521);
  for (int round = 0; round < 3000; ++round) {
    std::string text(9000 * (round % 50 == 0), 'a');
    const std::size_t count = random() % 40;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    const Result<Article> article = read_plain_text(text, "random", {});
    ASSERT_EQ(article ? intake::find_block_fault(*article) : "", "") << testing::PrintToString(text);
  }
}

}  // namespace
}  // namespace sayso
