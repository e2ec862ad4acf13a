#include "cli/claim_view.h"

#include <gmock/gmock.h>

#include <sstream>

#include "cli/display_cells.h"
#include "cli/hand_made_claim.h"

namespace sayso::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(ClaimView, OfOneClaim) {
  EXPECT_EQ(view_claim(bridge_page(), {.width = 70}),
            "── 3 articles, 3 outlets, 2 origins ────────────────────── 5f3c0011 ──\n"
            "The old bridge is shut.\n"
            "affirmed · 2024-03-05 to 2024-03-09\n"
            "\n"
            "Affirmed in 2 articles\n"
            "  “the old bridge is shut”\n"
            "  2024-03-05 · The Weir > Tilda Brask · aaaaaaaa#a1\n"
            "  “The bridge is shut,”\n"
            "  2024-03-06 · Post > The Weir > Tilda Brask · bbbbbbbb#a4\n"
            "\n"
            "Denied in 1 article\n"
            "  “that the bridge was shut”\n"
            "  2024-03-07 · Bell > Weir Council · cccccccc#a2\n"
            "\n"
            "Left open in 1 article\n"
            "  “the bridge is shut”\n"
            "  undated · Bell, in its own words · cccccccc#v9\n"
            "\n"
            "Rests on 2 origins\n"
            "  Tilda Brask · 2 articles\n"
            "    speaks in both: same utterance\n"
            "  Weir Council · 1 article\n"
            "    speaks for itself\n"
            "  anonymous: a clerk · 1 article · not counted · not verifiable\n"
            "    the council’s own clerk\n"
            "\n"
            "Changed position\n"
            "  Weir Council denied it on 2024-03-07, affirmed it on 2024-03-09\n"
            "\n"
            "Copies\n"
            "  Post, 2024-03-06 (bbbbbbbb) excerpts The Weir, 2024-03-05 (aaaaaaaa)\n"
            "    61 of 80 words\n"
            "\n");
}

TEST(ClaimView, SummaryBeginsWithItsReach) {
  const ClaimSummary claim{"c9", "It is shut.", ClaimStatus::contested, 8, 5, 1, "2024-03-05", "2024-03-05"};
  EXPECT_THAT(view_claim_summary(claim, {.width = 60}),
              testing::AllOf(StartsWith("── 8 articles, 5 outlets, 1 origin ─"),
                             HasSubstr("contested · 2024-03-05\n")));
}

TEST(ClaimView, NoLineIsWiderThanTheView) {
  for (const int width : {20, 33, 60}) {
    std::istringstream lines(view_claim(bridge_page(), {.width = width}));
    lines.ignore(1000, '\n');  // the rule keeps its counts whole
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_columns(line), width) << line;
  }
}

TEST(ClaimView, ForeignTextCannotControlTheTerminal) {
  ClaimPage page = bridge_page();
  page.claim.text = "a\x1b[2Jb";
  page.claim.statements[0].quote = "c\x1b]0;x\x07";
  page.claim.statements[0].origin = "d\x1b[31m";
  page.claim.origins[0].why = "e\x1b[1m";
  EXPECT_THAT(view_claim(page, {.width = 70}), Not(HasSubstr("\x1b")));
}

TEST(ClaimView, ExplanationHasBothSides) {
  const Claim claim = bridge_page().claim;
  const std::string view =
      view_explanation({.joined = {{claim.statements[0], claim.statements[1], 0.914, "same words"}},
                        .apart = {},
                        .documents = {}},
                       {.width = 70});
  EXPECT_THAT(view, HasSubstr("Joined\n  same words (91)\n    “the old bridge is shut”\n"));
  EXPECT_THAT(view, HasSubstr("Kept apart\n  nothing else came near\n"));
}

}  // namespace
}  // namespace sayso::cli
