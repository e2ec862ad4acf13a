#include "reading/lemma.h"

#include <gtest/gtest.h>

namespace sayso::reading {
namespace {

struct Case {
  const char* form;
  Upos tag;
  const char* lemma;
};

TEST(Lemma, OfVerbs) {
  const Case cases[] = {
      {"said", Upos::verb, "say"},
      {"told", Upos::verb, "tell"},
      {"Thought", Upos::verb, "think"},
      {"denied", Upos::verb, "deny"},
      {"denies", Upos::verb, "deny"},
      {"urged", Upos::verb, "urge"},
      {"urging", Upos::verb, "urge"},
      {"argued", Upos::verb, "argue"},
      {"hoping", Upos::verb, "hope"},
      {"hopping", Upos::verb, "hop"},
      {"stopped", Upos::verb, "stop"},
      {"called", Upos::verb, "call"},
      {"pressing", Upos::verb, "press"},
      {"promised", Upos::verb, "promise"},
      {"announced", Upos::verb, "announce"},
      {"described", Upos::verb, "describe"},
      {"criticized", Upos::verb, "criticize"},
      {"noted", Upos::verb, "note"},
      {"quoted", Upos::verb, "quote"},
      {"reported", Upos::verb, "report"},
      {"repeated", Upos::verb, "repeat"},
      {"believes", Upos::verb, "believe"},
      {"believing", Upos::verb, "believe"},
      {"dismisses", Upos::verb, "dismiss"},
      {"teaches", Upos::verb, "teach"},
      {"goes", Upos::verb, "go"},
      {"swore", Upos::verb, "swear"},
      {"regretted", Upos::verb, "regret"},
      {"admitted", Upos::verb, "admit"},
      {"visited", Upos::verb, "visit"},
      {"threatened", Upos::verb, "threaten"},
      {"lied", Upos::verb, "lie"},
      {"sing", Upos::verb, "sing"},
      {"need", Upos::verb, "need"},
      {"is", Upos::aux, "be"},
      {"'ll", Upos::aux, "will"},
      {"’re", Upos::aux, "be"},
      {"did", Upos::aux, "do"},
      {"might", Upos::aux, "might"},
  };
  for (const Case& c : cases) EXPECT_EQ(lemma_of(c.form, c.tag), c.lemma) << c.form;
}

TEST(Lemma, OfNouns) {
  const Case cases[] = {
      {"claims", Upos::noun, "claim"},      {"Policies", Upos::noun, "policy"},
      {"crises", Upos::noun, "crisis"},     {"women", Upos::noun, "woman"},
      {"promises", Upos::noun, "promise"},  {"speeches", Upos::noun, "speech"},
      {"analysis", Upos::noun, "analysis"}, {"press", Upos::noun, "press"},
      {"bus", Upos::noun, "bus"},           {"lies", Upos::noun, "lie"},
      {"wishes", Upos::noun, "wish"},
  };
  for (const Case& c : cases) EXPECT_EQ(lemma_of(c.form, c.tag), c.lemma) << c.form;
}

TEST(Lemma, OtherTagsKeepTheirForm) {
  EXPECT_EQ(lemma_of("Thus", Upos::adv), "thus");
  EXPECT_EQ(lemma_of("Roads", Upos::propn), "roads");
}

TEST(Lemma, TakesAnyBytes) {
  EXPECT_EQ(lemma_of("", Upos::verb), "");
  EXPECT_EQ(lemma_of("ed", Upos::verb), "ed");
  EXPECT_EQ(lemma_of("Ærøs", Upos::noun), "Ærø");
  EXPECT_EQ(lemma_of(std::string(100000, 's'), Upos::noun).size(), 100000u);
}

TEST(PlainForm, MakesApostrophesPlain) {
  EXPECT_EQ(plain_form("N’T"), "n't");
  EXPECT_EQ(plain_form("“"), "“");
}

}  // namespace
}  // namespace sayso::reading
