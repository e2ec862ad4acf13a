#include "reading/word_index.h"

#include <gmock/gmock.h>

#include "fakes/parsed_text.h"

namespace sayso::reading {
namespace {

using fakes::parsed_text;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kText = "Anna Roke said it. ÉMILE Left!";

Layers layers() {
  return parsed_text(kText, {{"Anna PROPN 3 nsubj", "Roke PROPN 1 flat", "said VERB 0 root", "it PRON 3 obj",
                              ". PUNCT 3 punct"},
                             {"ÉMILE PROPN 2 nsubj", "Left VERB 0 root", "! PUNCT 2 punct"}});
}

struct RangeCase {
  Span span;
  std::uint32_t begin;
  std::uint32_t end;
};

TEST(WordIndex, WordsLieInASpanWhollyOrInPart) {
  const RangeCase cases[] = {
      {{0, 9}, 0, 2},     // whole words
      {{2, 6}, 0, 2},     // parts of two
      {{4, 5}, 1, 1},     // the blank between them
      {{5, 9}, 1, 2},     // one, not its neighbour that ends before it
      {{0, 30}, 0, 7},    // over sentences, and not the mark behind the span
      {{0, 4000}, 0, 8},  // beyond the text
      {{4000, 4010}, 8, 8},
  };
  const Layers all = layers();
  for (const RangeCase& c : cases) {
    const WordRange range = words_in(all, c.span);
    EXPECT_EQ(range.begin, c.begin) << c.span.begin;
    EXPECT_EQ(range.end, c.end) << c.span.begin;
  }
  EXPECT_EQ(words_in({}, {0, 5}).size(), 0u);
}

TEST(WordIndex, TheHeadHangsOutsideTheRange) {
  const Layers all = layers();
  EXPECT_EQ(head_of(all, {0, 2}), 0u);
  EXPECT_EQ(head_of(all, {0, 5}), 2u);
  EXPECT_EQ(head_of(all, {3, 5}), 3u);
  EXPECT_EQ(head_of(all, {4, 5}), 4u) << "a mark where there is nothing else";
  EXPECT_EQ(head_of(all, {4, 6}), 5u) << "a word rather than a mark";
  EXPECT_EQ(head_of(all, {3, 3}), std::nullopt);
}

TEST(WordIndex, LowersAsciiLettersOnly) {
  const Layers all = layers();
  EXPECT_EQ(lower_form(kText, all.words[0]), "anna");
  EXPECT_EQ(lower_form(kText, all.words[5]), "Émile");
}

TEST(WordIndex, IsOneOfASortedList) {
  constexpr std::string_view kForms[] = {"it", "left", "said"};
  const Layers all = layers();
  std::vector<std::uint32_t> found;
  for (std::uint32_t w = 0; w < all.words.size(); ++w) {
    if (is_one_of(kText, all.words[w], kForms)) found.push_back(w);
  }
  EXPECT_THAT(found, ElementsAre(2u, 3u, 6u));
}

TEST(WordIndex, DependentsStandInTheOrderOfTheText) {
  const Layers all = layers();
  const Dependents dependents(all);
  EXPECT_THAT(dependents.of(0), ElementsAre(1u));
  EXPECT_THAT(dependents.of(1), IsEmpty());
  EXPECT_THAT(dependents.of(2), ElementsAre(0u, 3u, 4u));
  EXPECT_THAT(dependents.of(6), ElementsAre(5u, 7u));
  EXPECT_THAT(dependents.of(7), IsEmpty());
}

TEST(WordIndex, NoWordsHaveNoDependents) {
  const Layers none;
  const Dependents dependents(none);
  EXPECT_EQ(words_in(none, {}).size(), 0u);
}

}  // namespace
}  // namespace sayso::reading
