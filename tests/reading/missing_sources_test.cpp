#include "reading/missing_sources.h"

#include <gmock/gmock.h>

#include "fakes/marked_article.h"

namespace sayso::reading {
namespace {

using fakes::MentionRow;

constexpr auto kThing = EntityType::object;

// Empty words: none.
struct Case {
  std::string_view table;
  std::vector<MentionRow> mentions;
  std::string source, cue, content;
  std::string expected;
};

const Case kCases[] = {
    {"Anna|PROPN|3|nsubj Roke|PROPN|1|flat said|VERB|0|root it|PRON|5|nsubj sank|VERB|3|ccomp "
     ".|PUNCT|3|punct",
     {{"Anna Roke", EntityType::person, MentionForm::name}},
     "",
     "said",
     "it sank",
     "Anna Roke"},
    // A proper noun that is no mention stands for itself; other words may be anything.
    {"Roke|PROPN|2|nsubj said|VERB|0|root it|PRON|4|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     {},
     "",
     "said",
     "it sank",
     "Roke"},
    {"It|PRON|2|nsubj meant|VERB|0|root he|PRON|4|nsubj left|VERB|2|ccomp .|PUNCT|2|punct",
     {},
     "",
     "meant",
     "he left",
     ""},
    {"The|DET|2|det bridge|NOUN|3|nsubj suggested|VERB|0|root he|PRON|5|nsubj left|VERB|3|ccomp "
     ".|PUNCT|3|punct",
     {{"The bridge", kThing}},
     "",
     "suggested",
     "he left",
     ""},
    {"The|DET|2|det report|NOUN|3|nsubj says|VERB|0|root it|PRON|5|nsubj sank|VERB|3|ccomp .|PUNCT|3|punct",
     {{"The report", EntityType::abstract}},
     "",
     "says",
     "it sank",
     "The report"},
    // A place speaks where it is named.
    {"Norway|PROPN|2|nsubj said|VERB|0|root it|PRON|4|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     {{"Norway", EntityType::place, MentionForm::name}},
     "",
     "said",
     "it sank",
     "Norway"},
    {"The|DET|2|det valley|NOUN|3|nsubj feared|VERB|0|root it|PRON|5|nsubj sank|VERB|3|ccomp .|PUNCT|3|punct",
     {{"The valley", EntityType::place}},
     "",
     "feared",
     "it sank",
     ""},
    // Joined verbs share their subject; participles of the past do not.
    {"Roke|PROPN|2|nsubj waited|VERB|0|root ,|PUNCT|4|punct hoping|VERB|2|advcl to|PART|6|mark "
     "win|VERB|4|xcomp "
     ".|PUNCT|2|punct",
     {},
     "",
     "hoping",
     "to win",
     "Roke"},
    {"Roke|PROPN|2|nsubj came|VERB|0|root and|CCONJ|4|cc promised|VERB|2|conj help|NOUN|4|obj "
     ".|PUNCT|2|punct",
     {},
     "",
     "promised",
     "help",
     "Roke"},
    {"Asked|VERB|5|advcl about|ADP|3|case ferries|NOUN|1|obl Roke|PROPN|5|nsubj left|VERB|0|root "
     ".|PUNCT|5|punct",
     {},
     "",
     "Asked",
     "about ferries",
     ""},
    // Whoever stands behind "by" is the source of a passive verb, its subject never.
    {"Roke|PROPN|3|nsubj was|AUX|3|aux said|VERB|0|root to|PART|5|mark sleep|VERB|3|xcomp .|PUNCT|3|punct",
     {},
     "",
     "was said",
     "to sleep",
     ""},
    {"Roke|PROPN|3|nsubj was|AUX|3|aux called|VERB|0|root lazy|ADJ|3|xcomp by|ADP|7|case the|DET|7|det "
     "agency|NOUN|3|obl .|PUNCT|3|punct",
     {{"the agency", EntityType::organization}},
     "",
     "was called",
     "lazy",
     "the agency"},
    // One that is known stays.
    {"Roke|PROPN|4|nsubj and|CCONJ|3|cc Holm|PROPN|1|conj said|VERB|0|root it|PRON|6|nsubj sank|VERB|4|ccomp "
     ".|PUNCT|4|punct",
     {},
     "Holm",
     "said",
     "it sank",
     "Holm"},
    // The subject is part of what is said.
    {"Roke|PROPN|2|nsubj seems|VERB|0|root to|PART|4|mark sleep|VERB|2|xcomp .|PUNCT|2|punct",
     {},
     "",
     "seems",
     "Roke",
     ""},
    // Neither nouns nor the verbs of what is said have a subject to give.
    {"Roke|PROPN|2|nsubj made|VERB|0|root claims|NOUN|2|obj that|SCONJ|6|mark it|PRON|6|nsubj "
     "sank|VERB|3|acl "
     ".|PUNCT|2|punct",
     {},
     "",
     "claims",
     "that it sank",
     ""},
};

TEST(MissingSources, AreTheSubjectsOfTheirCues) {
  for (const Case& c : kCases) {
    fakes::ParsedArticle parsed = fakes::parse_article(c.table);
    fakes::add_mentions(parsed, c.mentions);
    const std::string& text = parsed.article.text;
    Attribution attribution = fakes::attribution_in(text, c.source, c.cue, {c.content});
    const Dependents dependents(parsed.layers);
    add_missing_source(text, parsed.layers, dependents, MentionHeads(parsed.layers), attribution);
    EXPECT_EQ(attribution.source ? attribution.source->text : "", c.expected) << text;
    if (attribution.source) {
      EXPECT_EQ(attribution.source->spans.at(0).of(text), c.expected) << text;
    }
  }
}

TEST(MissingSources, ACueWithoutWordsHasNone) {
  const Layers none;
  Attribution attribution;
  attribution.cue.spans = attribution.content.spans = {{0, 4}};
  add_missing_source("said", none, Dependents(none), MentionHeads(none), attribution);
  EXPECT_FALSE(attribution.source);
}

}  // namespace
}  // namespace sayso::reading
