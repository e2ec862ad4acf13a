#include "cli/entity_view.h"

#include <gmock/gmock.h>

namespace sayso::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

EntityPage brask_page() {
  EntityPage page;
  page.entity.id = "9d01";
  page.entity.name = "Tilda Brask";
  page.entity.kind = EntityKind::person;
  page.entity.aliases = {{"Brask", 4, "2024-03-05", "2024-03-09"}};
  page.entity.roles = {
      {"engineer", "Weir Council", "2024-03-05", "2024-03-05", std::string(64, 'a') + "#e2"}};
  page.entity.why = {"same name and role: engineer of Weir Council"};
  page.documents = 3;
  page.said_count = 40;
  page.said = {{std::string(64, 'a'),
                "a1",
                "2024-03-05",
                "Tilda Brask",
                {"", "Interfax", "Tilda Brask"},
                "that it is shut",
                Commitment::certain_minus,
                "5f3c0011223344"}};
  return page;
}

TEST(EntityView, OfOneEntity) {
  EXPECT_EQ(
      view_entity(brask_page(), {.width = 100}),
      "── Tilda Brask ───────────────────────────────────────────────────────────────────────────── 9d01 ──\n"
      "person · in 3 articles\n"
      "\n"
      "Called\n"
      "  Brask · 4x · 2024-03-05 to 2024-03-09\n"
      "\n"
      "Role\n"
      "  engineer of Weir Council · 2024-03-05\n"
      "\n"
      "Said (40 times), the latest 1\n"
      "  “that it is shut”\n"
      "  2024-03-05 · outlet unknown > Interfax > Tilda Brask · says not · aaaaaaaa#a1 · claim 5f3c0011\n"
      "\n"
      "Why one\n"
      "  same name and role: engineer of Weir Council\n"
      "\n");
}

TEST(EntityView, ForeignTextCannotControlTheTerminal) {
  EntityPage page = brask_page();
  page.entity.name = page.entity.aliases[0].text = page.said[0].words = page.said[0].chain[1] = "\x1b[2J";
  EXPECT_THAT(view_entity(page, {}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(view_entity_summary({"\x1b[2J", "\x1b[2J", EntityKind::person, 1, 1, "\x1b[2J"}, {}),
              Not(HasSubstr("\x1b")));
}

TEST(EntityView, SummaryTellsPeopleOfOneNameApart) {
  EXPECT_EQ(view_entity_summary({"9d01", "Ann Smith", EntityKind::person, 2, 1, "mayor of Weir"}, {}),
            "Ann Smith\n  person · mayor of Weir · 2 articles · 1 statement · 9d01\n");
}

}  // namespace
}  // namespace sayso::cli
