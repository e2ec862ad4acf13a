#include "reading/carriers.h"

#include <gmock/gmock.h>

#include "fakes/marked_article.h"

namespace sayso::reading {
namespace {

using testing::ElementsAreArray;

// `expected`: "name [words]" of each carrier, with "?" for a name that has to be looked up and "by" in front
// of those who are no media.
struct Case {
  std::string_view table;
  std::string source, cue, content, addressee, outlet;
  std::vector<std::string> expected;
};

constexpr std::string_view kTold =
    "Roke|PROPN|2|nsubj told|VERB|0|root Harbour|PROPN|4|compound Radio|PROPN|2|iobj it|PRON|6|nsubj "
    "sank|VERB|2|ccomp .|PUNCT|2|punct";
constexpr std::string_view kInterview =
    "Roke|PROPN|2|nsubj said|VERB|0|root in|ADP|5|case an|DET|5|det interview|NOUN|2|obl with|ADP|9|case "
    "the|DET|9|det Lakeside|PROPN|9|compound Tribune|PROPN|5|nmod it|PRON|11|nsubj sank|VERB|2|ccomp "
    ".|PUNCT|2|punct";
constexpr std::string_view kNewspaper =
    "Roke|PROPN|2|nsubj told|VERB|0|root the|DET|4|det newspaper|NOUN|2|iobj it|PRON|6|nsubj "
    "sank|VERB|2|ccomp "
    ".|PUNCT|2|punct";

const Case kCases[] = {
    {kTold, "Roke", "told", "it sank", "Harbour Radio", "", {"Harbour Radio [Harbour Radio]"}},
    {kTold, "Roke", "told", "it sank", "Harbour Radio", "Harbour Radio", {}},
    {kInterview, "Roke", "said", "it sank", "", "Coast Weekly", {"Lakeside Tribune [Lakeside Tribune]"}},
    {kInterview, "Roke", "said", "it sank", "", "The Lakeside Tribune", {}},
    {kNewspaper, "Roke", "told", "it sank", "the newspaper", "", {"? [the newspaper]"}},
    // The catalog's name, once.
    {"Roke|PROPN|2|nsubj told|VERB|0|root AP|PROPN|2|iobj on|ADP|7|case an|DET|7|det AP|PROPN|7|compound "
     "podcast|NOUN|2|obl it|PRON|9|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     "Roke",
     "told",
     "it sank",
     "AP",
     "",
     {"Associated Press [AP]"}},
    // What is spoken of is no carrier, nor what is named in the content.
    {"Roke|PROPN|2|nsubj said|VERB|0|root of|ADP|5|case Harbour|PROPN|5|compound Radio|PROPN|2|obl "
     "it|PRON|7|nsubj "
     "lied|VERB|2|ccomp .|PUNCT|2|punct",
     "Roke",
     "said",
     "it lied",
     "",
     "",
     {}},
    {"Roke|PROPN|2|nsubj said|VERB|0|root Holm|PROPN|4|nsubj spoke|VERB|2|ccomp on|ADP|7|case "
     "Harbour|PROPN|7|compound Radio|PROPN|4|obl .|PUNCT|2|punct",
     "Roke",
     "said",
     "Holm spoke on Harbour Radio",
     "",
     "",
     {}},
    // A place and a day are named like media.
    {"Roke|PROPN|2|nsubj said|VERB|0|root in|ADP|4|case Velden|PROPN|2|obl on|ADP|6|case Monday|PROPN|2|obl "
     "it|PRON|8|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     "Roke",
     "said",
     "it sank",
     "",
     "",
     {}},
    // Whoever quotes, whatever it is.
    {"Roke|PROPN|3|nsubj was|AUX|3|aux quoted|VERB|0|root by|ADP|6|case a|DET|6|det neighbour|NOUN|3|obl "
     "as|SCONJ|8|mark saying|VERB|3|advcl it|PRON|10|nsubj sank|VERB|8|ccomp .|PUNCT|3|punct",
     "Roke",
     "was quoted",
     "it sank",
     "",
     "",
     {"by ? [a neighbour]"}},
    {"Roke|PROPN|3|nsubj was|AUX|3|aux quoted|VERB|0|root by|ADP|5|case Reuters|PROPN|3|obl as|SCONJ|7|mark "
     "saying|VERB|3|advcl it|PRON|9|nsubj sank|VERB|7|ccomp .|PUNCT|3|punct",
     "Roke",
     "was quoted",
     "it sank",
     "",
     "",
     {"Reuters [Reuters]"}},
    {"It|PRON|2|nsubj sank|VERB|5|ccomp ,|PUNCT|5|punct Roke|PROPN|5|nsubj said|VERB|0|root ,|PUNCT|10|punct "
     "according|VERB|10|case to|ADP|7|fixed a|DET|10|det note|NOUN|5|obl of|ADP|13|case the|DET|13|det "
     "meeting|NOUN|10|nmod .|PUNCT|5|punct",
     "Roke",
     "said",
     "It sank",
     "",
     "",
     {"by ? [a note of the meeting]"}},
    // Behind and before the source's name.
    {"Ida|PROPN|9|nsubj Moss|PROPN|1|flat ,|PUNCT|4|punct writing|VERB|1|acl for|ADP|7|case "
     "Lakeside|PROPN|7|compound Tribune|PROPN|4|obl ,|PUNCT|4|punct said|VERB|0|root it|PRON|11|nsubj "
     "sank|VERB|9|ccomp .|PUNCT|9|punct",
     "Ida Moss , writing for Lakeside Tribune",
     "said",
     "it sank",
     "",
     "",
     {"Lakeside Tribune [Lakeside Tribune]"}},
    {"Reuters|PROPN|3|nmod ’s|PART|1|case Ida|PROPN|5|nsubj Moss|PROPN|3|flat said|VERB|0|root "
     "it|PRON|7|nsubj "
     "sank|VERB|5|ccomp .|PUNCT|5|punct",
     "Reuters’s Ida Moss",
     "said",
     "it sank",
     "",
     "",
     {"Reuters [Reuters’s]"}},
    // A source that is a medium is its own origin.
    {"Reuters|PROPN|2|nsubj said|VERB|0|root it|PRON|4|nsubj sank|VERB|2|ccomp .|PUNCT|2|punct",
     "Reuters",
     "said",
     "it sank",
     "",
     "",
     {}},
    // First they appeared there, then they said it.
    {"Roke|PROPN|2|nsubj appeared|VERB|0|root on|ADP|5|case Harbour|PROPN|5|compound Radio|PROPN|2|obl "
     "and|CCONJ|7|cc endorsed|VERB|2|conj Holm|PROPN|7|obj .|PUNCT|2|punct",
     "Roke",
     "endorsed",
     "Holm",
     "",
     "",
     {"Harbour Radio [Harbour Radio]"}},
    {"Roke|PROPN|2|nsubj slept|VERB|0|root on|ADP|5|case Harbour|PROPN|5|compound Radio|PROPN|2|obl "
     "and|CCONJ|7|cc endorsed|VERB|2|conj Holm|PROPN|7|obj .|PUNCT|2|punct",
     "Roke",
     "endorsed",
     "Holm",
     "",
     "",
     {}},
};

TEST(Carriers, AreTheMediaOfTheClause) {
  for (const Case& c : kCases) {
    fakes::ParsedArticle parsed = fakes::parse_article(c.table);
    const std::string& text = parsed.article.text;
    std::string source = c.source;
    if (const auto comma = source.find(" ,"); comma != std::string::npos) source.erase(comma, 1);
    Attribution attribution = fakes::attribution_in(text, source, c.cue, {c.content});
    if (!c.addressee.empty()) attribution.addressee = fakes::circumstance_in(text, c.addressee);
    const Dependents dependents(parsed.layers);
    std::vector<std::string> found;
    for (const Carrier& carrier :
         find_carriers(text, parsed.layers, dependents, Catalog::builtin(), attribution, c.outlet)) {
      found.push_back((carrier.medium ? "" : "by ") + (carrier.name.empty() ? "?" : carrier.name) + " [" +
                      std::string(carrier.span.of(text)) + "]");
    }
    EXPECT_THAT(found, ElementsAreArray(c.expected)) << text;
  }
}

TEST(Carriers, MediaHaveTheNameOfTheCatalog) {
  const Catalog& catalog = Catalog::builtin();
  EXPECT_EQ(medium_name("AP", catalog), "Associated Press");
  EXPECT_EQ(medium_name("the Associated Press", catalog), "Associated Press");
  EXPECT_EQ(medium_name("Norway", catalog), std::nullopt) << "known, and no medium";
  EXPECT_EQ(medium_name("Lakeside Tribune", catalog), std::nullopt);
  EXPECT_EQ(medium_name("", catalog), std::nullopt);
}

struct PairCase {
  std::string_view a;
  std::string_view b;
  bool same;
};

TEST(Carriers, TwoNamesOfOneOutlet) {
  const PairCase cases[] = {
      {"AP", "The Associated Press", true},
      {"AP", "Reuters", false},
      {"The Lakeside Tribune", "lakeside tribune", true},
      {"Lakeside Tribune", "The Lakeside Tribune", true},
      {"Lakeside Tribune", "Lakeside Post", false},
      {"Lakeside Tribune", "Tribune", false},
      {"The", "The", true},
      {"The ", "", false},
      {"", "", false},
      {"AP", "", false},
  };
  for (const PairCase& c : cases) {
    EXPECT_EQ(same_outlet(c.a, c.b, Catalog::builtin()), c.same) << c.a << " and " << c.b;
    EXPECT_EQ(same_outlet(c.b, c.a, Catalog::builtin()), c.same) << c.b << " and " << c.a;
  }
}

}  // namespace
}  // namespace sayso::reading
