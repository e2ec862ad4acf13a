#include "reading/roles.h"

#include <gmock/gmock.h>

#include "fakes/parsed_article.h"
#include "reading/noun_phrases.h"

namespace sayso::reading {
namespace {

struct RoleCase {
  std::string_view sentence;
  std::string_view noun;
  std::string_view phrase;  // with its complements
  std::string_view title;
  std::string_view key;
  std::string_view of;
};

class ReadRole : public testing::TestWithParam<RoleCase> {};
TEST_P(ReadRole, TitleAndOwner) {
  const auto parsed = fakes::parse_article(GetParam().sentence);
  const ArticleWords words(parsed.article.text, parsed.layers);
  const std::uint32_t noun = parsed.word(GetParam().noun);
  const WordRange phrase = with_complements(words, noun_phrase(words, noun), noun);
  EXPECT_EQ(words.of(phrase), GetParam().phrase);
  const RolePhrase role = read_role(words, phrase, noun);
  EXPECT_EQ(role.title, GetParam().title);
  EXPECT_EQ(role.key, GetParam().key);
  EXPECT_EQ(words.of(role.of), GetParam().of);
}
INSTANTIATE_TEST_SUITE_P(
    Roles, ReadRole,
    testing::Values(
        RoleCase{"Norway|PROPN|3|nmod ’s|PART|1|case envoy|NOUN|6|nsubj to|ADP|5|case Nepal|PROPN|3|nmod "
                 "left|VERB|0|root",
                 "envoy", "Norway’s envoy to Nepal", "envoy", "envoy", "Norway"},
        RoleCase{"the|DET|3|det Norwegian|ADJ|3|amod ambassador|NOUN|4|nsubj left|VERB|0|root", "ambassador",
                 "the Norwegian ambassador", "ambassador", "envoy", "Norwegian"},
        RoleCase{"a|DET|3|det department|NOUN|3|compound chief|NOUN|0|root at|ADP|6|case the|DET|6|det "
                 "ministry|NOUN|3|nmod",
                 "chief", "a department chief at the ministry", "department chief", "chief", "ministry"},
        RoleCase{"the|DET|3|det former|ADJ|3|amod spokeswoman|NOUN|0|root", "spokeswoman",
                 "the former spokeswoman", "spokeswoman", "spokesman", ""},
        RoleCase{"told|VERB|0|root reporters|NOUN|1|iobj in|ADP|4|case Oslo|PROPN|1|obl", "reporters",
                 "reporters", "reporters", "reporter", ""},
        RoleCase{
            "President|PROPN|5|nmod Ilse|PROPN|5|nmod Varga|PROPN|5|nmod ’s|PART|3|case envoy|NOUN|0|root",
            "envoy", "President Ilse Varga’s envoy", "envoy", "envoy", "President Ilse Varga"}));

TEST(Roles, WordsForOneOfficeAgree) {
  EXPECT_EQ(role_key("emissary"), role_key("ambassador"));
  EXPECT_EQ(role_key("chairwoman"), role_key("chair"));
  EXPECT_NE(role_key("minister"), role_key("mayor"));
  EXPECT_EQ(role_key(""), "");
}

TEST(Roles, NoPhraseRunsAwayOnALongSentence) {
  std::string sentence;
  for (int i = 0; i < 200; ++i) sentence += "Roke|PROPN|0|nmod ’s|PART|0|case ";
  const auto parsed = fakes::parse_article(sentence + "envoy|NOUN|0|root");
  const ArticleWords words(parsed.article.text, parsed.layers);
  EXPECT_LE(noun_phrase(words, parsed.word("envoy")).size(), kLongestPhrase + 2);
}

TEST(Roles, AWordThatIsNotThereGivesNothing) {
  const auto parsed = fakes::parse_article("envoy|NOUN|0|root");
  const ArticleWords words(parsed.article.text, parsed.layers);
  EXPECT_EQ(noun_phrase(words, 7).size(), 0u);
  EXPECT_EQ(words.small(7), "");
  EXPECT_FALSE(head_of_phrase(words, {3, 9}));
}

}  // namespace
}  // namespace sayso::reading
