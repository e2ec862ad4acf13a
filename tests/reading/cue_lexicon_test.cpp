#include "reading/cue_lexicon.h"

#include <gtest/gtest.h>

#include "reading/lemma.h"

namespace sayso::reading {
namespace {

struct Case {
  const char* form;
  Upos tag;
  CueForce force;
};

TEST(CueLexicon, KnowsWhatCuesDo) {
  const Case cases[] = {
      {"said", Upos::verb, CueForce::report},       {"claims", Upos::verb, CueForce::report},
      {"claims", Upos::noun, CueForce::report},     {"accused", Upos::verb, CueForce::report},
      {"suggests", Upos::verb, CueForce::suggest},  {"believe", Upos::verb, CueForce::believe},
      {"belief", Upos::noun, CueForce::believe},    {"expected", Upos::verb, CueForce::believe},
      {"doubts", Upos::noun, CueForce::doubt},      {"sceptical", Upos::adj, CueForce::doubt},
      {"denied", Upos::verb, CueForce::deny},       {"denials", Upos::noun, CueForce::deny},
      {"disputes", Upos::verb, CueForce::deny},     {"dismissed", Upos::verb, CueForce::deny},
      {"refuses", Upos::verb, CueForce::refuse},    {"declined", Upos::verb, CueForce::refuse},
      {"refusal", Upos::noun, CueForce::refuse},    {"vowed", Upos::verb, CueForce::promise},
      {"pledging", Upos::verb, CueForce::promise},  {"promise", Upos::noun, CueForce::promise},
      {"plans", Upos::noun, CueForce::plan},        {"threatened", Upos::verb, CueForce::plan},
      {"weighing", Upos::verb, CueForce::consider}, {"urged", Upos::verb, CueForce::demand},
      {"demands", Upos::noun, CueForce::demand},    {"proposal", Upos::noun, CueForce::propose},
      {"asked", Upos::verb, CueForce::ask},         {"wonders", Upos::verb, CueForce::ask},
      {"hopes", Upos::noun, CueForce::wish},        {"opposed", Upos::verb, CueForce::wish},
      {"feared", Upos::verb, CueForce::fear},       {"praised", Upos::verb, CueForce::praise},
      {"condemning", Upos::verb, CueForce::praise}, {"outraged", Upos::adj, CueForce::praise},
      {"dubbed", Upos::verb, CueForce::label},      {"warned", Upos::verb, CueForce::warn},
      {"unclear", Upos::adj, CueForce::unclear},    {"allegedly", Upos::adv, CueForce::hearsay},
  };
  for (const Case& c : cases) {
    const auto force = force_of(lemma_of(c.form, c.tag), c.tag);
    ASSERT_TRUE(force) << c.form;
    EXPECT_EQ(*force, c.force) << c.form;
  }
}

TEST(CueLexicon, ParticlesMakeAnotherAct) {
  EXPECT_EQ(force_of("call", "for"), CueForce::demand);
  EXPECT_EQ(force_of("rule", "out"), CueForce::refuse);
  EXPECT_EQ(force_of("take", "issue"), CueForce::deny);
  EXPECT_EQ(force_of("want", "know"), CueForce::ask);
  EXPECT_EQ(force_of("call", "him"), std::nullopt);
}

TEST(CueLexicon, OtherWordsAreNoCues) {
  EXPECT_EQ(force_of("walk", Upos::verb), std::nullopt);
  EXPECT_EQ(force_of("deny", Upos::noun), std::nullopt);
  EXPECT_EQ(force_of("", Upos::verb), std::nullopt);
}

TEST(CueLexicon, EveryForceHasItsDefault) {
  EXPECT_EQ(default_of(CueForce::deny).commitment, Commitment::certain_minus);
  EXPECT_EQ(default_of(CueForce::plan).commitment, Commitment::probable_plus);
  EXPECT_EQ(default_of(CueForce::refuse).act, SpeechAct::commissive);
  EXPECT_EQ(default_of(CueForce::refuse).commitment, Commitment::certain_minus);
  EXPECT_EQ(default_of(CueForce::wish).act, SpeechAct::expressive);
  EXPECT_EQ(default_of(CueForce::ask).commitment, Commitment::uncommitted);
}

}  // namespace
}  // namespace sayso::reading
