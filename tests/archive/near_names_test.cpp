#include "archive/near_names.h"

#include <gmock/gmock.h>

namespace sayso::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(NearNames, CountsEdits) {
  EXPECT_EQ(edits_between("thorsby", "thorsby", 2), 0u);
  EXPECT_EQ(edits_between("thorsbey", "thorsby", 2), 1u);
  EXPECT_EQ(edits_between("htorsby", "thorsby", 2), 1u);  // swapped
  EXPECT_EQ(edits_between("eda thorsbi", "edda thorsby", 2), 2u);
  EXPECT_EQ(edits_between("", "ab", 2), 2u);
  EXPECT_EQ(edits_between("abc", "xyz", 2), std::nullopt);
  EXPECT_EQ(edits_between("a", "abcd", 2), std::nullopt);
}

TEST(NearNames, CountsLettersNotBytes) {
  EXPECT_EQ(edits_between("жук", "лук", 1), 1u);
}

TEST(NearNames, TheNearestFirstEachOnce) {
  const std::vector<FoldedName> names = {{"Tilda Bresk", "tilda bresk"},
                                         {"Tilda Brask", "tilda brask"},
                                         {"Tilda Brask", "tilda brask"},
                                         {"Bo Linde", "bo linde"}};
  EXPECT_THAT(nearest_names("tilda brasc", names, 5), ElementsAre("Tilda Brask", "Tilda Bresk"));
  EXPECT_THAT(nearest_names("tilda brasc", names, 1), ElementsAre("Tilda Brask"));
  EXPECT_THAT(nearest_names("somebody else", names, 5), IsEmpty());
}

}  // namespace
}  // namespace sayso::archive
