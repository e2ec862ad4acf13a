#include "reading/quantities.h"

#include <gmock/gmock.h>

#include "fakes/parsed_text.h"

namespace sayso::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "at least 18 people|18 people at_least"
std::vector<std::string> found(std::string_view text, const std::vector<std::string>& rows,
                               const std::vector<Timex>& timexes = {}) {
  const Layers layers = fakes::parsed_text(text, {rows});
  std::vector<std::string> out;
  for (const Quantity& q : find_quantities(text, SentenceTree(text, layers, 0), timexes)) {
    char value[32];
    std::snprintf(value, sizeof value, "%.12g", q.value);
    out.push_back(std::string(q.span.of(text)) + "|" + value + " " + q.unit + " " + to_string(q.bound));
  }
  return out;
}

TEST(Quantities, DigitsAndWords) {
  EXPECT_THAT(found("at least 18 people",
                    {"at ADP 3 advmod", "least ADJ 1 fixed", "18 NUM 4 nummod", "people NOUN 0 root"}),
              ElementsAre("at least 18|18 people at_least"));
  EXPECT_THAT(
      found("four thousand litres", {"four NUM 2 compound", "thousand NUM 3 nummod", "litres NOUN 0 root"}),
      ElementsAre("four thousand|4000 litre exact"));
  EXPECT_THAT(
      found("about 40,000 litres", {"about ADV 2 advmod", "40,000 NUM 3 nummod", "litres NOUN 0 root"}),
      ElementsAre("about 40,000|40000 litre about"));
  EXPECT_THAT(found("two hundred and fifty thousand men",
                    {"two NUM 2 compound", "hundred NUM 5 compound", "and CCONJ 4 cc", "fifty NUM 2 conj",
                     "thousand NUM 6 nummod", "men NOUN 0 root"}),
              ElementsAre("two hundred and fifty thousand|250000 men exact"));
}

TEST(Quantities, MoneyAndShares) {
  EXPECT_THAT(found("up to $3.2 million", {"up ADP 5 advmod", "to ADP 1 fixed", "$ SYM 0 root",
                                           "3.2 NUM 5 compound", "million NUM 3 nummod"}),
              ElementsAre("up to $3.2 million|3200000 USD at_most"));
  EXPECT_THAT(found("more than 7.5 percent",
                    {"more ADJ 3 advmod", "than ADP 1 fixed", "7.5 NUM 4 nummod", "percent NOUN 0 root"}),
              ElementsAre("more than 7.5 percent|7.5 % at_least"));
}

TEST(Quantities, NumbersThatCountNothing) {
  EXPECT_THAT(found("tank 7 failed", {"tank NOUN 3 nsubj", "7 NUM 1 nummod", "failed VERB 0 root"}),
              IsEmpty());
  EXPECT_THAT(found("Route 66 closed", {"Route PROPN 3 nsubj", "66 PROPN 1 flat", "closed VERB 0 root"}),
              IsEmpty());
  EXPECT_THAT(found("the 18th man", {"the DET 3 det", "18th ADJ 3 amod", "man NOUN 0 root"}), IsEmpty());
  EXPECT_THAT(found("won 3 - 1", {"won VERB 0 root", "3 NUM 1 obj", "- PUNCT 4 punct", "1 NUM 2 nmod"}),
              ElementsAre("1|1  exact"));
  Timex timex;
  timex.span = {3, 7};
  EXPECT_THAT(found("in 2016", {"in ADP 2 case", "2016 NUM 0 root"}, {timex}), IsEmpty());
  EXPECT_THAT(found("no one left", {"no DET 2 det", "one NOUN 3 nsubj", "left VERB 0 root"}), IsEmpty());
}

TEST(Quantities, HugeNumbersDoNotOverflow) {
  EXPECT_THAT(found("1234567890123456789 men", {"1234567890123456789 NUM 2 nummod", "men NOUN 0 root"}),
              IsEmpty());
}

}  // namespace
}  // namespace sayso::reading
