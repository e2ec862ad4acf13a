#include "cli/event_view.h"

#include <gmock/gmock.h>

namespace sayso::cli {
namespace {

using testing::HasSubstr;

EventPage page() {
  EventPage page;
  SharedEvent& event = page.event;
  event.id = "5f3c0011aabbccdd";
  event.type = "CONSULT";
  event.mode = "visit";
  event.cameo = "042";
  event.date = "2016-12-12";
  event.actors = {{"Kenyan minister", "KEN", "GOV", "", ""}};
  event.recipients = {{"Uganda", "UGA", "", "", ""}};
  event.text = "The minister flew to Uganda.";
  event.reports = {{std::string(64, 'a'),
                    "x1",
                    "a1",
                    "",
                    "The minister flew to Uganda.",
                    "flew",
                    Commitment::probable_plus,
                    "Ada Holt",
                    "",
                    {"Reuters"},
                    "The Weir",
                    "2016-12-13"}};
  event.factuality = Commitment::probable_plus;
  event.origins = {{"Ada Holt", "", {std::string(64, 'a')}, true, true, "one name"}};
  event.report_count = event.articles = event.outlets = event.independent_origins = 1;
  return page;
}

TEST(EventView, InAList) {
  EXPECT_EQ(view_event_summary(page().event, {.width = 80}),
            "2016-12-12 · CONSULT visit · CAMEO 042\n"
            "  Kenyan minister (KENGOV) > Uganda (UGA)\n"
            "  PR+ · 1 article, 1 outlet, 1 origin · 5f3c0011\n"
            "  “The minister flew to Uganda.”\n"
            "\n");
}

TEST(EventView, OneEventHasItsReportsAndOrigins) {
  const std::string view = view_event(page(), {.width = 80});
  EXPECT_THAT(view, HasSubstr("The Weir > Reuters > Ada Holt · PR+ · 2016-12-13 · aaaaaaaa#x1"));
  EXPECT_THAT(view, HasSubstr("counts · 1 article · one name"));
}

TEST(EventView, NobodyIsAQuestionMark) {
  EventPage nobody = page();
  nobody.event.actors.clear();
  EXPECT_THAT(view_event_summary(nobody.event, {.width = 80}), HasSubstr("  ? > Uganda (UGA)"));
}

}  // namespace
}  // namespace sayso::cli
