#include "archive/search.h"

#include <gmock/gmock.h>

#include <set>

#include "archive/search_sql.h"
#include "archive/temporary_archive.h"

namespace sayso::archive {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

class Search : public TemporaryArchive {
 protected:
  Search() : archive_(open()) {
    add(archive_,
        {article_of(
             {.text =
                  "Tilda Brask said the bridge will open in May. Oskar Venn denied the doors were faulty.",
              .outlet = "The Weir",
              .published = "2025-03-12",
              .title = "Bridge doors"}),
         article_of(
             {.text = "Oskar Venn promised new doors. Tilda Brask said the budget of the bridge is spent.",
              .outlet = "Harbour Post",
              .published = "2025-04-02T08:00:00Z",
              .title = "Council"}),
         article_of({.text = "Ada Brask said the reservoir at Düsseldorf leaks.",
                     .outlet = "harbour post",
                     .published = "2024-11-30",
                     .title = "Water"})});
  }

  std::vector<std::string> contents(const SearchQuery& query) {
    const Result<SearchPage> page = archive_.search(query);
    EXPECT_TRUE(page) << page.error().describe();
    std::vector<std::string> found;
    for (const SearchHit& hit : page->hits) found.push_back(hit.snippet);
    return found;
  }

  Archive archive_;
};

TEST_F(Search, FindsWhatWasSaidInAnyForm) {
  EXPECT_THAT(contents({.words = "door"}), UnorderedElementsAre("the doors were faulty", "new doors"));
  EXPECT_THAT(contents({.words = "bridge -budget"}), ElementsAre("the bridge will open in May"));
  EXPECT_THAT(contents({.words = "\"bridge will\""}), SizeIs(1));
  EXPECT_THAT(contents({.words = "\"will bridge\""}), IsEmpty());
  EXPECT_THAT(contents({.words = "dusseldorf"}), SizeIs(1));
  EXPECT_THAT(contents({.words = "brask"}), IsEmpty());  // a name of who said it, not of what was said
}

TEST_F(Search, TellsWhereItStandsAndWhatWasFound) {
  const SearchPage page = *archive_.search({.words = "faulty doors"});
  ASSERT_THAT(page.hits, SizeIs(1));
  const SearchHit& hit = page.hits[0];
  EXPECT_EQ(hit.attribution, "a2");
  EXPECT_EQ(hit.source, "Oskar Venn");
  EXPECT_EQ(hit.cue, "deny");
  EXPECT_EQ(hit.act, "assertive");
  EXPECT_EQ(hit.commitment, "CT-");
  EXPECT_EQ(hit.outlet, "The Weir");
  EXPECT_EQ(hit.title, "Bridge doors");
  EXPECT_EQ(hit.date, "2025-03-12");
  ASSERT_THAT(hit.found, SizeIs(2));
  EXPECT_EQ(hit.found[0].of(hit.snippet), "doors");
  EXPECT_EQ(hit.found[1].of(hit.snippet), "faulty");
  EXPECT_TRUE(archive_.record_json(hit.document)->has_value());
}

TEST_F(Search, FiltersStandAloneNewestFirst) {
  EXPECT_THAT(contents({.source = "Brask"}),
              ElementsAre("the budget of the bridge is spent", "the bridge will open in May",
                          "the reservoir at Düsseldorf leaks"));
  EXPECT_THAT(contents({.source = "brask tilda"}), SizeIs(2));
  EXPECT_THAT(contents({.cue = "denied"}), ElementsAre("the doors were faulty"));
  EXPECT_THAT(contents({.cue_class = "promise"}), ElementsAre("new doors"));
  EXPECT_THAT(contents({.act = "commissive"}), ElementsAre("new doors"));
  EXPECT_THAT(contents({.commitment = "CT-"}), ElementsAre("the doors were faulty"));
  EXPECT_THAT(contents({.outlet = "HARBOUR POST"}), SizeIs(3));  // two spellings of one outlet
  EXPECT_THAT(contents({.outlet = "Nowhere"}), IsEmpty());
  EXPECT_THAT(contents({}), SizeIs(5));
}

TEST_F(Search, DatesMayBeCutShort) {
  EXPECT_THAT(contents({.from = "2025"}), SizeIs(4));
  EXPECT_THAT(contents({.from = "2025-04"}), SizeIs(2));
  EXPECT_THAT(contents({.to = "2024"}), SizeIs(1));
  EXPECT_THAT(contents({.to = "2025-03"}), SizeIs(3));
  EXPECT_THAT(contents({.from = "2025-03-12", .to = "2025-03-12"}), SizeIs(2));
  EXPECT_THAT(contents({.words = "bridge", .to = "2025-03-31"}), SizeIs(1));
}

TEST_F(Search, FiltersAndWordsJoin) {
  EXPECT_THAT(contents({.words = "bridge", .source = "Brask", .cue = "say", .outlet = "The Weir"}),
              SizeIs(1));
  EXPECT_THAT(contents({.words = "doors", .source = "Brask"}), IsEmpty());
  EXPECT_THAT(contents({.words = "-bridge", .source = "Brask"}),
              ElementsAre("the reservoir at Düsseldorf leaks"));
  EXPECT_THAT(contents({.words = "-bridge -doors"}), ElementsAre("the reservoir at Düsseldorf leaks"));
  EXPECT_THAT(contents({.cue = "say", .commitment = "CT+"}), SizeIs(3));
}

TEST_F(Search, FindsArticlesByTitleAndText) {
  const SearchPage page = *archive_.search({.words = "bridge", .articles = true});
  ASSERT_THAT(page.hits, SizeIs(2));
  EXPECT_EQ(page.hits[0].title, "Bridge doors");  // a word of the title counts more
  EXPECT_TRUE(page.hits[0].attribution.empty());
  EXPECT_FALSE(page.hits[0].found.empty());
  EXPECT_THAT(contents({.articles = true, .outlet = "Harbour Post"}), SizeIs(2));
  EXPECT_THAT(contents({.words = "Brask", .articles = true}), SizeIs(3));
}

// Every row once, whatever the size of the page.
TEST_F(Search, PagesFollowOneAnother) {
  std::vector<ArchiveArticle> batch;
  for (int i = 0; i < 30; ++i) {
    batch.push_back(article_of({.text = "Ida Holm said ferry " + std::to_string(i) +
                                        " is due, ferry after ferry" + (i % 3 == 0 ? " ferry." : "."),
                                .published = "2023-01-0" + std::to_string(1 + i % 4)}));
  }
  add(archive_, batch);
  for (const SearchQuery& query : std::vector<SearchQuery>{{.words = "ferry"},
                                                           {.words = "ferry", .order = SearchOrder::newest},
                                                           {.source = "Holm"},
                                                           {.cue = "say", .to = "2023"},
                                                           {.words = "ferry", .articles = true}}) {
    const auto whole = contents(query);
    ASSERT_THAT(contents([&] {
                  auto all = query;
                  all.limit = 1000;
                  return all;
                }()),
                SizeIs(30));
    std::multiset<std::string> seen;
    SearchQuery page_query = query;
    page_query.limit = 7;
    int pages = 0;
    do {
      const SearchPage page = *archive_.search(page_query);
      for (const SearchHit& hit : page.hits) seen.insert(hit.document);
      page_query.after = page.next;
      ASSERT_LT(++pages, 10);
    } while (!page_query.after.empty());
    EXPECT_EQ(pages, 5);
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 30u);
    EXPECT_EQ(seen.size(), 30u);
  }
}

TEST_F(Search, WhatMakesNoSenseIsTold) {
  for (const SearchQuery& query : std::vector<SearchQuery>{{.cue_class = "shout"},
                                                           {.act = "angry"},
                                                           {.commitment = "CT"},
                                                           {.from = "yesterday"},
                                                           {.to = "2025-3-1"},
                                                           {.limit = 0},
                                                           {.limit = 1001},
                                                           {.words = "a", .after = "x"},
                                                           {.words = "a", .after = "n:2025:7"},
                                                           {.after = "b:1:1"},
                                                           {.after = "n:"},
                                                           {.articles = true, .source = "Brask"},
                                                           {.source = std::string(5000, 'a')},
                                                           {.words = std::string(5000, 'a')}}) {
    const auto page = archive_.search(query);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, ErrorCode::bad_argument);
  }
  EXPECT_THAT(contents({.words = "doors"}), SizeIs(2));  // and the archive works on
}

TEST_F(Search, OddWordsFindNothingAndFailNowhere) {
  for (const char* words :
       {"\"", "'", "NEAR(", "a:b", "*", "-", "{content}", "\xff\xfe", "AND", "(((", "^x", "日本語"}) {
    EXPECT_THAT(contents({.words = std::string("zzz ") + words}), IsEmpty()) << words;
    EXPECT_THAT(contents({.source = std::string("zzz ") + words}), IsEmpty()) << words;
  }
}

TEST(SearchCursors, ComeBackAsTheyWere) {
  for (const SearchCursor& cursor :
       std::vector<SearchCursor>{{SearchOrder::best, -1.2345678901234567, "", 77},
                                 {SearchOrder::newest, 0, "2025-03-12", 1},
                                 {SearchOrder::newest, 0, "", 9}}) {
    const auto parsed = parse_cursor(to_text(cursor));
    ASSERT_TRUE(parsed);
    EXPECT_EQ(parsed->order, cursor.order);
    EXPECT_EQ(parsed->rank, cursor.rank);
    EXPECT_EQ(parsed->day, cursor.day);
    EXPECT_EQ(parsed->key, cursor.key);
  }
}

}  // namespace
}  // namespace sayso::archive
