#include "claims/same_party.h"

#include <gtest/gtest.h>

#include "claims/hand_made_statement.h"

namespace sayso::claims {
namespace {

TEST(SameParty, PersonsByFamilyName) {
  EXPECT_TRUE(same_party(person("Ada Holt"), person("Holt")));
  EXPECT_FALSE(same_party(person("Ada Holt"), person("Paul Holt")));
  EXPECT_FALSE(same_party(person("Ada Holt"), person("Ada Brack")));
}

TEST(SameParty, BodiesByTheBeginningOrTheEndOfTheirNames) {
  EXPECT_TRUE(same_party(body("Inspectorate"), body("State Dam Inspectorate")));
  EXPECT_TRUE(same_party(body("Hollin"), body("Hollin Chemicals")));
  EXPECT_FALSE(same_party(body("Dam"), body("State Dam Inspectorate")));
  EXPECT_FALSE(same_party(body("North Hollin"), body("South Hollin")));
}

TEST(SameParty, ADescriptionByAnOffice) {
  EXPECT_TRUE(same_party(person("anonymous: plant manager"), person("Ada Holt", "plant manager")));
  EXPECT_TRUE(
      same_party(person("Ada Holt", "spokeswoman", "the council"), person("anonymous: council spokeswoman")));
  EXPECT_FALSE(same_party(person("anonymous: senior diplomat"), person("Ada Holt", "plant manager")));
  EXPECT_FALSE(same_party(person("anonymous: official"), person("anonymous: official")));
}

TEST(SpeaksFor, HeadsAndSpokespeople) {
  EXPECT_TRUE(speaks_for(person("Ada Holt", "spokeswoman", "Hollin Council"), body("Hollin Council")));
  EXPECT_TRUE(speaks_for(person("anonymous: hospital spokeswoman"), body("St Anne's Hospital")));
  EXPECT_FALSE(speaks_for(person("Ada Holt", "clerk", "Hollin Council"), body("Hollin Council")));
  EXPECT_FALSE(speaks_for(person("Ada Holt", "spokeswoman", "Brack Council"), body("Hollin Chemicals")));
}

}  // namespace
}  // namespace sayso::claims
