#include "reading/propositions.h"

#include <gmock/gmock.h>

#include "fakes/parsed_article.h"

namespace sayso::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Proposition> find_propositions(const Article& article, const Layers& layers,
                                           const EntityReading& entities, const std::vector<Timex>& timexes,
                                           const std::vector<Attribution>& attributions) {
  return propositions_of(read_clauses(article, layers, entities, timexes, attributions));
}

// "CT- NOT close nsubj=the army; obj=the port", a proposition a line.
std::vector<std::string> found(const fakes::ParsedArticle& parsed,
                               const std::vector<Attribution>& attributions = {},
                               const std::vector<Timex>& timexes = {}) {
  std::vector<std::string> out;
  for (const Proposition& p : find_propositions(parsed.article, parsed.layers, {}, timexes, attributions)) {
    std::string line = to_string(p.factuality);
    if (p.attribution) line += " " + attributions[*p.attribution].id;
    if (p.negated) line += " NOT";
    line += " " + p.predicate.lemma;
    if (!p.modality.empty()) line += " (" + p.modality + ")";
    for (const Argument& a : p.arguments) line += "; " + a.role + "=" + a.text;
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<std::string> found(std::string_view table) {
  return found(fakes::parse_article(table));
}

Attribution attribution(const fakes::ParsedArticle& parsed, std::string_view cue, std::string_view content,
                        Commitment commitment) {
  Attribution a;
  a.id = "a1";
  a.cue.spans = {parsed.at(cue)};
  a.content.spans = {parsed.at(content)};
  a.commitment = commitment;
  return a;
}

TEST(Propositions, VoiceIsUndone) {
  EXPECT_THAT(
      found(
          "The|DET|2|det army|NOUN|3|nsubj closed|VERB|0|root the|DET|5|det port|NOUN|3|obj .|PUNCT|3|punct"),
      ElementsAre("CT+ close; nsubj=The army; obj=the port"));
  EXPECT_THAT(
      found("The|DET|2|det port|NOUN|4|nsubj was|AUX|4|aux closed|VERB|0|root by|ADP|7|case the|DET|7|det "
            "army|NOUN|4|obl .|PUNCT|4|punct"),
      ElementsAre("CT+ close; obj=The port; nsubj=the army"));
}

TEST(Propositions, SubjectsAreShared) {
  EXPECT_THAT(found("Anna|PROPN|2|nsubj left|VERB|0|root and|CCONJ|4|cc closed|VERB|2|conj the|DET|6|det "
                    "door|NOUN|4|obj"),
              ElementsAre("CT+ leave; nsubj=Anna", "CT+ close; nsubj=Anna; obj=the door"));
  EXPECT_THAT(found("Anna|PROPN|2|nsubj urged|VERB|0|root Bo|PROPN|2|obj to|PART|5|mark leave|VERB|2|xcomp"),
              ElementsAre("CT+ urge; nsubj=Anna; obj=Bo", "U leave (urge); nsubj=Bo"));
  EXPECT_THAT(found("Anna|PROPN|4|nsubj and|CCONJ|3|cc Bo|PROPN|1|conj left|VERB|0|root"),
              ElementsAre("CT+ leave; nsubj=Anna; nsubj=Bo"));
}

TEST(Propositions, RelativeClausesAreAboutTheirNoun) {
  EXPECT_THAT(found("The|DET|2|det man|NOUN|5|nsubj who|PRON|4|nsubj fell|VERB|2|acl slept|VERB|0|root"),
              ElementsAre("CT+ fall; nsubj=The man", "CT+ sleep; nsubj=The man"));
  EXPECT_THAT(found("The|DET|2|det man|NOUN|7|nsubj arrested|VERB|2|acl in|ADP|5|case Paris|PROPN|3|obl "
                    ",|PUNCT|3|punct slept|VERB|0|root"),
              ElementsAre("CT+ arrest; obl:in=Paris; obj=The man", "CT+ sleep; nsubj=The man"));
}

TEST(Propositions, NounsForHappenings) {
  EXPECT_THAT(found("The|DET|2|det closure|NOUN|6|nsubj of|ADP|5|case the|DET|5|det port|NOUN|2|nmod "
                    "hurt|VERB|0|root trade|NOUN|6|obj"),
              ElementsAre("CT+ close; obj=the port", "CT+ hurt; nsubj=The closure of the port; obj=trade"));
  EXPECT_THAT(found("Anna|PROPN|2|nsubj made|VERB|0|root a|DET|4|det decision|NOUN|2|obj"),
              ElementsAre("CT+ decide; nsubj=Anna"));
  EXPECT_THAT(found("The|DET|2|det closure|NOUN|3|nsubj hurts|VERB|0|root"),
              ElementsAre("CT+ hurt; nsubj=The closure"));  // of what, nobody says
}

TEST(Propositions, Copulas) {
  EXPECT_THAT(found("Rust|NOUN|4|nsubj was|AUX|4|cop the|DET|4|det cause|NOUN|0|root"),
              ElementsAre("CT+ be cause; nsubj=Rust"));
  EXPECT_THAT(found("Anna|PROPN|4|nsubj is|AUX|4|cop in|ADP|4|case danger|NOUN|0|root"),
              ElementsAre("CT+ be in danger; nsubj=Anna"));
}

TEST(Propositions, NegationModalityAndConditions) {
  EXPECT_THAT(found("Anna|PROPN|4|nsubj did|AUX|4|aux not|PART|4|advmod leave|VERB|0|root"),
              ElementsAre("CT- NOT leave; nsubj=Anna"));
  EXPECT_THAT(found("Anna|PROPN|3|nsubj may|AUX|3|aux leave|VERB|0|root"),
              ElementsAre("PS+ leave (may); nsubj=Anna"));
  EXPECT_THAT(found("Anna|PROPN|2|nsubj failed|VERB|0|root to|PART|4|mark leave|VERB|2|xcomp"),
              ElementsAre("CT+ fail; nsubj=Anna", "CT- NOT leave; nsubj=Anna"));
  EXPECT_THAT(found("Anna|PROPN|3|nsubj would|AUX|3|aux leave|VERB|0|root if|SCONJ|6|mark Bo|PROPN|6|nsubj "
                    "came|VERB|3|advcl"),
              ElementsAre("U leave (would); nsubj=Anna", "U come (if); nsubj=Bo"));
  EXPECT_THAT(found("Did|AUX|3|aux Anna|PROPN|3|nsubj leave|VERB|0|root ?|PUNCT|3|punct"),
              ElementsAre("U leave; nsubj=Anna"));
}

TEST(Propositions, TheReportingClauseIsNone) {
  const auto parsed = fakes::parse_article(
      "Anna|PROPN|2|nsubj denied|VERB|0|root that|SCONJ|5|mark Bo|PROPN|5|nsubj left|VERB|2|ccomp "
      "when|SCONJ|8|mark "
      "it|PRON|8|nsubj rained|VERB|5|advcl");
  EXPECT_THAT(found(parsed, {attribution(parsed, "denied", "that Bo left when it rained",
                                         Commitment::certain_minus)}),
              ElementsAre("CT- a1 leave; nsubj=Bo", "CT+ a1 rain; nsubj=it"));
  EXPECT_THAT(found(parsed, {attribution(parsed, "denied", "that Bo left when it rained",
                                         Commitment::possible_plus)}),
              ElementsAre("PS+ a1 leave; nsubj=Bo", "PS+ a1 rain; nsubj=it"));
}

TEST(Propositions, ClausesEndWhereAnotherSpeaks) {
  const auto parsed = fakes::parse_article(
      "Schools|NOUN|2|nsubj closed|VERB|0|root ,|PUNCT|5|punct Anna|PROPN|5|nsubj said|VERB|2|parataxis "
      ",|PUNCT|5|punct "
      "on|ADP|8|case time|NOUN|2|obl");
  auto a = attribution(parsed, "said", "Schools closed", Commitment::certain_plus);
  a.content.spans.push_back(parsed.at("on time"));
  const auto propositions = find_propositions(parsed.article, parsed.layers, {}, {}, {a});
  ASSERT_EQ(propositions.size(), 1u);
  EXPECT_EQ(propositions[0].span.of(parsed.article.text), "Schools closed");
}

TEST(Propositions, TimesBelongToTheirClause) {
  const auto parsed = fakes::parse_article(
      "Anna|PROPN|2|nsubj left|VERB|0|root on|ADP|4|case Monday|PROPN|2|obl and|CCONJ|6|cc "
      "slept|VERB|2|conj");
  Timex monday;
  monday.span = parsed.at("Monday");
  const auto propositions = find_propositions(parsed.article, parsed.layers, {}, {monday}, {});
  ASSERT_EQ(propositions.size(), 2u);
  EXPECT_EQ(propositions[0].time, 0u);
  EXPECT_EQ(propositions[0].arguments.size(), 1u);  // the day is no argument
  EXPECT_FALSE(propositions[1].time);
}

TEST(Propositions, OnlyBlocksThatAreRead) {
  EXPECT_THAT(found("[furniture] Anna|PROPN|2|nsubj left|VERB|0|root"), IsEmpty());
}

// A parse may be a chain as long as the sentence: nothing may take the square of it on the stack or in time.
TEST(Propositions, LongChains) {
  std::string table;
  for (int i = 0; i < 3000; ++i) table += "go|VERB|" + std::to_string(i) + (i ? "|xcomp " : "|root ");
  EXPECT_EQ(found(table).size(), 3000u);
}

}  // namespace
}  // namespace sayso::reading
