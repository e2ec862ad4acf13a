#include "reading/chains.h"

#include <gmock/gmock.h>

#include "fakes/marked_article.h"

namespace sayso::reading {
namespace {

using testing::ElementsAreArray;

struct Row {
  std::string source, cue, content;
  std::optional<std::uint32_t> within = {};
  std::string addressee = {};
  std::string place = {};
};

// `chains`: the names of each attribution's links.
struct Case {
  std::string_view table;
  std::string outlet, agency;
  std::vector<Row> attributions;
  std::vector<std::string> chains;
};

constexpr std::string_view kFerry =
    "Anna|PROPN|3|nsubj|B-PER Roke|PROPN|1|flat|I-PER told|VERB|0|root Harbour|PROPN|5|compound|B-ORG "
    "Radio|PROPN|3|iobj|I-ORG the|DET|7|det ferry|NOUN|8|nsubj sank|VERB|3|ccomp .|PUNCT|3|punct\n"
    "\n"
    "Roke|PROPN|2|nsubj|B-PER added|VERB|0|root that|SCONJ|5|mark crews|NOUN|5|nsubj swam|VERB|2|ccomp "
    ".|PUNCT|2|punct\n"
    "\n"
    "Paul|PROPN|3|nsubj|B-PER Holm|PROPN|1|flat|I-PER denied|VERB|0|root the|DET|5|det claim|NOUN|3|obj "
    ".|PUNCT|3|punct\n"
    "\n"
    "Roke|PROPN|2|nsubj|B-PER insisted|VERB|0|root nobody|PRON|4|nsubj lied|VERB|2|ccomp in|ADP|6|case "
    "Velden|PROPN|2|obl|B-LOC .|PUNCT|2|punct\n";

const Row kTold{"Anna Roke", "told", "the ferry sank", {}, "Harbour Radio"};
const Row kAdded{"Roke", "added", "that crews swam"};
const Row kDenied{"Paul Holm", "denied", "the claim"};
const Row kInsisted{"Roke", "insisted", "nobody lied"};
const Row kInsistedThere{"Roke", "insisted", "nobody lied", {}, "", "Velden"};

constexpr std::string_view kAgency =
    "TransAsia|PROPN|2|compound|B-ORG Press|PROPN|3|nsubj|I-ORG reported|VERB|0|root that|SCONJ|6|mark "
    "ferries|NOUN|6|nsubj sank|VERB|3|ccomp .|PUNCT|3|punct\n"
    "Anna|PROPN|3|nsubj|B-PER Roke|PROPN|1|flat|I-PER wept|VERB|0|root .|PUNCT|3|punct\n";

constexpr std::string_view kParty =
    "Alder|PROPN|2|compound|B-ORG Party|PROPN|3|nsubj|I-ORG denied|VERB|0|root claims|NOUN|3|obj "
    ".|PUNCT|3|punct\n";

constexpr std::string_view kNested =
    "Anna|PROPN|3|nsubj|B-PER Roke|PROPN|1|flat|I-PER wrote|VERB|0|root :|PUNCT|3|punct “|PUNCT|7|punct "
    "I|PRON|7|nsubj told|VERB|3|ccomp you|PRON|7|obj that|SCONJ|12|mark Paul|PROPN|12|nsubj|B-PER "
    "Holm|PROPN|10|flat|I-PER warned|VERB|7|ccomp crews|NOUN|12|obj ferries|NOUN|15|nsubj sink|VERB|12|ccomp "
    ".|PUNCT|3|punct ”|PUNCT|3|punct\n";

constexpr std::string_view kNobody =
    "It|PRON|4|nsubj was|AUX|4|aux widely|ADV|4|advmod reported|VERB|0|root that|SCONJ|7|mark "
    "ferries|NOUN|7|nsubj sank|VERB|4|ccomp .|PUNCT|4|punct\n"
    "It|PRON|3|nsubj remains|VERB|3|cop unclear|ADJ|0|root whether|SCONJ|6|mark crews|NOUN|6|nsubj "
    "swam|VERB|3|ccomp .|PUNCT|3|punct\n";

const Case kCases[] = {
    // The carrier told stands between; the occasion goes on with the same speaker's next words ...
    {kFerry,
     "Coast Weekly",
     "",
     {kTold, kAdded},
     {"Coast Weekly > Harbour Radio > Anna Roke", "Coast Weekly > Harbour Radio > Anna Roke"}},
    // ... until another one speaks.
    {kFerry,
     "Coast Weekly",
     "",
     {kTold, kAdded, kDenied, kInsisted},
     {"Coast Weekly > Harbour Radio > Anna Roke", "Coast Weekly > Harbour Radio > Anna Roke",
      "Coast Weekly > Paul Holm", "Coast Weekly > Anna Roke"}},
    // Three paragraphs on it is still the same occasion, but not at a place of its own.
    {kFerry,
     "Coast Weekly",
     "",
     {kTold, kInsisted},
     {"Coast Weekly > Harbour Radio > Anna Roke", "Coast Weekly > Harbour Radio > Anna Roke"}},
    {kFerry,
     "Coast Weekly",
     "",
     {kTold, kInsistedThere},
     {"Coast Weekly > Harbour Radio > Anna Roke", "Coast Weekly > Anna Roke"}},
    // The publishing outlet is no carrier of its own; one that is not known has an empty name.
    {kFerry, "Harbour Radio", "", {kTold}, {"Harbour Radio > Anna Roke"}},
    {kFerry, "", "", {kDenied}, {" > Paul Holm"}},
    // The agency has its full name, of the catalog or of the article, and is not its own outlet.
    {kFerry, "Coast Weekly", "AP", {kDenied}, {"Coast Weekly > Associated Press > Paul Holm"}},
    {kFerry, "The Associated Press", "AP", {kDenied}, {"The Associated Press > Paul Holm"}},
    {kFerry, "Coast Weekly", "QQN", {kDenied}, {"Coast Weekly > QQN > Paul Holm"}},
    // Several share their letters: a medium that the article spells out comes before the catalog's, a party
    // not.
    {kParty,
     "Coast Weekly",
     "AP",
     {{"Alder Party", "denied", "claims"}},
     {"Coast Weekly > Associated Press > Alder Party"}},
    // The same actor twice is written once.
    {kAgency,
     "Coast Weekly",
     "TAP",
     {{"TransAsia Press", "reported", "that ferries sank"}},
     {"Coast Weekly > TransAsia Press"}},
    {kAgency,
     "TransAsia Press",
     "",
     {{"TransAsia Press", "reported", "that ferries sank"}},
     {"TransAsia Press"}},
    // "I" is whoever speaks, "you" whoever is spoken to; an inner chain goes on from the outer one.
    {kNested,
     "Coast Weekly",
     "AP",
     {{"Anna Roke", "wrote", "I told you that Paul Holm warned crews ferries sink"},
      {"I", "told", "that Paul Holm warned crews ferries sink", 0},
      {"Paul Holm", "warned", "ferries sink", 1, "crews"}},
     {"Coast Weekly > Associated Press > Anna Roke", "Coast Weekly > Associated Press > Anna Roke",
      "Coast Weekly > Associated Press > Anna Roke > Paul Holm"}},
    // Somebody says it, and nobody knows who; the article itself says it.
    {kNobody,
     "Coast Weekly",
     "",
     {{"", "was widely reported", "that ferries sank"}},
     {"Coast Weekly > anonymous: unspecified"}},
    {kNobody, "Coast Weekly", "", {{"", "unclear", "whether crews swam"}}, {"Coast Weekly"}},
};

struct Built {
  fakes::ParsedArticle parsed;
  EntityReading entities;
  std::vector<Attribution> attributions;
};

Built build(const Case& c) {
  Built built{fakes::parse_article(c.table), {}, {}};
  Article& article = built.parsed.article;
  article.outlet = c.outlet;
  article.agency = c.agency;
  built.entities = read_entities(article, built.parsed.layers, Catalog::builtin());
  for (const Row& row : c.attributions) {
    Attribution a = fakes::attribution_in(article.text, row.source, row.cue, {row.content});
    a.within = row.within;
    if (!row.addressee.empty()) a.addressee = fakes::circumstance_in(article.text, row.addressee);
    if (!row.place.empty()) a.place = fakes::circumstance_in(article.text, row.place);
    built.attributions.push_back(std::move(a));
  }
  build_chains(article, built.parsed.layers, Dependents(built.parsed.layers), Catalog::builtin(),
               built.entities, built.attributions);
  return built;
}

TEST(Chains, LeadFromTheOutletToTheOrigin) {
  for (const Case& c : kCases) {
    const Built built = build(c);
    std::vector<std::string> chains;
    for (const Attribution& a : built.attributions) {
      std::string names;
      for (const ChainLink& link : a.chain) names += (&link == a.chain.data() ? "" : " > ") + link.name;
      chains.push_back(names);
      if (a.origin && a.chain.size() > 1) {
        EXPECT_EQ(a.chain.back().entity, a.origin) << names;
        EXPECT_EQ(a.chain.back().cue, a.cue.text) << names;
        EXPECT_EQ(a.chain.back().name, built.entities.entities[*a.origin].name);
      }
    }
    EXPECT_THAT(chains, ElementsAreArray(c.chains)) << built.parsed.article.text;
  }
}

TEST(Chains, TellWhoTheSourceIs) {
  const Built built = build({kFerry, "Coast Weekly", "", {kTold, kAdded}, {}});
  for (const Attribution& a : built.attributions) {
    ASSERT_TRUE(a.source && a.source->entity && a.source->mention) << a.cue.text;
    EXPECT_EQ(a.source->entity, a.origin);
    EXPECT_TRUE(a.source->named);
    EXPECT_FALSE(a.source->anonymous);
    EXPECT_EQ(built.entities.mentions[*a.source->mention].span, a.source->spans[0]);
  }
  EXPECT_EQ(built.attributions[0].origin, built.attributions[1].origin);
  EXPECT_EQ(built.attributions[0].chain[1].spans, built.attributions[0].addressee->spans);
}

TEST(Chains, ASecondPersonIsWhoeverIsSpokenTo) {
  Built built = build({kFerry, "Coast Weekly", "", {kTold, kDenied}, {}});
  const auto roke = built.attributions[0].origin;
  const auto holm = built.attributions[1].origin;
  std::vector<Attribution> attributions = {built.attributions[1], built.attributions[1]};
  attributions[0].chain.clear();
  attributions[0].addressee = Circumstance{{}, roke};
  attributions[1].chain.clear();
  attributions[1].within = 0;
  attributions[1].source->text = "you";
  build_chains(built.parsed.article, built.parsed.layers, Dependents(built.parsed.layers), Catalog::builtin(),
               built.entities, attributions);
  EXPECT_EQ(attributions[0].origin, holm);
  EXPECT_EQ(attributions[1].origin, roke);
}

TEST(Chains, NobodyIsOneEntityHoweverOftenHeSpeaks) {
  const Row row{"", "was widely reported", "that ferries sank"};
  const Built built = build({kNobody, "Coast Weekly", "", {row, row}, {}});
  EXPECT_EQ(built.attributions[0].origin, built.attributions[1].origin);
  EXPECT_FALSE(built.attributions[0].source);
  EXPECT_EQ(std::ranges::count(built.entities.entities, "anonymous: unspecified", &Entity::name), 1);
}

TEST(Chains, TheOwnVoiceHasNoOrigin) {
  const Built built = build({kNobody, "Coast Weekly", "", {{"", "unclear", "whether crews swam"}}, {}});
  EXPECT_FALSE(built.attributions[0].origin);
}

}  // namespace
}  // namespace sayso::reading
