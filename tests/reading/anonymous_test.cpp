#include "reading/anonymous.h"

#include <gmock/gmock.h>

#include "fakes/parsed_article.h"

namespace sayso::reading {
namespace {

struct DescriptionCase {
  std::string_view sentence;
  std::string_view phrase;
  std::string_view name;
};

class AnonymousName : public testing::TestWithParam<DescriptionCase> {};
TEST_P(AnonymousName, DescribesWithoutArticle) {
  const auto parsed = fakes::parse_article(GetParam().sentence);
  const ArticleWords words(parsed.article.text, parsed.layers);
  EXPECT_EQ(anonymous_name(words, words.words_in(parsed.at(GetParam().phrase))), GetParam().name);
}
INSTANTIATE_TEST_SUITE_P(
    Descriptions, AnonymousName,
    testing::Values(
        DescriptionCase{"Some|DET|2|det analysts|NOUN|3|nsubj say|VERB|0|root", "Some analysts",
                        "anonymous: some analysts"},
        DescriptionCase{"A|DET|3|det police|NOUN|3|compound officer|NOUN|4|nsubj said|VERB|0|root",
                        "A police officer", "anonymous: police officer"},
        DescriptionCase{
            "a|DET|3|det Lakeside|PROPN|3|compound official|NOUN|0|root ,|PUNCT|3|punct who|PRON|6|nsubj "
            "spoke|VERB|3|acl",
            "a Lakeside official, who spoke", "anonymous: Lakeside official"},
        DescriptionCase{
            "People|NOUN|0|root familiar|ADJ|1|amod with|ADP|5|case the|DET|5|det plan|NOUN|2|obl",
            "People familiar with the plan", "anonymous: people familiar with the plan"},
        DescriptionCase{
            "Some|DET|2|det 59|NUM|3|nummod percent|NOUN|0|root of|ADP|6|case registered|VERB|6|amod "
            "voters|NOUN|3|nmod",
            "Some 59 percent of registered voters", "anonymous: registered voters"},
        DescriptionCase{"those|PRON|0|root who|PRON|3|nsubj left|VERB|1|acl", "those who left",
                        "anonymous: those who left"}));

struct DocumentCase {
  std::string_view sentence;
  std::string_view noun;
  std::string_view name;
};

class DocumentName : public testing::TestWithParam<DocumentCase> {};
TEST_P(DocumentName, NamesItsMaker) {
  const auto parsed = fakes::parse_article(GetParam().sentence);
  const ArticleWords words(parsed.article.text, parsed.layers);
  const std::uint32_t noun = parsed.word(GetParam().noun);
  EXPECT_EQ(document_name(words, noun), GetParam().name);
}
INSTANTIATE_TEST_SUITE_P(
    Descriptions, DocumentName,
    testing::Values(
        DocumentCase{"a|DET|3|det new|ADJ|3|amod poll|NOUN|0|root by|ADP|6|case Lakeside|PROPN|6|compound "
                     "University|PROPN|3|nmod",
                     "poll", "Lakeside University poll"},
        DocumentCase{"a|DET|2|det note|NOUN|0|root of|ADP|5|case the|DET|5|det meeting|NOUN|2|nmod", "note",
                     "note of the meeting"},
        DocumentCase{
            "partial|ADJ|2|amod results|NOUN|0|root published|VERB|2|acl by|ADP|6|case the|DET|6|det "
            "commission|NOUN|3|obl",
            "results", "partial results"}));

TEST(Anonymous, NothingIsUnspecified) {
  const auto parsed = fakes::parse_article("");
  const ArticleWords words(parsed.article.text, parsed.layers);
  EXPECT_EQ(anonymous_name(words, {0, 0}), kUnspecified);
}

}  // namespace
}  // namespace sayso::reading
