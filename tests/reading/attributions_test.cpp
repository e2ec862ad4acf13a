#include "reading/attributions.h"

#include <gmock/gmock.h>

#include "fakes/fake_encoder.h"

namespace sayso::reading {
namespace {

using fakes::make_article;
using language::Analysis;

// Spans by their text: builds an analysis as the encoder would give it.
class AnalysisOf {
 public:
  explicit AnalysisOf(const Article& article) : text_(article.text) {}

  AnalysisOf& source(std::string_view words) {
    analysis_.sources.push_back({at(words), 0.9});
    return *this;
  }
  AnalysisOf& cue(std::string_view words, std::optional<std::size_t> source) {
    analysis_.cues.push_back({{at(words), 0.9}, {source, 0.9}});
    return *this;
  }
  AnalysisOf& content(std::string_view words, std::optional<std::size_t> cue) {
    analysis_.contents.push_back({{at(words), 0.9}, {cue, 0.9}});
    return *this;
  }
  operator const Analysis&() const { return analysis_; }

 private:
  Span at(std::string_view words) const {
    const std::size_t begin = text_.find(words);
    EXPECT_NE(begin, std::string_view::npos) << words;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }

  std::string_view text_;
  Analysis analysis_;
};

TEST(Attributions, JoinsSourceCueAndContent) {
  const Article article = make_article("The ferry was late, said Anna Roke.");
  const auto attributions = find_attributions(
      article, AnalysisOf(article).source("Anna Roke").cue("said", 0).content("The ferry was late", 0));
  ASSERT_EQ(attributions.size(), 1u);
  const Attribution& a = attributions[0];
  EXPECT_EQ(a.source->text, "Anna Roke");
  EXPECT_EQ(a.cue.text, "said");
  EXPECT_EQ(a.content.text, "The ferry was late");
  EXPECT_EQ(a.quote, QuoteKind::indirect);
  EXPECT_NEAR(a.confidence, 0.9 * 0.9 * 0.9 * 0.9 * 0.9, 1e-9);
}

TEST(Attributions, ASplitQuotationIsOneContent) {
  const Article article = make_article("“We go,” he said, “now.”");
  const auto attributions = find_attributions(
      article, AnalysisOf(article).source("he").cue("said", 0).content("“We go,”", 0).content("“now.”", 0));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].content.spans.size(), 2u);
  EXPECT_EQ(attributions[0].content.text, "“We go,” “now.”");
  EXPECT_EQ(attributions[0].quote, QuoteKind::direct);
}

TEST(Attributions, OneSourceMaySpeakTwice) {
  const Article article = make_article("Roke said it was late and added that it was cold.");
  const auto attributions = find_attributions(article, AnalysisOf(article)
                                                           .source("Roke")
                                                           .cue("said", 0)
                                                           .cue("added", 0)
                                                           .content("it was late", 0)
                                                           .content("that it was cold", 1));
  ASSERT_EQ(attributions.size(), 2u);
  EXPECT_EQ(attributions[0].source->text, "Roke");
  EXPECT_EQ(attributions[1].source->text, "Roke");
}

TEST(Attributions, NobodyNamedGivesNoSource) {
  const Article article = make_article("The ferry is said to be late.");
  const auto attributions =
      find_attributions(article, AnalysisOf(article).cue("is said", {}).content("to be late", 0));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_FALSE(attributions[0].source);
}

TEST(Attributions, AQuotationOverParagraphsIsOne) {
  const Article article = make_article("“We go,” said Roke. “We must.\n\n“We cannot stay.”\n\nIt rained.");
  const auto attributions = find_attributions(article, AnalysisOf(article)
                                                           .source("Roke")
                                                           .cue("said", 0)
                                                           .content("“We go,”", 0)
                                                           .content("“We must.", 0)
                                                           .content("“We cannot stay.”", {}));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].content.spans.size(), 3u);
  EXPECT_EQ(attributions[0].quote, QuoteKind::direct);
}

TEST(Attributions, AContentThatHoldsAQuotationsWordsHoldsItsMarks) {
  const Article article = make_article("She wrote: “We go. We ‘must’ go.");
  const auto attributions = find_attributions(
      article, AnalysisOf(article).source("She").cue("wrote", 0).content("We go. We ‘must’ go", 0));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].content.text, "“We go. We ‘must’ go.");
}

TEST(Attributions, APartOfAQuotationStaysAPart) {
  const Article article = make_article("“We go, and soon,” she said.");
  const auto attributions =
      find_attributions(article, AnalysisOf(article).source("she").cue("said", 0).content("We go", 0));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].content.text, "We go");
}

TEST(Attributions, AContentStandsInTheParagraphOfItsCue) {
  const Article article = make_article("He left.\n\nAnna Roke said no.");
  const auto attributions = find_attributions(
      article, AnalysisOf(article).source("Anna Roke").cue("said", 0).content("He left", 0).content("no", 0));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].content.text, "no");
}

TEST(Attributions, AColonLeadsIntoTheNextParagraphOnly) {
  const Article article = make_article("Anna Roke added:\n\n“We go.”\n\n“They stay.”");
  const auto attributions = find_attributions(article, AnalysisOf(article)
                                                           .source("Anna Roke")
                                                           .cue("added:", 0)
                                                           .content("“We go.”", 0)
                                                           .content("“They stay.”", 0));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].content.text, "“We go.”");
}

TEST(Attributions, AQuotationThatGoesOnKeepsItsSpeaker) {
  const Article article =
      make_article("“We go,” said Roke. “We must.\n\n“We cannot stay.”\n\n“No,” said Bohm.");
  const auto attributions = find_attributions(article, AnalysisOf(article)
                                                           .source("Roke")
                                                           .source("Bohm")
                                                           .cue("said Roke", 0)
                                                           .cue("said Bohm", 1)
                                                           .content("“We must.", 0)
                                                           .content("“We cannot stay.”", 1)
                                                           .content("“No,”", 1));
  ASSERT_EQ(attributions.size(), 2u);
  EXPECT_EQ(attributions[0].content.text, "“We must. “We cannot stay.”");
  EXPECT_EQ(attributions[1].content.text, "“No,”");
}

TEST(Attributions, AQuotationWithItsOwnCueIsNew) {
  const Article article = make_article("“We go,” said Roke. “We must.\n\n“We stay,” said Bohm.");
  const auto attributions = find_attributions(article, AnalysisOf(article)
                                                           .source("Roke")
                                                           .source("Bohm")
                                                           .cue("said Roke", 0)
                                                           .cue("said Bohm", 1)
                                                           .content("“We must.", 0)
                                                           .content("“We stay,”", 1));
  ASSERT_EQ(attributions.size(), 2u);
  EXPECT_EQ(attributions[1].content.text, "“We stay,”");
}

TEST(Attributions, AClosedQuotationDoesNotGoOn) {
  const Article article = make_article("“We go,” said Roke. “We must.”\n\n“We cannot stay.”");
  const auto attributions = find_attributions(article, AnalysisOf(article)
                                                           .source("Roke")
                                                           .cue("said", 0)
                                                           .content("“We must.”", 0)
                                                           .content("“We cannot stay.”", {}));
  ASSERT_EQ(attributions.size(), 1u);
  EXPECT_EQ(attributions[0].content.spans.size(), 1u);
}

TEST(Attributions, ACueThatSaysNothingIsLeftOut) {
  const Article article = make_article("Roke said so.");
  EXPECT_TRUE(find_attributions(article, AnalysisOf(article).source("Roke").cue("said", 0)).empty());
}

}  // namespace
}  // namespace sayso::reading
