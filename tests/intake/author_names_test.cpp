#include "intake/author_names.h"

#include <gmock/gmock.h>

namespace sayso::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(AuthorNames, KeepsPeopleOnceInTheirOrder) {
  EXPECT_THAT(
      clean_authors({{"Anna Weir", false}, {"Ben Tarr", false}, {"Anna Weir", false}}, "The Lantern Post"),
      ElementsAre("Anna Weir", "Ben Tarr"));
}

TEST(AuthorNames, TheOutletIsNoAuthor) {
  EXPECT_THAT(clean_authors({{"The Lantern Post", true}}, "The Lantern Post"), IsEmpty());
  EXPECT_THAT(clean_authors({{"Lantern", false}}, "Lantern News"), IsEmpty());
  EXPECT_THAT(clean_authors({{"Lantern Sport", true}}, "Lantern"), IsEmpty());
  EXPECT_THAT(clean_authors({{"Anna Weir", false}, {"Lantern Editor-at-large", false}}, "Lantern"),
              ElementsAre("Anna Weir"));
  EXPECT_THAT(clean_authors({{"Anna Weir", false}, {"Lantern Post", false}}, "Lantern Post Weekly"),
              ElementsAre("Anna Weir"));
}

TEST(AuthorNames, APersonMayPublishAlone) {
  EXPECT_THAT(clean_authors({{"Anna Weir", false}}, "Anna Weir"), ElementsAre("Anna Weir"));
}

TEST(AuthorNames, CutsTheOutletBehindAName) {
  EXPECT_THAT(clean_authors({{"Anna Weir, LANTERN POST", false}}, "Lantern Post"), ElementsAre("Anna Weir"));
}

TEST(AuthorNames, AccountsButtonsAndDaysAreNoNames) {
  EXPECT_THAT(clean_authors({{"admin", false},
                             {"lpadmin", false},
                             {"Tweet", false},
                             {"October", false},
                             {"Wednesday", false},
                             {"https://x.example/anna", false},
                             {"<a>", false}},
                            "Lantern"),
              IsEmpty());
  EXPECT_THAT(clean_authors({{"June Carder", false}}, ""), ElementsAre("June Carder"));
}

}  // namespace
}  // namespace sayso::intake
