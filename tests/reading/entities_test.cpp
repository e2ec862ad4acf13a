#include "reading/entities.h"

#include <gmock/gmock.h>

#include <chrono>

#include "fakes/parsed_article.h"

namespace sayso::reading {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;

constexpr std::string_view kEnvoy =
    "Norway|PROPN|3|nmod|B-LOC ’s|PART|1|case envoy|NOUN|6|nsubj to|ADP|5|case Nepal|PROPN|3|nmod|B-LOC "
    "denied|VERB|0|root reports|NOUN|6|obj that|SCONJ|11|mark Oslo|PROPN|11|nsubj|B-LOC had|AUX|11|aux "
    "offered|VERB|7|acl ships|NOUN|11|obj .|PUNCT|6|punct\n"
    "\n"
    "“|PUNCT|3|punct Norway|PROPN|3|nsubj|B-LOC has|VERB|0|root no|DET|5|det plan|NOUN|3|obj "
    ",|PUNCT|3|punct ”|PUNCT|3|punct\n"
    "Ragnhild|PROPN|8|nsubj|B-PER Oster|PROPN|1|flat|I-PER ,|PUNCT|6|punct the|DET|6|det "
    "Norwegian|ADJ|6|amod ambassador|NOUN|1|appos ,|PUNCT|6|punct told|VERB|0|root reporters|NOUN|8|iobj "
    "in|ADP|11|case Kathmandu|PROPN|8|obl|B-LOC on|ADP|13|case Monday|PROPN|8|obl .|PUNCT|8|punct\n"
    "\n"
    "Oster|PROPN|2|nsubj|B-PER said|VERB|0|root the|DET|4|det talks|NOUN|6|nsubj had|AUX|6|aux "
    "gone|VERB|2|ccomp well|ADV|6|advmod .|PUNCT|2|punct\n"
    "“|PUNCT|4|punct We|PRON|4|nsubj will|AUX|4|aux meet|VERB|9|ccomp again|ADV|4|advmod ,|PUNCT|4|punct "
    "”|PUNCT|4|punct she|PRON|9|nsubj said|VERB|0|root .|PUNCT|4|punct\n"
    "\n"
    "Kathmandu|PROPN|2|nsubj|B-LOC called|VERB|0|root on|ADP|4|case Oslo|PROPN|2|obl|B-LOC to|PART|6|mark "
    "wait|VERB|2|xcomp .|PUNCT|2|punct\n"
    "The|DET|3|det Norwegian|ADJ|3|amod envoy|NOUN|4|nsubj refused|VERB|0|root .|PUNCT|4|punct\n";

constexpr std::string_view kUnion =
    "The|DET|5|det|B-ORG Harbour|PROPN|3|compound|I-ORG Workers|PROPN|5|compound|I-ORG ’|PART|3|case|I-ORG "
    "Union|PROPN|9|nsubj|I-ORG (|PUNCT|7|punct HWU|PROPN|5|appos|B-ORG )|PUNCT|7|punct called|VERB|0|root "
    "a|DET|11|det strike|NOUN|9|obj .|PUNCT|9|punct\n"
    "HWU|PROPN|2|nsubj|B-ORG said|VERB|0|root 300|NUM|4|nummod people|NOUN|5|obj took|VERB|2|ccomp "
    "part|NOUN|5|obj .|PUNCT|2|punct\n"
    "\n"
    "“|PUNCT|5|punct The|DET|3|det union|NOUN|5|nsubj is|AUX|5|cop ready|ADJ|8|ccomp ,|PUNCT|5|punct "
    "”|PUNCT|5|punct said|VERB|0|root Karl|PROPN|8|nsubj|B-PER Brandt|PROPN|9|flat|I-PER ,|PUNCT|13|punct "
    "a|DET|13|det spokesman|NOUN|8|ccomp for|ADP|16|case the|DET|16|det union|NOUN|13|nmod .|PUNCT|5|punct\n"
    "Brandt|PROPN|2|nsubj|B-PER spoke|VERB|0|root to|ADP|5|case Harbour|PROPN|5|compound|B-ORG "
    "Radio|PROPN|2|obl|I-ORG .|PUNCT|2|punct\n"
    "He|PRON|4|nsubj did|AUX|4|aux not|PART|4|advmod name|VERB|0|root a|DET|6|det date|NOUN|4|obj "
    ".|PUNCT|4|punct\n";

constexpr std::string_view kSmiths =
    "Anna|PROPN|3|nsubj|B-PER Smith|PROPN|1|flat|I-PER said|VERB|0|root the|DET|5|det bridge|NOUN|7|nsubj "
    "was|AUX|7|cop safe|ADJ|3|ccomp .|PUNCT|3|punct\n"
    "Paul|PROPN|7|nsubj|B-PER Smith|PROPN|1|flat|I-PER ,|PUNCT|5|punct an|DET|5|det engineer|NOUN|1|appos "
    ",|PUNCT|5|punct disagreed|VERB|0|root .|PUNCT|7|punct\n"
    "\n"
    "“|PUNCT|4|punct It|PRON|4|nsubj will|AUX|4|aux fall|VERB|9|ccomp ,|PUNCT|4|punct ”|PUNCT|4|punct "
    "Paul|PROPN|9|nsubj|B-PER Smith|PROPN|7|flat|I-PER said|VERB|0|root .|PUNCT|4|punct\n"
    "Ms.|PROPN|2|nmod Smith|PROPN|3|nsubj|B-PER called|VERB|0|root him|PRON|3|obj a|DET|6|det "
    "liar|NOUN|3|obj .|PUNCT|3|punct\n";

constexpr std::string_view kKoreas =
    "North|PROPN|2|compound|B-ORG Korea|PROPN|3|nsubj|I-ORG said|VERB|0|root it|PRON|6|nsubj had|AUX|6|aux "
    "fired|VERB|3|ccomp a|DET|8|det rocket|NOUN|6|obj .|PUNCT|3|punct\n"
    "South|PROPN|2|compound|B-LOC Korea|PROPN|3|nsubj|I-LOC said|VERB|0|root the|DET|5|det "
    "rocket|NOUN|7|nsubj had|AUX|7|aux failed|VERB|3|ccomp .|PUNCT|3|punct\n";

constexpr std::string_view kMayor =
    "Mayor|PROPN|2|nmod|B-PER Ilse|PROPN|4|nsubj|I-PER Varga|PROPN|2|flat|I-PER said|VERB|0|root "
    "the|DET|6|det bridge|NOUN|8|nsubj would|AUX|8|aux open|VERB|4|ccomp in|ADP|10|case May|PROPN|8|obl "
    ".|PUNCT|4|punct\n"
    "She|PRON|2|nsubj thanked|VERB|0|root the|DET|4|det builders|NOUN|2|obj .|PUNCT|2|punct\n"
    "\n"
    "An|DET|2|det aide|NOUN|5|nsubj to|ADP|4|case Varga|PROPN|2|nmod|B-PER said|VERB|0|root the|DET|7|det "
    "mayor|NOUN|5|nsubj was|AUX|9|cop tired|ADJ|5|ccomp .|PUNCT|5|punct\n"
    "A|DET|2|det letter|NOUN|8|nsubj from|ADP|4|case Varga|PROPN|2|nmod|B-LOC to|ADP|7|case the|DET|7|det "
    "council|NOUN|2|nmod named|VERB|0|root no|DET|10|det date|NOUN|8|obj ,|PUNCT|17|punct and|CCONJ|17|cc "
    "officials|NOUN|17|nsubj at|ADP|16|case the|DET|16|det port|NOUN|13|nmod declined|VERB|8|conj "
    "to|PART|19|mark comment|NOUN|17|xcomp .|PUNCT|8|punct\n"
    "\n"
    "Some|DET|2|det residents|NOUN|6|nsubj and|CCONJ|5|cc the|DET|5|det builders|NOUN|2|conj "
    "said|VERB|0|root they|PRON|9|nsubj were|AUX|9|cop angry|ADJ|6|ccomp .|PUNCT|6|punct\n"
    "Varga|PROPN|3|nmod|B-PER ’s|PART|1|case campaign|NOUN|4|nsubj denied|VERB|0|root it|PRON|4|obj "
    ".|PUNCT|4|punct\n"
    "A|DET|2|det poll|NOUN|6|nsubj by|ADP|5|case Lakeside|PROPN|5|compound|B-ORG "
    "University|PROPN|2|nmod|I-ORG found|VERB|0|root that|SCONJ|12|mark 60|NUM|9|nummod "
    "percent|NOUN|12|nsubj of|ADP|11|case voters|NOUN|9|nmod agreed|VERB|6|ccomp .|PUNCT|6|punct\n"
    "\n"
    "Peter|PROPN|5|nsubj|B-PER Holm|PROPN|1|flat|I-PER and|CCONJ|4|cc Varga|PROPN|1|conj|B-PER "
    "said|VERB|0|root they|PRON|8|nsubj would|AUX|8|aux talk|NOUN|5|ccomp .|PUNCT|5|punct\n"
    "People|NOUN|6|nsubj familiar|ADJ|1|amod with|ADP|5|case the|DET|5|det plan|NOUN|2|obl "
    "said|VERB|0|root it|PRON|9|nsubj was|AUX|9|cop dead|ADJ|6|ccomp .|PUNCT|6|punct\n";

const Entity* entity_with(const EntityReading& reading, std::string_view name) {
  for (const Entity& entity : reading.entities) {
    if (entity.name == name) return &entity;
  }
  return nullptr;
}

struct EntityCase {
  std::string_view article;
  std::string_view name;
  EntityKind kind;
  std::vector<std::string> aliases;  // in the order of the text
};

class Entities : public testing::TestWithParam<EntityCase> {};
TEST_P(Entities, NameKindAndAliases) {
  const auto parsed = fakes::parse_article(GetParam().article);
  const auto reading = read_entities(parsed.article, parsed.layers, Catalog::builtin());
  const Entity* entity = entity_with(reading, GetParam().name);
  ASSERT_NE(entity, nullptr) << GetParam().name;
  EXPECT_EQ(to_string(entity->kind), std::string(to_string(GetParam().kind)));
  EXPECT_THAT(entity->aliases, ElementsAreArray(GetParam().aliases));
}
INSTANTIATE_TEST_SUITE_P(
    Articles, Entities,
    testing::Values(
        EntityCase{kEnvoy,
                   "Ragnhild Oster",
                   EntityKind::person,
                   {"Norway’s envoy to Nepal", "the Norwegian ambassador", "Oster", "The Norwegian envoy"}},
        EntityCase{kEnvoy, "Norway", EntityKind::place, {"Oslo"}},
        EntityCase{kEnvoy, "Nepal", EntityKind::place, {"Kathmandu"}},
        EntityCase{kEnvoy, "Kathmandu", EntityKind::place, {}},
        EntityCase{
            kUnion, "Harbour Workers’ Union", EntityKind::organization, {"HWU", "The union", "the union"}},
        EntityCase{kUnion, "Karl Brandt", EntityKind::person, {"a spokesman for the union", "Brandt"}},
        EntityCase{kUnion, "Harbour Radio", EntityKind::organization, {}},
        EntityCase{kSmiths, "Anna Smith", EntityKind::person, {"Smith"}},
        EntityCase{kSmiths, "Paul Smith", EntityKind::person, {"an engineer"}},
        EntityCase{kKoreas, "North Korea", EntityKind::place, {}},
        EntityCase{kKoreas, "South Korea", EntityKind::place, {}},
        EntityCase{kMayor, "Ilse Varga", EntityKind::person, {"Varga", "the mayor"}}));

struct SourceCase {
  std::string_view article;
  std::string_view phrase;
  std::size_t occurrence;
  std::string_view name;
};

class EntityOfSource : public testing::TestWithParam<SourceCase> {};
TEST_P(EntityOfSource, IsWhoThePhraseNames) {
  const auto parsed = fakes::parse_article(GetParam().article);
  auto reading = read_entities(parsed.article, parsed.layers, Catalog::builtin());
  const Span phrase = parsed.at(GetParam().phrase, GetParam().occurrence);
  ASSERT_FALSE(phrase.empty());
  const std::uint32_t entity = reading.entity_of_source(phrase, parsed.article, parsed.layers);
  EXPECT_EQ(reading.entities.at(entity).name, GetParam().name);
  EXPECT_EQ(reading.entity_of_source(phrase, parsed.article, parsed.layers), entity)
      << "asked again, the same";
}
INSTANTIATE_TEST_SUITE_P(
    Articles, EntityOfSource,
    testing::Values(
        SourceCase{kEnvoy, "Ragnhild Oster, the Norwegian ambassador", 0, "Ragnhild Oster"},
        SourceCase{kEnvoy, "she", 0, "Ragnhild Oster"}, SourceCase{kEnvoy, "Kathmandu", 1, "Nepal"},
        SourceCase{kUnion, "Karl Brandt, a spokesman for the union", 0, "Karl Brandt"},
        SourceCase{kUnion, "He", 0, "Karl Brandt"}, SourceCase{kSmiths, "Ms. Smith", 0, "Anna Smith"},
        SourceCase{kMayor, "Mayor Ilse Varga", 0, "Ilse Varga"}, SourceCase{kMayor, "She", 0, "Ilse Varga"},
        SourceCase{kMayor, "An aide to Varga", 0, "anonymous: aide to Varga"},
        SourceCase{kMayor, "A letter from Varga to the council", 0, "Ilse Varga"},
        SourceCase{kMayor, "officials at the port", 0, "anonymous: officials at the port"},
        SourceCase{kMayor, "Some residents and the builders", 0,
                   "anonymous: some residents and the builders"},
        SourceCase{kMayor, "Varga’s campaign", 0, "Varga campaign"},
        SourceCase{kMayor, "A poll by Lakeside University", 0, "Lakeside University poll"},
        SourceCase{kMayor, "60 percent of voters", 0, "anonymous: voters"},
        SourceCase{kMayor, "Peter Holm and Varga", 0, "Peter Holm and Ilse Varga"},
        SourceCase{kMayor, "People familiar with the plan", 0, "anonymous: people familiar with the plan"}));

TEST(Entities, MetonymsAreMarked) {
  const auto parsed = fakes::parse_article(kEnvoy);
  const auto reading = read_entities(parsed.article, parsed.layers, Catalog::builtin());
  std::vector<std::string> marked;
  for (const EntityMention& mention : reading.mentions) {
    if (mention.metonym) marked.emplace_back(mention.span.of(parsed.article.text));
  }
  EXPECT_THAT(marked, ElementsAreArray({"Oslo", "Kathmandu", "Oslo"}));
}

TEST(Entities, RolesKeepTheirWords) {
  const auto parsed = fakes::parse_article(kEnvoy);
  const auto reading = read_entities(parsed.article, parsed.layers, Catalog::builtin());
  const Entity* entity = entity_with(reading, "Ragnhild Oster");
  ASSERT_NE(entity, nullptr);
  std::vector<std::string> roles;
  for (const Role& role : entity->roles) {
    roles.push_back(role.title + " of " + role.of + ": " + std::string(role.span.of(parsed.article.text)));
  }
  EXPECT_THAT(roles, testing::UnorderedElementsAre("envoy of Norway: Norway’s envoy to Nepal",
                                                   "ambassador of Norway: the Norwegian ambassador",
                                                   "envoy of Norway: The Norwegian envoy"));
}

TEST(Entities, APronounIsNoNameAndNoAlias) {
  for (const std::string_view table : {kEnvoy, kUnion, kSmiths, kKoreas, kMayor}) {
    const auto parsed = fakes::parse_article(table);
    const auto reading = read_entities(parsed.article, parsed.layers, Catalog::builtin());
    for (const Entity& entity : reading.entities) {
      std::vector<std::string> words = entity.aliases;
      words.push_back(entity.name);
      for (const std::string_view pronoun : {"he", "He", "She", "she", "it", "It", "him", "they", "We"}) {
        EXPECT_THAT(words, testing::Not(testing::Contains(pronoun)));
      }
    }
    for (std::size_t m = 0; m < reading.mentions.size(); ++m) {
      EXPECT_EQ(reading.mentions[m].id, "m" + std::to_string(m + 1));
      EXPECT_LT(reading.mentions[m].entity, reading.entities.size());
      EXPECT_LE(reading.mentions[m == 0 ? 0 : m - 1].span.begin, reading.mentions[m].span.begin);
    }
  }
}

TEST(Entities, AMentionIsFoundByItsPhrase) {
  const auto parsed = fakes::parse_article(kEnvoy);
  const auto reading = read_entities(parsed.article, parsed.layers, Catalog::builtin());
  const auto mention = reading.mention_of(parsed.at("the Norwegian ambassador"), parsed.layers);
  ASSERT_TRUE(mention);
  EXPECT_EQ(reading.entities[reading.mentions[*mention].entity].name, "Ragnhild Oster");
  EXPECT_FALSE(reading.mention_of(parsed.at("told"), parsed.layers));
  EXPECT_FALSE(reading.mention_of({9000, 9001}, parsed.layers));
}

TEST(Entities, AnEmptyArticleHasNone) {
  EntityReading reading = read_entities({}, {}, Catalog::builtin());
  EXPECT_THAT(reading.entities, IsEmpty());
  const std::uint32_t nobody = reading.entity_of_source({0, 5}, {}, {});
  EXPECT_EQ(reading.entities.at(nobody).name, "anonymous: unspecified");
}

// A book of one sentence again and again: time must grow with the text, not with its square.
TEST(Entities, ManyMentionsStayLinear) {
  const auto time_of = [](int paragraphs) {
    std::string table;
    for (int i = 0; i < paragraphs; ++i) table += std::string(kSmiths) + "\n" + std::string(kMayor) + "\n";
    const auto parsed = fakes::parse_article(table);
    const auto start = std::chrono::steady_clock::now();
    auto reading = read_entities(parsed.article, parsed.layers, Catalog::builtin());
    for (std::uint32_t w = 0; w < parsed.layers.words.size(); w += 7) {
      reading.entity_of_source(parsed.layers.words[w].text, parsed.article, parsed.layers);
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double once = time_of(100);
  EXPECT_LT(time_of(800), 40 * once + 0.5);  // 8 times the text; a square would be 64 times
}

}  // namespace
}  // namespace sayso::reading
