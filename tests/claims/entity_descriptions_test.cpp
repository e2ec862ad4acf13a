#include "claims/entity_descriptions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/hand_made_record.h"

namespace sayso::claims {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Of one entity without a name, by the words that stand for it.
std::string described(const std::string& words, EntityKind kind = EntityKind::person) {
  Record record = record_of("a", "The Weir", "Then " + words + " left.");
  record.entities.push_back(
      {.id = "e1", .name = "anonymous: " + words.substr(words.find(' ') + 1), .kind = kind});
  const EntityMention mention{"m1", 0, span_of(record.document.text, words), MentionForm::nominal, false};
  return described_as(record, record.entities[0], {&mention});
}

TEST(EntityDescriptions, OneWhoCanBeOnlyOne) {
  EXPECT_EQ(described("the mayor"), "mayor");
  EXPECT_EQ(described("the plant manager"), "plant manager");
  EXPECT_EQ(described("the customs service", EntityKind::organization), "customs service");
}

TEST(EntityDescriptions, NotWhoMayBeAny) {
  EXPECT_EQ(described("a mayor"), "");
  EXPECT_EQ(described("the spokesman"), "");
  EXPECT_EQ(described("the mayor of the town on the hill"), "");
  EXPECT_EQ(described("the mayors", EntityKind::group), "");
}

TEST(EntityDescriptions, NotWhoHasAName) {
  Record record = record_of("a", "The Weir", "Then the Mayor left.");
  record.entities.push_back({.id = "e1", .name = "Mayor", .kind = EntityKind::person});
  const EntityMention mention{"m1", 0, span_of(record.document.text, "the Mayor"), MentionForm::name, false};
  EXPECT_EQ(described_as(record, record.entities[0], {&mention}), "");
}

TEST(EntityDescriptions, OfficesAndTailsOfNames) {
  const Entity person{.name = "Oleg Sarvin",
                      .kind = EntityKind::person,
                      .roles = {{"special envoy", "Varenia", {}}, {"spokesman", "", {}}}};
  EXPECT_THAT(descriptions_of(person), ElementsAre("special envoy", "envoy", "varenia special envoy"));
  const Entity body{.name = "Lomerian Customs Service", .kind = EntityKind::organization};
  EXPECT_THAT(descriptions_of(body), ElementsAre("service", "customs service"));
  EXPECT_THAT(descriptions_of({.name = "Ministry of Foreign Affairs", .kind = EntityKind::organization}),
              IsEmpty());
}

}  // namespace
}  // namespace sayso::claims
