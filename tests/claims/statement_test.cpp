#include "claims/statement.h"

#include <gtest/gtest.h>

#include "claims/hand_made_statement.h"

namespace sayso::claims {
namespace {

Statement full_statement() {
  Statement s =
      saying(person("Ada Holt", "spokeswoman", "Hollin Council"), "No fewer than 40 houses were flooded.");
  s.attribution = "a3";
  s.proposition = "v7";
  s.span = {12, 70000};
  s.origin->entity = 0;
  s.origin->catalog = "gb:holt";
  s.via = {body("Vale Press"), person("anonymous: aide")};
  s.credited = "Vale Press";
  s.said = "2024-05-01";
  s.confidence = 0.625;
  s.own_voice = true;
  s.predicate = "flood";
  s.actors = {"hollin council", "houses"};
  s.shown = {"Hollin Council"};
  s.common_names = {"council"};
  s.figures = {{40, "house", Bound::at_least}, {-2.5, "", Bound::about}};
  s.dates = {"2024-04-30"};
  s.meaning = {127, -128, 0, 5};
  return s;
}

TEST(StatementPayload, ComesBackAsItWas) {
  const Statement s = full_statement();
  EXPECT_EQ(decode_statement(encode(s)), s);
  EXPECT_EQ(decode_statement(encode(Statement{})), Statement{});
}

TEST(StatementPayload, CutOrContinuedBytesAreNoStatement) {
  const std::string bytes = encode(full_statement());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_statement(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_statement(bytes + '\0'));
}

TEST(StatementPayload, ChangedBytesNeverReadBeyondTheEnd) {
  const std::string bytes = encode(full_statement());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const char byte : {'\x00', '\x7F', '\xFF'}) {
      std::string changed = bytes;
      changed[i] = byte;
      decode_statement(changed);  // the sanitizers watch
    }
  }
}

TEST(Cosine, OfVectorsInBytes) {
  const auto x = to_bytes({0.6F, 0.8F, 0}), y = to_bytes({0.8F, 0.6F, 0}), z = to_bytes({0, 0, 1});
  EXPECT_NEAR(cosine(x, y), 0.96, 0.01);
  EXPECT_NEAR(cosine(x, x), 1, 1e-9);
  EXPECT_EQ(cosine(x, z), 0);
  EXPECT_EQ(cosine(x, {}), 0);
  EXPECT_EQ(cosine(x, to_bytes({1, 0})), 0) << "vectors of two models";
  EXPECT_TRUE(to_bytes({0, 0}).empty());
}

}  // namespace
}  // namespace sayso::claims
