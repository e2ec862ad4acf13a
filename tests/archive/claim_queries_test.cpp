// Claims as the archive answers for them, over records made by hand.
#include "sayso/claim_queries.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "archive/temporary_archive.h"
#include "sayso/export.h"

namespace sayso::archive {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class ClaimQueries : public TemporaryArchive {
 protected:
  // Two say it, one denies it, in three articles.
  ClaimQueries() : archive_(open()) {
    add(archive_,
        {article_of({.text = "Tilda Brask said the Varn bridge will be late.", .id = "w-1"}),
         article_of({.text = "Oskar Venn denied the Varn bridge will be late.",
                     .outlet = "Harbour Post",
                     .id = "w-2"}),
         article_of({.text = "Mara Lund said the ferry is cheap.", .outlet = "Harbour Post", .id = "w-3"})});
  }

  Archive archive_;
};

TEST_F(ClaimQueries, AClaimHasBothSides) {
  const auto claims = *list_claims(archive_, {});
  ASSERT_THAT(claims, SizeIs(1));
  EXPECT_EQ(claims[0].articles, 2u);
  EXPECT_EQ(claims[0].outlets, 2u);
  const auto page = find_claim(archive_, claims[0].id.substr(0, 6));
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_THAT(page->claim.statements, SizeIs(2));
  EXPECT_NE(page->claim.statements[0].polarity, page->claim.statements[1].polarity);
  EXPECT_THAT(page->documents, SizeIs(2));
}

TEST_F(ClaimQueries, FiltersHold) {
  EXPECT_THAT(*list_claims(archive_, {.contested = true}), SizeIs(1));
  EXPECT_THAT(*list_claims(archive_, {.min_origins = 3}), IsEmpty());
  EXPECT_THAT(*list_claims(archive_, {.about = {"nobody"}}), IsEmpty());
}

TEST_F(ClaimQueries, UnknownClaimsAreErrors) {
  EXPECT_EQ(find_claim(archive_, "ffffffff").error().code, ErrorCode::not_found);
  EXPECT_EQ(find_claim(archive_, "").error().code, ErrorCode::not_found);
}

TEST_F(ClaimQueries, AnExplanationHoldsTheClaimTogether) {
  const auto claims = *list_claims(archive_, {});
  ASSERT_THAT(claims, SizeIs(1));
  const auto explanation = explain_claim(archive_, claims[0].id, 5);
  ASSERT_TRUE(explanation);
  ASSERT_THAT(explanation->joined, SizeIs(1));  // one fewer than statements
  EXPECT_FALSE(explanation->joined[0].why.empty());
}

TEST_F(ClaimQueries, TheTimelineHasTheStatementsOfClaims) {
  const auto timeline = make_timeline(archive_, {});
  ASSERT_TRUE(timeline);
  EXPECT_THAT(timeline->rows, SizeIs(2));
  EXPECT_EQ(make_timeline(archive_, {.limit = 1})->count, 2u);
  EXPECT_THAT(make_timeline(archive_, {.limit = 1})->rows, SizeIs(1));
}

TEST_F(ClaimQueries, TheDossierNamesArticlesByTheirOwnIds) {
  const auto dossier = nlohmann::json::parse(*export_dossier(archive_));
  std::set<std::string> articles;
  for (const auto& claim : dossier["claims"]) {
    for (const auto& statement : claim["statements"]) articles.insert(statement["article"]);
  }
  EXPECT_THAT(articles, testing::ElementsAre("w-1", "w-2", "w-3"));
}

TEST_F(ClaimQueries, ADocumentThatIsReplacedTakesItsStatementsAlong) {
  add(archive_,
      {article_of({.text = "Oskar Venn said the weather is fine.", .outlet = "Harbour Post", .id = "w-2"})});
  EXPECT_THAT(find_entities(archive_, "Nobody Atall", 5).value(), IsEmpty());
}

}  // namespace
}  // namespace sayso::archive
