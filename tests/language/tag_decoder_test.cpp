#include "language/tag_decoder.h"

#include <gmock/gmock.h>

namespace sayso::language {
namespace {

using testing::ElementsAre;

TEST(TagDecoder, TheBestTagButParticlesWhereARuleSays) {
  const std::vector<Segment> words = {{{0, 2}, 0, false}, {{2, 5}, 1, true}, {{6, 8}, 2, false}};
  std::vector<float> scores(3 * kUposTags, -1);
  scores[0 * kUposTags + static_cast<std::size_t>(Upos::aux)] = 2;
  scores[1 * kUposTags + static_cast<std::size_t>(Upos::adv)] = 2;
  scores[2 * kUposTags + static_cast<std::size_t>(Upos::x)] = 2;
  EXPECT_THAT(decode_tags(scores, words), ElementsAre(Upos::aux, Upos::part, Upos::x));
}

TEST(TagDecoder, NamesAreThoseOfUniversalDependencies) {
  EXPECT_STREQ(to_string(Upos::adj), "ADJ");
  EXPECT_STREQ(to_string(Upos::propn), "PROPN");
  EXPECT_STREQ(to_string(Upos::x), "X");
  EXPECT_STREQ(to_string(Relation::acl), "acl");
  EXPECT_STREQ(to_string(Relation::case_), "case");
  EXPECT_STREQ(to_string(Relation::root), "root");
  EXPECT_STREQ(to_string(Relation::xcomp), "xcomp");
  EXPECT_STREQ(to_string(EntityType::time), "time");
  EXPECT_STREQ(to_string(MentionForm::nominal), "nominal");
  EXPECT_STREQ(to_string(NameType::organization), "ORG");
}

}  // namespace
}  // namespace sayso::language
