#include "reading/event_lexicon.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

#include "reading/catalog_rows.h"
#include "reading/event_actors.h"
#include "reading/event_meaning.h"

namespace sayso::reading {
namespace {

TEST(EventLexicon, EveryDeedHasCodesOfAType) {
  const EventLexicon& lexicon = EventLexicon::builtin();
  for_each_row("event_deeds", [&](const TableCells& row) {
    const Deed* const deed = lexicon.deed(row[0]);
    ASSERT_NE(deed, nullptr) << row[0];
    for (const EventCode* code :
         {&deed->done, &deed->promised, &deed->requested, &deed->refused, &deed->threatened}) {
      if (!code->cameo.empty()) {
        EXPECT_NE(quad_of(code->type), 0) << row[0] << " " << code->cameo;
      }
    }
    if (!deed->stopped.empty()) {
      EXPECT_NE(lexicon.deed(deed->stopped), nullptr) << row[0];
    }
    if (!deed->allowed.empty()) {
      EXPECT_NE(lexicon.deed(deed->allowed), nullptr) << row[0];
    }
  });
}

TEST(EventLexicon, EveryPairMakesADeed) {
  for_each_row("event_pairs", [&](const TableCells& row) {
    EXPECT_NE(EventLexicon::builtin().deed(row[2]), nullptr) << row[0] << " " << row[1] << " " << row[2];
  });
}

TEST(EventLexicon, TheLongestCodeTellsTypeAndMode) {
  const EventLexicon& lexicon = EventLexicon::builtin();
  EXPECT_EQ(lexicon.code("0831").type, "CONCEDE");
  EXPECT_EQ(lexicon.code("0871").type, "RETREAT");
  EXPECT_EQ(lexicon.code("0871").mode, "ceasefire");
  EXPECT_EQ(lexicon.code("1712").type, "ASSAULT");
  EXPECT_EQ(lexicon.code("SANCTION/116").type, "SANCTION");
  EXPECT_EQ(lexicon.code("SANCTION/116").cameo, "116");
}

TEST(EventActors, SectorsByNoun) {
  EXPECT_EQ(sector_of_noun("ministers"), "GOV");
  EXPECT_EQ(sector_of_noun("riot police"), "COP");
  EXPECT_EQ(sector_of_noun("leader"), "GOV?");
  EXPECT_EQ(sector_of_noun("table"), "");
}

TEST(EventActors, CodesOfTheCatalog) {
  const auto code = [](std::string_view name) {
    const auto matches = Catalog::builtin().find(name);
    return matches.empty() ? ActorCode() : actor_code(*matches.front().entry, matches.front().form);
  };
  EXPECT_EQ(code("Kosovo"), (ActorCode{"KOS", ""}));
  EXPECT_EQ(code("Kenyan"), (ActorCode{"KEN", ""}));
  EXPECT_EQ(code("the Kremlin"), (ActorCode{"RUS", "GOV"}));
  EXPECT_EQ(code("UNHCR"), (ActorCode{"UNO", ""}));
  EXPECT_EQ(code("Hezbollah"), (ActorCode{"LBN", "REB"}));
}

TEST(EventActors, EveryBodyWithACodeIsInTheCatalog) {
  std::set<std::string, std::less<>> ids;
  Catalog::builtin().for_each([&](const CatalogEntry& entry) { return ids.insert(entry.id), true; });
  for_each_row("actor_codes", [&](const TableCells& row) {
    for_each_name(row[2],
                  [&](std::string_view id) { EXPECT_TRUE(ids.contains("org:" + std::string(id))) << id; });
  });
}

}  // namespace
}  // namespace sayso::reading
