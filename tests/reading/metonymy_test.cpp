#include "reading/metonymy.h"

#include <gmock/gmock.h>

#include "fakes/parsed_article.h"

namespace sayso::reading {
namespace {

struct ContextCase {
  std::string_view sentence;
  bool acts;
};

class Metonymy : public testing::TestWithParam<ContextCase> {};
TEST_P(Metonymy, ByContext) {
  const auto parsed = fakes::parse_article(GetParam().sentence);
  const ArticleWords words(parsed.article.text, parsed.layers);
  const std::uint32_t city = parsed.word("Oslo");
  EXPECT_EQ(acts_or_is_addressed(words, {city, city + 1}), GetParam().acts) << parsed.article.text;
}
INSTANTIATE_TEST_SUITE_P(
    Context, Metonymy,
    testing::Values(
        ContextCase{"Oslo|PROPN|2|nsubj|B-LOC calls|VERB|0|root on|ADP|4|case Lima|PROPN|2|obl", true},
        ContextCase{"reporters|NOUN|0|root in|ADP|3|case Oslo|PROPN|1|nmod", false},
        ContextCase{"Lima|PROPN|2|nsubj called|VERB|0|root on|ADP|4|case Oslo|PROPN|2|obl", true},
        ContextCase{"she|PRON|2|nsubj flew|VERB|0|root to|ADP|4|case Oslo|PROPN|2|obl", false},
        ContextCase{"an|DET|2|det appeal|NOUN|0|root to|ADP|4|case Oslo|PROPN|2|nmod", true},
        ContextCase{"Oslo|PROPN|3|nmod ’s|PART|1|case interests|NOUN|4|nsubj differ|VERB|0|root", true},
        ContextCase{"Oslo|PROPN|3|nmod ’s|PART|1|case streets|NOUN|4|nsubj emptied|VERB|0|root", false},
        ContextCase{"talks|NOUN|0|root with|ADP|3|case Oslo|PROPN|1|nmod", true},
        ContextCase{
            "the|DET|5|det Oslo|PROPN|5|compound -|PUNCT|4|punct Lima|PROPN|2|compound talks|NOUN|0|root",
            true},
        ContextCase{"they|PRON|2|nsubj urged|VERB|0|root Oslo|PROPN|2|obj to|PART|5|mark wait|VERB|2|xcomp",
                    true},
        ContextCase{"they|PRON|2|nsubj reached|VERB|0|root Oslo|PROPN|2|obj", false},
        ContextCase{"Oslo|PROPN|2|nsubj woke|VERB|0|root to|ADP|4|case snow|NOUN|2|obl", false},
        ContextCase{"the|DET|4|det Oslo|PROPN|4|compound daily|ADJ|4|amod newspaper|NOUN|0|root", false}));

TEST(Metonymy, NothingActsOutsideTheText) {
  const auto parsed = fakes::parse_article("Oslo|PROPN|0|root");
  const ArticleWords words(parsed.article.text, parsed.layers);
  EXPECT_FALSE(acts_or_is_addressed(words, {0, 1}));
  EXPECT_FALSE(acts_or_is_addressed(words, {0, 0}));
  EXPECT_FALSE(acts_or_is_addressed(words, {5, 9}));
}

}  // namespace
}  // namespace sayso::reading
