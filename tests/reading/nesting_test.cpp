#include "reading/nesting.h"

#include <gmock/gmock.h>

#include "fakes/marked_article.h"

namespace sayso::reading {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

constexpr std::string_view kReport =
    "Anna|PROPN|3|nsubj Roke|PROPN|1|flat said|VERB|0|root that|SCONJ|6|mark Holm|PROPN|6|nsubj "
    "warned|VERB|3|ccomp crews|NOUN|6|obj ferries|NOUN|9|nsubj sink|VERB|6|ccomp .|PUNCT|3|punct\n"
    "I|PRON|2|nsubj think|VERB|0|root so|ADV|2|advmod .|PUNCT|2|punct\n"
    "We|PRON|2|nsubj warned|VERB|0|root everybody|PRON|2|obj .|PUNCT|2|punct\n";

TEST(Nesting, OnlyAWordOfSayingAmongOthersMayHoldAnother) {
  const auto parsed = fakes::parse_article(kReport);
  const std::string& text = parsed.article.text;
  const Dependents dependents(parsed.layers);
  const auto may = [&](const std::vector<std::string>& pieces) {
    return may_hold_another(text, parsed.layers, dependents, fakes::passage_in(text, pieces));
  };
  EXPECT_TRUE(may({"that Holm warned crews ferries sink"}));
  EXPECT_TRUE(may({"Holm warned", "ferries sink"})) << "pieces are one content";
  EXPECT_FALSE(may({"Holm warned crews"})) << "too short";
  EXPECT_FALSE(may({"Anna Roke", "that Holm", "crews ferries sink"})) << "nobody speaks";
  EXPECT_FALSE(may_hold_another(text, parsed.layers, dependents, {}));
}

struct TextCase {
  std::string text;
  std::vector<std::string> pieces;
  std::vector<std::string> expected;
};

TEST(Nesting, AContentIsATextOfItsOwn) {
  const TextCase cases[] = {
      {"“We go,” he said.", {"“We go,”"}, {"We go,"}},
      {"He said that we go.", {"that we go"}, {"we go"}},
      {"He said “that we go”.", {"“that we go”"}, {"we go"}},
      {"He said «‘\"that we go\"’».", {"«‘\"that we go\"’»"}, {"we go"}},
      // "that" begins the content, not each of its pieces, and only as a word.
      {"“That’s fine,” he said, “that one.”",
       {"“That’s fine,”", "“that one.”"},
       {"That’s fine,", "that one."}},
      {"He said those “many” ferries.", {"those “many” ferries"}, {"those “many” ferries"}},
      // Nothing is left.
      {"He said “ ” and went.", {"“ ”", "went"}, {"went"}},
      {"He said ''.", {"''"}, {}},
  };
  for (const TextCase& c : cases) {
    std::vector<std::string> spans;
    for (const Span& span : as_text(c.text, fakes::passage_in(c.text, c.pieces)))
      spans.emplace_back(span.of(c.text));
    EXPECT_THAT(spans, ElementsAreArray(c.expected)) << c.text;
  }
}

// An analysis of one attribution; without a source where that is empty.
language::Analysis analysis_of(std::string_view text, const std::string& source, const std::string& cue,
                               const std::string& content, double confidence = 1) {
  const auto at = [&](const std::string& words) { return fakes::passage_in(text, {words}).spans.at(0); };
  language::Analysis analysis;
  if (!source.empty()) analysis.sources.push_back({at(source), 1});
  const auto partner = source.empty() ? std::nullopt : std::optional<std::size_t>(0);
  analysis.cues.push_back({{at(cue), confidence}, {partner, 1}});
  analysis.contents.push_back({{at(content), 1}, {0, 1}});
  return analysis;
}

struct NestedCase {
  std::string source, cue, content;
  double confidence;
  std::string outer;
  std::vector<std::string> expected;  // "source cue: content"
};

TEST(Nesting, KeepsWhatStandsWithin) {
  const std::string all = "that Holm warned crews ferries sink. I think so. We warned everybody";
  const NestedCase cases[] = {
      {"Holm", "warned", "ferries sink", 1, all, {"Holm warned: ferries sink"}},
      {"Holm", "warned", "ferries sink", 0.4, all, {"Holm warned: ferries sink"}},  // a known cue
      {"Holm", "warned", "ferries sink", 0.01, all, {}},
      {"Holm", "crews", "ferries sink", 0.4, all, {}},  // no known one
      {"Holm", "crews", "ferries sink", 0.9, all, {"Holm crews: ferries sink"}},
      // Cut to the outer content.
      {"Holm", "warned", "ferries sink", 1, "warned crews ferries", {" warned: ferries"}},
      {"Holm", "warned", "ferries sink", 1, "crews ferries sink", {}},
      {"Holm", "warned", "ferries sink", 1, "that Holm warned crews", {}},
      // A thought of one's own is a hedge.
      {"I", "think", "so", 1, all, {}},
  };
  const auto parsed = fakes::parse_article(kReport);
  const std::string& text = parsed.article.text;
  for (const NestedCase& c : cases) {
    Attribution outer = fakes::attribution_in(text, "Anna Roke", "said", {c.outer});
    outer.confidence = 0.5;
    std::vector<std::string> found;
    for (const Attribution& inner : nested_in(parsed.article, parsed.layers, 3, outer,
                                              analysis_of(text, c.source, c.cue, c.content, c.confidence))) {
      found.push_back((inner.source ? inner.source->text : "") + " " + inner.cue.text + ": " +
                      inner.content.text);
      EXPECT_EQ(inner.within, 3u);
      EXPECT_NEAR(inner.confidence, 0.5 * c.confidence, 1e-9);
    }
    EXPECT_THAT(found, ElementsAreArray(c.expected)) << c.source << ' ' << c.cue << " in " << c.outer;
  }
}

TEST(Nesting, AnEarlierActOfOnesOwnIsAnotherOne) {
  auto parsed =
      fakes::parse_article("We|PRON|2|nsubj warned|VERB|0|root everybody|PRON|2|obj .|PUNCT|2|punct");
  const std::string& text = parsed.article.text;
  Attribution outer = fakes::attribution_in(text, "", "warned", {"We warned everybody"});
  outer.confidence = 1;
  EXPECT_EQ(nested_in(parsed.article, parsed.layers, 0, outer, analysis_of(text, "We", "warned", "everybody"))
                .size(),
            1u);
}

TEST(Nesting, AnInfinitiveWithoutASourceIsTheOuterSpeakersAct) {
  auto parsed = fakes::parse_article(
      "Roke|PROPN|2|nsubj refused|VERB|0|root to|PART|4|mark say|VERB|2|xcomp who|PRON|6|nsubj "
      "sank|VERB|4|ccomp "
      ".|PUNCT|2|punct");
  const std::string& text = parsed.article.text;
  const Attribution outer = fakes::attribution_in(text, "Roke", "refused", {"to say who sank"});
  EXPECT_THAT(nested_in(parsed.article, parsed.layers, 0, outer, analysis_of(text, "", "to say", "who sank")),
              IsEmpty());
}

// Attributions of kReport by their cue, with what they stand within.
struct OrderRow {
  std::string cue, content;
  std::optional<std::uint32_t> within = {};
  std::optional<std::uint32_t> origin = {};
};

std::vector<Attribution> attributions_of(std::string_view text, const std::vector<OrderRow>& rows) {
  std::vector<Attribution> all;
  for (const OrderRow& row : rows) {
    all.push_back(fakes::attribution_in(text, "", row.cue, {row.content}));
    all.back().within = row.within;
    all.back().origin = row.origin;
  }
  return all;
}

// "id cue", and " in id".
std::vector<std::string> tree_of(const std::vector<Attribution>& all) {
  std::vector<std::string> tree;
  for (const Attribution& a : all) {
    tree.push_back(a.id + " " + a.cue.text + (a.within ? " in " + all.at(*a.within).id : ""));
  }
  return tree;
}

TEST(Nesting, TheOrderIsThatOfTheTextTheOuterFirst) {
  const auto parsed = fakes::parse_article(kReport);
  auto all = attributions_of(parsed.article.text, {{"think", "so"},
                                                   {"sink", "ferries", 2},
                                                   {"warned", "crews ferries sink", 3},
                                                   {"said", "Holm warned crews ferries sink"}});
  put_in_order(all);
  EXPECT_THAT(tree_of(all), ElementsAre("a1 said", "a2 warned in a1", "a3 sink in a2", "a4 think"));
  std::vector<Attribution> none;
  put_in_order(none);
  EXPECT_THAT(none, IsEmpty());
}

TEST(Nesting, OfTwoThatBeginTogetherTheOuterIsFirst) {
  const auto parsed = fakes::parse_article(kReport);
  auto all = attributions_of(parsed.article.text, {{"warned", "Holm", 1}, {"said", "Holm warned crews"}});
  all[1].cue = Cue{fakes::passage_in(parsed.article.text, {"Holm"}), {}};
  put_in_order(all);
  EXPECT_THAT(tree_of(all), ElementsAre("a1 Holm", "a2 warned in a1"));
}

TEST(Nesting, OwnActsGoAndWhatStoodInThemMovesOut) {
  const auto parsed = fakes::parse_article(kReport);
  const std::string& text = parsed.article.text;
  // Roke's (0) thought and what it holds; her own earlier words stay.
  auto thought =
      attributions_of(text, {{"said", "think so", {}, 0}, {"think", "so", 0, 0}, {"sink", "ferries", 1, 1}});
  remove_own_acts(text, parsed.layers, thought);
  EXPECT_THAT(tree_of(thought), ElementsAre("a1 said", "a2 sink in a1"));
  auto words = attributions_of(text, {{"said", "Holm warned", {}, 0}, {"warned", "crews", 0, 0}});
  remove_own_acts(text, parsed.layers, words);
  EXPECT_THAT(tree_of(words), ElementsAre("a1 said", "a2 warned in a1"));
  auto others =
      attributions_of(text, {{"said", "think so", {}, 0}, {"think", "so", 0, 1}, {"sink", "ferries", 0, {}}});
  remove_own_acts(text, parsed.layers, others);
  EXPECT_THAT(tree_of(others), ElementsAre("a1 said", "a2 think in a1", "a3 sink in a1"));
}

}  // namespace
}  // namespace sayso::reading
