#include "reading/circumstances.h"

#include <gmock/gmock.h>

#include "fakes/marked_article.h"

namespace sayso::reading {
namespace {

using fakes::MentionRow;

constexpr auto kPlace = EntityType::place;
constexpr auto kTime = EntityType::time;
constexpr auto kThing = EntityType::object;
constexpr auto kName = MentionForm::name;

struct TimexRow {
  std::string words;
  TimexType type;
  std::string value;
};

// Empty words: none.
struct Case {
  std::string_view table;
  std::vector<MentionRow> mentions;
  std::vector<TimexRow> timexes;
  std::string source, cue, content;
  std::string addressee, place, time;
};

const Case kCases[] = {
    {"Anna|PROPN|3|nsubj Roke|PROPN|1|flat told|VERB|0|root reporters|NOUN|3|iobj in|ADP|6|case "
     "Velden|PROPN|3|obl on|ADP|8|case Monday|PROPN|3|obl the|DET|10|det ferry|NOUN|12|nsubj was|AUX|12|cop "
     "late|ADJ|3|ccomp .|PUNCT|3|punct",
     {{"reporters"}, {"Velden", kPlace, kName}, {"Monday", kTime, kName}},
     {{"Monday", TimexType::date, "2024-05-06"}},
     "Anna Roke",
     "told",
     "the ferry was late",
     "reporters",
     "Velden",
     "2024-05-06"},
    {"Roke|PROPN|2|nsubj said|VERB|0|root to|ADP|5|case the|DET|5|det court|NOUN|2|obl that|SCONJ|9|mark "
     "it|PRON|9|nsubj was|AUX|9|cop late|ADJ|2|ccomp .|PUNCT|2|punct",
     {{"the court", EntityType::organization}},
     {},
     "Roke",
     "said",
     "that it was late",
     "the court",
     "",
     ""},
    // A passive verb of asking has its addressee as subject.
    {"The|DET|2|det minister|NOUN|4|nsubj was|AUX|4|aux asked|VERB|0|root whether|SCONJ|8|mark "
     "it|PRON|8|nsubj "
     "was|AUX|8|cop late|ADJ|4|ccomp .|PUNCT|4|punct",
     {{"The minister"}},
     {},
     "",
     "was asked",
     "whether it was late",
     "The minister",
     "",
     ""},
    // The one who is to act opens the content.
    {"He|PRON|2|nsubj urged|VERB|0|root young|ADJ|4|amod voters|NOUN|2|obj to|PART|6|mark stay|VERB|2|xcomp "
     "home|ADV|6|advmod .|PUNCT|2|punct",
     {{"young voters"}},
     {},
     "He",
     "urged",
     "young voters to stay home",
     "young voters",
     "",
     ""},
    {"He|PRON|2|nsubj called|VERB|0|root on|ADP|5|case the|DET|5|det court|NOUN|2|obl to|PART|7|mark "
     "review|VERB|2|xcomp plans|NOUN|7|obj .|PUNCT|2|punct",
     {{"the court", EntityType::organization}},
     {},
     "He",
     "called on",
     "the court to review plans",
     "the court",
     "",
     ""},
    // The tree has the addressee in what is said.
    {"Roke|PROPN|2|nsubj told|VERB|0|root Harbour|PROPN|4|compound Radio|PROPN|8|nsubj the|DET|6|det "
     "ferry|NOUN|8|nsubj was|AUX|8|cop late|ADJ|2|ccomp .|PUNCT|2|punct",
     {},
     {},
     "Roke",
     "told",
     "the ferry was late",
     "Harbour Radio",
     "",
     ""},
    {"Roke|PROPN|2|nsubj said|VERB|0|root the|DET|4|det ferry|NOUN|6|nsubj was|AUX|6|cop late|ADJ|2|ccomp "
     ".|PUNCT|2|punct",
     {{"the ferry", kThing}},
     {},
     "Roke",
     "said",
     "the ferry was late",
     "",
     "",
     ""},
    // A thing is told, not told to.
    {"Roke|PROPN|2|nsubj told|VERB|0|root a|DET|4|det joke|NOUN|2|obj :|PUNCT|2|punct it|PRON|8|nsubj "
     "was|AUX|8|cop "
     "late|ADJ|2|parataxis .|PUNCT|2|punct",
     {{"a joke", EntityType::abstract}},
     {},
     "Roke",
     "told",
     "it was late",
     "",
     "",
     ""},
    // Whom, where and when inside of what is said belong to it.
    {"Roke|PROPN|2|nsubj said|VERB|0|root Holm|PROPN|4|nsubj warned|VERB|2|ccomp sailors|NOUN|4|obj "
     "in|ADP|7|case "
     "Velden|PROPN|4|obl on|ADP|9|case Monday|PROPN|4|obl .|PUNCT|2|punct",
     {{"sailors"}, {"Velden", kPlace, kName}, {"Monday", kTime, kName}},
     {{"Monday", TimexType::date, "2024-05-06"}},
     "Roke",
     "said",
     "Holm warned sailors in Velden on Monday",
     "",
     "",
     ""},
    // "with" names the addressee of talks, not of "said".
    {"Roke|PROPN|2|nsubj spoke|VERB|0|root with|ADP|5|case the|DET|5|det editors|NOUN|2|obl of|ADP|7|case "
     "ferries|NOUN|2|obl .|PUNCT|2|punct",
     {{"the editors"}},
     {},
     "Roke",
     "spoke",
     "of ferries",
     "the editors",
     "",
     ""},
    {"Roke|PROPN|2|nsubj said|VERB|0|root with|ADP|5|case the|DET|5|det editors|NOUN|2|obl that|SCONJ|8|mark "
     "it|PRON|8|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     {{"the editors"}},
     {},
     "Roke",
     "said",
     "that it sank",
     "",
     "",
     ""},
    // The phrase ends at a comma and at a time.
    {"Roke|PROPN|2|nsubj told|VERB|0|root reporters|NOUN|2|obj ,|PUNCT|6|punct who|PRON|6|nsubj "
     "waited|VERB|3|acl "
     ",|PUNCT|6|punct that|SCONJ|10|mark it|PRON|10|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     {{"reporters"}},
     {},
     "Roke",
     "told",
     "that it sank",
     "reporters",
     "",
     ""},
    {"Roke|PROPN|2|nsubj told|VERB|0|root the|DET|4|det council|NOUN|2|obj Tuesday|PROPN|4|nmod "
     "that|SCONJ|8|mark "
     "it|PRON|8|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     {{"the council", EntityType::organization}},
     {{"Tuesday", TimexType::date, "2024-05-07"}},
     "Roke",
     "told",
     "that it sank",
     "the council",
     "",
     "2024-05-07"},
    // Places: "outside" is where, "of" is about what.
    {"Roke|PROPN|2|nsubj said|VERB|0|root outside|ADP|5|case the|DET|5|det courthouse|NOUN|2|obl "
     "that|SCONJ|8|mark "
     "it|PRON|8|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     {{"the courthouse", kPlace}},
     {},
     "Roke",
     "said",
     "that it sank",
     "",
     "the courthouse",
     ""},
    {"Roke|PROPN|2|nsubj said|VERB|0|root of|ADP|4|case Velden|PROPN|2|obl that|SCONJ|7|mark it|PRON|7|nsubj "
     "sank|VERB|2|ccomp .|PUNCT|2|punct",
     {{"Velden", kPlace, kName}},
     {},
     "Roke",
     "said",
     "that it sank",
     "",
     "",
     ""},
    {"Roke|PROPN|2|nsubj said|VERB|0|root in|ADP|5|case a|DET|5|det letter|NOUN|2|obl that|SCONJ|8|mark "
     "it|PRON|8|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     {{"a letter", kThing}},
     {},
     "Roke",
     "said",
     "that it sank",
     "",
     "",
     ""},
    // Times: without the hour; no durations, no "now".
    {"Roke|PROPN|2|nsubj said|VERB|0|root early|ADV|4|advmod Monday|PROPN|2|obl it|PRON|6|nsubj "
     "sank|VERB|2|ccomp "
     ".|PUNCT|2|punct",
     {},
     {{"early Monday", TimexType::time, "2024-05-06TMO"}},
     "Roke",
     "said",
     "it sank",
     "",
     "",
     "2024-05-06"},
    {"Roke|PROPN|2|nsubj said|VERB|0|root for|ADP|5|case two|NUM|5|nummod years|NOUN|2|obl it|PRON|7|nsubj "
     "sank|VERB|2|ccomp .|PUNCT|2|punct",
     {},
     {{"two years", TimexType::duration, "P2Y"}},
     "Roke",
     "said",
     "it sank",
     "",
     "",
     ""},
    {"Roke|PROPN|3|nsubj now|ADV|3|advmod says|VERB|0|root it|PRON|5|nsubj sank|VERB|3|ccomp .|PUNCT|3|punct",
     {},
     {{"now", TimexType::date, "PRESENT_REF"}},
     "Roke",
     "says",
     "it sank",
     "",
     "",
     ""},
    // A document says it when it comes out; a person is not said to speak when the office was held.
    {"A|DET|2|det poll|NOUN|5|nsubj released|VERB|2|acl Monday|PROPN|3|obl found|VERB|0|root it|PRON|7|nsubj "
     "sank|VERB|5|ccomp .|PUNCT|5|punct",
     {{"A poll released Monday", EntityType::abstract}},
     {{"Monday", TimexType::date, "2024-05-06"}},
     "A poll released Monday",
     "found",
     "it sank",
     "",
     "",
     "2024-05-06"},
    {"The|DET|2|det minister|NOUN|5|nsubj of|ADP|4|case 2019|NUM|2|nmod said|VERB|0|root it|PRON|7|nsubj "
     "sank|VERB|5|ccomp .|PUNCT|5|punct",
     {{"The minister of 2019"}},
     {{"2019", TimexType::date, "2019"}},
     "The minister of 2019",
     "said",
     "it sank",
     "",
     "",
     ""},
    // A joined cue shares the time of its verb.
    {"Roke|PROPN|2|nsubj left|VERB|0|root on|ADP|4|case Wednesday|PROPN|2|obl ,|PUNCT|6|punct "
     "saying|VERB|2|advcl "
     "it|PRON|8|nsubj sank|VERB|6|ccomp .|PUNCT|2|punct",
     {},
     {{"Wednesday", TimexType::date, "2024-05-08"}},
     "Roke",
     "saying",
     "it sank",
     "",
     "",
     "2024-05-08"},
};

std::string words_of(const std::optional<Circumstance>& circumstance) {
  return circumstance ? circumstance->text : "";
}

TEST(Circumstances, FindsAddresseePlaceAndTime) {
  for (const Case& c : kCases) {
    fakes::ParsedArticle parsed = fakes::parse_article(c.table);
    fakes::add_mentions(parsed, c.mentions);
    const std::string& text = parsed.article.text;
    std::vector<Timex> timexes;
    for (const TimexRow& row : c.timexes) {
      timexes.push_back(
          {"t1", fakes::passage_in(text, {row.words}).spans.at(0), row.type, row.value, {}, {}, {}});
    }
    const Attribution attribution = fakes::attribution_in(text, c.source, c.cue, {c.content});
    const Dependents dependents(parsed.layers);
    const MentionHeads mentions(parsed.layers);
    EXPECT_EQ(words_of(find_addressee(text, parsed.layers, dependents, mentions, timexes, attribution)),
              c.addressee)
        << text;
    EXPECT_EQ(words_of(find_place(text, parsed.layers, dependents, mentions, attribution)), c.place) << text;
    const auto time = find_time(parsed.layers, dependents, mentions, timexes, attribution);
    EXPECT_EQ(time ? time->value : "", c.time) << text;
    if (time) {
      EXPECT_EQ(time->timex, 0u) << text;
    }
  }
}

TEST(Circumstances, ThereIsNothingToFindWithoutWords) {
  const Layers none;
  const Dependents dependents(none);
  const MentionHeads mentions(none);
  Attribution attribution;
  attribution.cue.spans = attribution.content.spans = {{0, 4}};
  EXPECT_FALSE(find_addressee("said", none, dependents, mentions, {}, attribution));
  EXPECT_FALSE(find_place("said", none, dependents, mentions, attribution));
  EXPECT_FALSE(find_time(none, dependents, mentions, {}, attribution));
}

TEST(MentionHeads, TheLongestOfSeveral) {
  auto parsed = fakes::parse_article(
      "The|DET|2|det minister|NOUN|5|nsubj of|ADP|4|case trade|NOUN|2|nmod "
      "left|VERB|0|root .|PUNCT|5|punct");
  fakes::add_mentions(parsed, {{"The minister"}, {"The minister of trade"}, {"trade", EntityType::abstract}});
  const MentionHeads heads(parsed.layers);
  ASSERT_NE(heads.of(1), nullptr);
  EXPECT_EQ(heads.of(1)->words.size(), 4u);
  ASSERT_NE(heads.of(3), nullptr);
  EXPECT_EQ(heads.of(3)->type, EntityType::abstract);
  EXPECT_EQ(heads.of(0), nullptr);
}

}  // namespace
}  // namespace sayso::reading
