#include "claims/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/content_stems.h"

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Figures, InDigitsAndInWords) {
  const std::string litre = stem_of("litres");
  EXPECT_THAT(figures_in("About 40,000 litres leaked"), ElementsAre(Figure{40000, litre, Bound::about}));
  EXPECT_THAT(figures_in("forty thousand litres"), ElementsAre(Figure{40000, litre, Bound::exact}));
  EXPECT_THAT(figures_in("3.2 million litres and twenty-one men"),
              ElementsAre(Figure{3.2e6, litre, Bound::exact}, Figure{21, "man", Bound::exact}));
}

TEST(Figures, WithTheirBounds) {
  EXPECT_EQ(figures_in("at least 18 people").at(0).bound, Bound::at_least);
  EXPECT_EQ(figures_in("up to 18 people").at(0).bound, Bound::at_most);
}

TEST(Figures, OfNothingAreNone) {
  EXPECT_THAT(figures_in("It came at 6.40 in 2023, on 12 September."), IsEmpty());
  EXPECT_THAT(figures_in("nearer 40,000"), IsEmpty());
  EXPECT_THAT(figures_in(""), IsEmpty());
}

}  // namespace
}  // namespace sayso::claims
