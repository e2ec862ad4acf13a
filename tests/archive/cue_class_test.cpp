#include "archive/cue_class.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "sayso/record.h"

namespace sayso::archive {
namespace {

TEST(CueClass, OfALemma) {
  EXPECT_EQ(cue_class("say"), "report");
  EXPECT_EQ(cue_class("deny"), "deny");
  EXPECT_EQ(cue_class("promise"), "promise");
  EXPECT_EQ(cue_class("allegedly"), "hearsay");
  EXPECT_EQ(cue_class(":"), "");
  EXPECT_EQ(cue_class(""), "");
}

TEST(CueClass, AllOfThemAreListedOnce) {
  const auto classes = cue_classes();
  EXPECT_TRUE(std::is_sorted(classes.begin(), classes.end()));
  EXPECT_EQ(std::adjacent_find(classes.begin(), classes.end()), classes.end());
  for (const char* lemma :
       {"say", "suggest", "believe", "doubt", "deny", "refuse", "promise", "plan", "consider", "demand",
        "propose", "ask", "hope", "fear", "praise", "call", "warn"}) {
    EXPECT_NE(std::find(classes.begin(), classes.end(), cue_class(lemma)), classes.end()) << lemma;
  }
}

}  // namespace
}  // namespace sayso::archive
