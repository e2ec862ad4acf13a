// Events as the archive answers for them, over records made by hand.
#include "sayso/event_queries.h"

#include <gmock/gmock.h>

#include "archive/temporary_archive.h"

namespace sayso::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

EventActor side(const std::string& text, const std::string& code, const std::string& sector = "") {
  EventActor actor;
  actor.text = text;
  actor.code = code;
  actor.sector = sector;
  return actor;
}

class EventQueries : public TemporaryArchive {
 protected:
  EventQueries() : archive_(open()) {
    ArchiveArticle first = article("Kenya arrested Ugandan rebels near Busia.", "w-1");
    tell(first, "arrested", "COERCE", "173", "2025-03-11");
    ArchiveArticle second = article("Kenya has arrested Ugandan rebels near Busia.", "w-2");
    tell(second, "arrested", "COERCE", "173", "2025-03-11");
    ArchiveArticle third = article("Kenya accused Uganda of arming them.", "w-3");
    tell(third, "accused", "ACCUSE", "112", "2025-04-02");
    third.record.events[0].factuality = Commitment::possible_plus;
    add(archive_, {first, second, third, article("Mara Lund said the ferry is cheap.", "w-4")});
  }

  static ArchiveArticle article(const std::string& text, const std::string& id) {
    return article_of({.text = text, .outlet = "Paper " + id, .id = id});
  }

  static void tell(ArchiveArticle& article, const std::string& words, const std::string& type,
                   const std::string& cameo, const std::string& date) {
    Event event;
    event.id = "x1";
    event.type = type;
    event.cameo = cameo;
    event.quad = type == "COERCE" ? 4 : 3;
    event.date = date;
    event.actors = {side("Kenya", "KEN")};
    event.recipients = {side("Ugandan rebels", "UGA", "REB")};
    const auto begin = static_cast<std::uint32_t>(article.record.document.text.find(words));
    event.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
    article.record.events = {event};
  }

  std::vector<std::string> types(const EventFilter& filter) {
    std::vector<std::string> out;
    const auto taken = list_events(archive_, filter,
                                   [&](const SharedEvent& event) { return out.push_back(event.type), true; });
    EXPECT_TRUE(taken) << taken.error().message;
    return out;
  }

  Archive archive_;
};

TEST_F(EventQueries, OneEventOfTwoArticlesAndTheLatestFirst) {
  EXPECT_THAT(types({}), ElementsAre("ACCUSE", "COERCE"));
  std::string id;
  ASSERT_TRUE(list_events(archive_, {.types = {"COERCE"}}, [&](const SharedEvent& event) {
    id = event.id;
    EXPECT_EQ(event.articles, 2u);
    EXPECT_EQ(event.recipients.front().sector, "REB");
    return true;
  }));
  const auto page = find_event(archive_, id.substr(0, 8));
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_THAT(page->event.reports, SizeIs(2));
  EXPECT_THAT(page->documents, SizeIs(2));
}

TEST_F(EventQueries, FiltersHold) {
  EXPECT_THAT(types({.types = {"112"}}), ElementsAre("ACCUSE"));
  EXPECT_THAT(types({.types = {"17", "11"}}), SizeIs(2));
  EXPECT_THAT(types({.actor = "KEN"}), SizeIs(2));
  EXPECT_THAT(types({.actor = "kenya"}), SizeIs(2));
  EXPECT_THAT(types({.recipient = "UGAREB"}), SizeIs(2));
  EXPECT_THAT(types({.actor = "UGA"}), IsEmpty());
  EXPECT_THAT(types({.country = "UGA"}), SizeIs(2));
  EXPECT_THAT(types({.from = "2025-04"}), ElementsAre("ACCUSE"));
  EXPECT_THAT(types({.to = "2025-03"}), ElementsAre("COERCE"));
  EXPECT_THAT(types({.factuality = {Commitment::possible_plus}}), ElementsAre("ACCUSE"));
  EXPECT_THAT(types({.min_origins = 1}), IsEmpty());
  EXPECT_THAT(types({.limit = 1}), SizeIs(1));
}

TEST_F(EventQueries, SenselessFiltersAreErrors) {
  const auto nothing = [](const SharedEvent&) { return true; };
  EXPECT_EQ(list_events(archive_, {.types = {"DANCE"}}, nothing).error().code, ErrorCode::bad_argument);
  EXPECT_EQ(list_events(archive_, {.country = "kenya"}, nothing).error().code, ErrorCode::bad_argument);
  EXPECT_EQ(list_events(archive_, {.from = "May"}, nothing).error().code, ErrorCode::bad_argument);
  EXPECT_EQ(find_event(archive_, "ffffffff").error().code, ErrorCode::not_found);
}

TEST_F(EventQueries, CountsByMonthAndSides) {
  const auto counts = count_events(archive_, {});
  ASSERT_TRUE(counts);
  ASSERT_THAT(*counts, SizeIs(2));
  EXPECT_EQ((*counts)[0].month, "2025-03");
  EXPECT_EQ((*counts)[0].actor, "KEN");
  EXPECT_EQ((*counts)[0].recipient, "UGA");
  EXPECT_EQ((*counts)[0].events, 1u);
  EXPECT_EQ((*counts)[0].reports, 2u);
}

TEST_F(EventQueries, ArticlesWithoutEventsAreNamed) {
  const auto cards = documents_without_events(archive_);
  ASSERT_TRUE(cards);
  ASSERT_THAT(*cards, SizeIs(1));
  EXPECT_EQ(cards->front().external_id, "w-4");
}

TEST_F(EventQueries, AnArticleReadAnewTakesItsEventsWithIt) {
  ArchiveArticle again = article("Kenya accused Uganda of arming them.", "w-3");
  again.record.generator.model = "model-b";
  again.record.id = article("Kenya accused Uganda of arming them.", "w-3").record.id;
  add(archive_, {again});
  EXPECT_THAT(types({}), ElementsAre("COERCE"));
  EXPECT_THAT(column(archive_, "SELECT count(*) FROM event_reports"), ElementsAre("2"));
}

}  // namespace
}  // namespace sayso::archive
