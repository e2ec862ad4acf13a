#include "language/analyser.h"

#include <gmock/gmock.h>

#include "fakes/fake_encoder.h"

namespace sayso::language {
namespace {

using fakes::make_analyser;
using fakes::make_article;

TEST(Analyser, SpansCutTheirOwnText) {
  const Article article = make_article("The port was shut.\n\n\"It will open,\" said Anna Roke.");
  const auto analysis = make_analyser().analyse(article);
  ASSERT_TRUE(analysis);
  ASSERT_EQ(analysis->contents.size(), 1u);
  EXPECT_EQ(analysis->contents[0].text.of(article.text), "\"It will open,\"");
  ASSERT_EQ(analysis->cues.size(), 1u);
  EXPECT_EQ(analysis->cues[0].text.of(article.text), "said");
  ASSERT_EQ(analysis->sources.size(), 2u);
  EXPECT_EQ(analysis->sources[1].text.of(article.text), "Anna Roke");
  EXPECT_EQ(analysis->cues[0].source.partner, 1u);
  EXPECT_EQ(analysis->contents[0].cue.partner, 0u);
}

TEST(Analyser, SmallWindowsGiveTheSameAsLargeOnes) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\"we wait,\" said Bo and went home to the others.\n\n";
  const Article article = make_article(text);
  const auto large = make_analyser({500, 64}).analyse(article);
  const auto small = make_analyser({40, 8}).analyse(article);
  ASSERT_EQ(large->cues.size(), 40u);
  ASSERT_EQ(small->cues.size(), 40u);
  for (std::size_t i = 0; i < 40; ++i) {
    EXPECT_EQ(large->cues[i].text, small->cues[i].text);
    EXPECT_EQ(large->cues[i].source.partner, small->cues[i].source.partner);
  }
}

TEST(Analyser, ReadsALongArticleInSections) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "\"we wait,\" said Bo and went home to the others.\n\n";
  const Article article = make_article(text);
  const auto analysis = make_analyser().analyse(article);
  ASSERT_GT(analysis->pieces, 40'000u);
  ASSERT_EQ(analysis->cues.size(), 3000u);
  for (std::size_t i = 0; i < analysis->cues.size(); ++i) {
    ASSERT_EQ(analysis->cues[i].source.partner, i);
    ASSERT_EQ(analysis->contents[i].cue.partner, i);
    ASSERT_EQ(analysis->cues[i].text.of(article.text), "said");
  }
}

TEST(Analyser, SurvivesAParagraphWithoutEnd) {
  std::string words;
  for (int i = 0; i < 30'000; ++i) words += "ab said ";
  EXPECT_EQ(make_analyser().analyse(make_article(words))->cues.size(), 30'000u);
  EXPECT_TRUE(make_analyser().analyse(make_article(std::string(100'000, 'x')))->cues.empty());
}

TEST(Analyser, ReadsOnlyWhatIsMeantToBeRead) {
  Article article = make_article("\"A,\" said Bo.\n\n\"C,\" said Di.");
  article.blocks[0].kind = BlockKind::furniture;
  EXPECT_EQ(make_analyser().analyse(article)->cues.size(), 1u);
  article.blocks.clear();
  EXPECT_TRUE(make_analyser().analyse(article)->cues.empty());
}

TEST(ModelConfig, NamesWhatIsWrong) {
  const auto missing = parse_model_config(R"({"window": 300})");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::bad_model);
  EXPECT_THAT(missing.error().message, testing::HasSubstr("context"));
  EXPECT_FALSE(parse_model_config("not json"));
  const auto folder = load_model_files("no/such/folder");
  ASSERT_FALSE(folder);
  EXPECT_THAT(folder.error().input, testing::HasSubstr("no/such/folder"));
}

}  // namespace
}  // namespace sayso::language
