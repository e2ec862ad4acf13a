#include "reading/events.h"

#include <gmock/gmock.h>

#include "fakes/parsed_article.h"
#include "reading/event_meaning.h"

namespace sayso::reading {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::string side(const std::vector<EventActor>& actors) {
  std::string out;
  for (const EventActor& a : actors) out += (out.empty() ? "" : " & ") + a.text + "/" + a.code + a.sector;
  return out;
}

std::vector<Event> events_of(const fakes::ParsedArticle& parsed,
                             const std::vector<Attribution>& attributions = {},
                             const std::vector<Timex>& timexes = {}) {
  const EntityReading entities = read_entities(parsed.article, parsed.layers, Catalog::builtin());
  const auto clauses = read_clauses(parsed.article, parsed.layers, entities, timexes, attributions);
  return find_events(parsed.article, parsed.layers, entities, Catalog::builtin(), timexes, attributions,
                     clauses);
}

// "CT+ REQUEST 1053: Mexico/MEX -> Chile/CHL", an event a line.
std::vector<std::string> found(const fakes::ParsedArticle& parsed,
                               const std::vector<Attribution>& attributions = {}) {
  std::vector<std::string> out;
  for (const Event& e : events_of(parsed, attributions)) {
    std::string line =
        std::string(to_string(e.factuality)) + " " + e.type + " " + e.cameo + ": " + side(e.actors);
    if (!e.recipients.empty()) line += " -> " + side(e.recipients);
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<std::string> found(std::string_view table) {
  return found(fakes::parse_article(table));
}

TEST(Events, ADeedWithBothItsSides) {
  EXPECT_THAT(found("Kenyan|ADJ|2|amod police|NOUN|3|nsubj arrested|VERB|0|root Ugandan|ADJ|5|amod "
                    "rebels|NOUN|3|obj .|PUNCT|3|punct"),
              ElementsAre("CT+ COERCE 173: Kenyan police/KENCOP -> Ugandan rebels/UGAREB"));
}

TEST(Events, VoiceIsUndone) {
  EXPECT_THAT(
      found("Ugandan|ADJ|2|amod rebels|NOUN|4|nsubj were|AUX|4|aux arrested|VERB|0|root by|ADP|7|case "
            "Kenyan|ADJ|7|amod police|NOUN|4|obl .|PUNCT|4|punct"),
      ElementsAre("CT+ COERCE 173: Kenyan police/KENCOP -> Ugandan rebels/UGAREB"));
}

TEST(Events, WhatIsPromisedAskedForRefusedAndThreatenedIsNotDone) {
  const auto with = [](std::string_view verb) {
    return found("Kenya|PROPN|2|nsubj|B-LOC " + std::string(verb) +
                 "|VERB|0|root to|PART|4|mark free|VERB|2|xcomp Ugandan|ADJ|6|amod prisoners|NOUN|4|obj "
                 ".|PUNCT|2|punct");
  };
  EXPECT_THAT(with("agreed"), ElementsAre("CT+ AGREE 0353: Kenya/KEN -> Ugandan prisoners/UGACVL"));
  EXPECT_THAT(with("refused"), ElementsAre("CT+ REJECT 1243: Kenya/KEN -> Ugandan prisoners/UGACVL"));
  EXPECT_THAT(found("Kenya|PROPN|2|nsubj|B-LOC threatened|VERB|0|root to|PART|4|mark shell|VERB|2|xcomp "
                    "Ugandan|ADJ|6|amod troops|NOUN|4|obj .|PUNCT|2|punct"),
              ElementsAre("CT+ THREATEN 1384: Kenya/KEN -> Ugandan troops/UGAMIL"));
}

TEST(Events, OneAskedToActIsTheRecipient) {
  EXPECT_THAT(found("Kenya|PROPN|2|nsubj|B-LOC urged|VERB|0|root Uganda|PROPN|2|obj|B-LOC to|PART|5|mark "
                    "free|VERB|2|xcomp prisoners|NOUN|5|obj .|PUNCT|2|punct"),
              ElementsAre("CT+ REQUEST 1053: Kenya/KEN -> Uganda/UGA"));
}

TEST(Events, AFutureDeedIsAPromiseOrAThreat) {
  EXPECT_THAT(found("Kenya|PROPN|3|nsubj|B-LOC will|AUX|3|aux free|VERB|0|root Ugandan|ADJ|5|amod "
                    "prisoners|NOUN|3|obj .|PUNCT|3|punct"),
              ElementsAre("CT+ AGREE 0353: Kenya/KEN -> Ugandan prisoners/UGACVL"));
  EXPECT_THAT(found("Kenya|PROPN|3|nsubj|B-LOC will|AUX|3|aux invade|VERB|0|root Uganda|PROPN|3|obj|B-LOC "
                    ".|PUNCT|3|punct"),
              ElementsAre("CT+ THREATEN 138: Kenya/KEN -> Uganda/UGA"));
  EXPECT_THAT(found("Kenya|PROPN|4|nsubj|B-LOC will|AUX|4|aux not|PART|4|advmod free|VERB|0|root "
                    "Ugandan|ADJ|6|amod prisoners|NOUN|4|obj .|PUNCT|4|punct"),
              ElementsAre("CT+ REJECT 1243: Kenya/KEN -> Ugandan prisoners/UGACVL"));
}

TEST(Events, VerbAndObjectMakeOneDeed) {
  const auto with = [](std::string_view object) {
    return found("Kenya|PROPN|2|nsubj|B-LOC suspended|VERB|0|root " + std::string(object) +
                 "|NOUN|2|obj with|ADP|5|case Uganda|PROPN|3|nmod|B-LOC .|PUNCT|2|punct");
  };
  EXPECT_THAT(with("talks"), ElementsAre("CT+ SANCTION 164: Kenya/KEN -> Uganda/UGA"));
  EXPECT_THAT(with("relations"), ElementsAre("CT+ SANCTION 161: Kenya/KEN -> Uganda/UGA"));
  EXPECT_THAT(with("breakfast"), IsEmpty());
}

TEST(Events, ALightVerbSaysNothingOfItsOwn) {
  EXPECT_THAT(
      found("Kenyan|ADJ|2|amod nurses|NOUN|3|nsubj began|VERB|0|root a|DET|6|det hunger|NOUN|6|compound "
            "strike|NOUN|3|obj .|PUNCT|3|punct"),
      ElementsAre("CT+ PROTEST 142: Kenyan nurses/KENMED"));
}

TEST(Events, TwoAdjectivesAreTwoActors) {
  EXPECT_THAT(
      found("Kenyan|ADJ|4|amod and|CCONJ|3|cc Ugandan|ADJ|1|conj warships|NOUN|5|nsubj shelled|VERB|0|root "
            "Somali|ADJ|7|amod villages|NOUN|5|obj .|PUNCT|5|punct"),
      ElementsAre("CT+ ASSAULT 194: Kenyan warships/KENMIL & Ugandan warships/UGAMIL -> "
                  "Somali villages/SOMCVL"));
}

TEST(Events, AllAtATableAreActors) {
  EXPECT_THAT(found("Kenya|PROPN|2|nsubj|B-LOC met|VERB|0|root Uganda|PROPN|2|obj|B-LOC .|PUNCT|2|punct"),
              ElementsAre("CT+ CONSULT 040: Kenya/KEN & Uganda/UGA"));
}

TEST(Events, NegatedOnesSaySo) {
  const auto events = events_of(fakes::parse_article(
      "Kenya|PROPN|4|nsubj|B-LOC did|AUX|4|aux not|PART|4|advmod invade|VERB|0|root Uganda|PROPN|4|obj|B-LOC "
      ".|PUNCT|4|punct"));
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].factuality, Commitment::certain_minus);
  EXPECT_THAT(events[0].contexts, Contains("negation"));
}

TEST(Events, DecliningToCommentIsNoEvent) {
  EXPECT_THAT(
      found("The|DET|2|det minister|NOUN|3|nsubj declined|VERB|0|root to|PART|5|mark comment|VERB|3|xcomp "
            ".|PUNCT|3|punct"),
      IsEmpty());
}

TEST(Events, EverybodyWhoseWordItIsMayDoubtIt) {
  auto parsed = fakes::parse_article(
      "Troops|NOUN|2|nsubj shelled|VERB|5|ccomp Uganda|PROPN|2|obj|B-LOC ,|PUNCT|5|punct said|VERB|0|root "
      "Kenya|PROPN|5|nsubj|B-LOC .|PUNCT|5|punct");
  Attribution outer;
  outer.id = "a1";
  outer.cue.spans = {parsed.at("said")};
  outer.content.spans = {parsed.at("Troops shelled Uganda")};
  outer.commitment = Commitment::possible_plus;
  Attribution inner = outer;
  inner.id = "a2";
  inner.cue.spans = {};
  inner.content.spans = {parsed.at("shelled Uganda")};
  inner.commitment = Commitment::certain_plus;
  inner.within = 0;
  const auto events = events_of(parsed, {outer, inner});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].attribution, 1u);
  EXPECT_EQ(events[0].factuality, Commitment::possible_plus);
  EXPECT_EQ(events_of(parsed)[0].attribution, std::nullopt);
}

TEST(Events, PeopleAreReleasedRecordsArePublished) {
  const auto with = [](std::string_view object) {
    return found("Kenya|PROPN|2|nsubj|B-LOC released|VERB|0|root Ugandan|ADJ|4|amod " + std::string(object) +
                 "|NOUN|2|obj .|PUNCT|2|punct");
  };
  EXPECT_THAT(with("hostages"), ElementsAre("CT+ RETREAT 0841: Kenya/KEN -> Ugandan hostages/UGACVL"));
  EXPECT_THAT(with("data"), IsEmpty());
}

TEST(Events, WhatIsAskedForInAClauseThatTheTaggerMistakes) {
  EXPECT_THAT(
      found("Uganda|PROPN|2|nsubj|B-LOC demanded|VERB|0|root that|SCONJ|5|mark Kenya|PROPN|2|nsubj|B-LOC "
            "hand|ADV|2|advmod over|ADP|5|fixed rebels|NOUN|5|obl .|PUNCT|2|punct"),
      ElementsAre("CT+ REQUEST 1053: Uganda/UGA -> Kenya/KEN"));
}

TEST(Events, ThatOneWantsItIsSureWhereOneSaysSo) {
  auto parsed = fakes::parse_article(
      "Kenya|PROPN|2|nsubj|B-LOC said|VERB|0|root Kenya|PROPN|4|nsubj|B-LOC condemned|VERB|2|ccomp "
      "Uganda|PROPN|4|obj|B-LOC "
      ".|PUNCT|2|punct");
  Attribution said;
  said.id = "a1";
  said.cue.spans = {parsed.at("said")};
  said.content.spans = {parsed.at("Kenya condemned Uganda")};
  said.commitment = Commitment::uncommitted;
  EXPECT_EQ(events_of(parsed, {said}).at(0).factuality, Commitment::uncommitted);
  said.origin = 0;  // Kenya
  EXPECT_EQ(events_of(parsed, {said}).at(0).factuality, Commitment::certain_plus);
}

TEST(Events, NamesAndOpinionsAreNoDeeds) {
  EXPECT_THAT(found("Kenya|PROPN|2|nsubj|B-LOC won|VERB|0|root the|DET|4|det Tour|PROPN|2|obj of|ADP|6|case "
                    "Uganda|PROPN|4|nmod|B-LOC .|PUNCT|2|punct"),
              IsEmpty());
  const auto agreed = [](std::string_view aux) {
    return found(
        "Kenya|PROPN|2|nsubj|B-LOC agreed|VERB|0|root that|SCONJ|6|mark Uganda|PROPN|6|nsubj|B-LOC " +
        std::string(aux) + "|AUX|6|aux helped|VERB|2|ccomp Rwanda|PROPN|6|obj|B-LOC .|PUNCT|2|punct");
  };
  EXPECT_THAT(agreed("would"), Contains(testing::HasSubstr("AGREE")));
  EXPECT_THAT(agreed("had"), testing::Not(Contains(testing::HasSubstr("AGREE"))));
}

TEST(Events, WhatHappensToThemByItselfIsNoDeed) {
  EXPECT_THAT(found("The|DET|2|det storm|NOUN|3|nsubj hit|VERB|0|root Kenyan|ADJ|5|amod troops|NOUN|3|obj "
                    ".|PUNCT|3|punct"),
              IsEmpty());
}

TEST(Events, AStrikeOfThoseWhoOftenHelp) {
  EXPECT_THAT(found("Kenyan|ADJ|2|amod doctors|NOUN|3|nsubj went|VERB|0|root on|ADP|5|case strike|NOUN|3|obl "
                    ".|PUNCT|3|punct"),
              ElementsAre("CT+ PROTEST 143: Kenyan doctors/KENMED"));
}

TEST(Events, OneOrderedToLeaveIsSentAway) {
  const auto with = [](std::string_view who) {
    return found("Kenya|PROPN|2|nsubj|B-LOC ordered|VERB|0|root Ugandan|ADJ|4|amod " + std::string(who) +
                 "|NOUN|2|obj to|PART|6|mark leave|VERB|2|xcomp .|PUNCT|2|punct");
  };
  EXPECT_THAT(with("diplomats"), ElementsAre("CT+ SANCTION 161: Kenya/KEN -> Ugandan/UGA"));
  EXPECT_THAT(with("traders"), ElementsAre(testing::StartsWith("CT+ COERCE 174: Kenya/KEN")));
}

TEST(Events, OfASentenceTheMainClauseComesFirst) {
  const auto events = events_of(fakes::parse_article(
      "After|SCONJ|3|mark Kenya|PROPN|3|nsubj|B-LOC invaded|VERB|7|advcl Uganda|PROPN|3|obj|B-LOC "
      ",|PUNCT|7|punct "
      "Rwanda|PROPN|7|nsubj|B-LOC condemned|VERB|0|root Kenya|PROPN|7|obj|B-LOC .|PUNCT|7|punct"));
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].id, "x1");
  EXPECT_EQ(events[0].type, "ACCUSE");
  EXPECT_EQ(events[1].type, "ASSAULT");
}

TEST(EventMeaning, OperatorsWorkOnEachOther) {
  const EventLexicon& lexicon = EventLexicon::builtin();
  const EventMeaning attack{lexicon.deed("assault"), Stance::done};
  const auto stopped = apply(lexicon, "STOP", attack);
  ASSERT_TRUE(stopped);
  EXPECT_EQ(code_of(lexicon, *stopped).type, "RETREAT");
  EXPECT_EQ(code_of(lexicon, *apply(lexicon, "REQUEST", stopped)).cameo, "1056");
  EXPECT_EQ(code_of(lexicon, *apply(lexicon, "REFUSE", apply(lexicon, "REQUEST", stopped))).cameo, "1246");
  EXPECT_EQ(code_of(lexicon, *apply(lexicon, "PROMISE", attack)).type, "THREATEN");
  EXPECT_FALSE(apply(lexicon, "INTEND", {}));
}

}  // namespace

}  // namespace sayso::reading
