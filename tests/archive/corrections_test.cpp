#include "sayso/corrections.h"

#include <gmock/gmock.h>

#include "archive/temporary_archive.h"
#include "sayso/claim_queries.h"

namespace sayso::archive {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Corrections : public TemporaryArchive {
 protected:
  Corrections() : archive_(open()) {
    articles_ = {
        article_of({.text = "Tilda Brask said the Varn bridge will be late.", .id = "w-1"}),
        article_of({.text = "Oskar Venn denied the Varn bridge will be late.",
                    .outlet = "Harbour Post",
                    .id = "w-2"}),
        article_of({.text = "Mara Lund said the ferry is cheap.", .outlet = "Canal Weekly", .id = "w-3"})};
    add(archive_, articles_);
  }

  Correction fix(CorrectionKind kind, const std::vector<std::string>& targets, const std::string& name = {}) {
    const auto made = add_correction(archive_, {kind, targets, name});
    EXPECT_TRUE(made) << made.error().describe();
    return made ? *made : Correction();
  }

  ErrorCode refused(CorrectionKind kind, const std::vector<std::string>& targets,
                    const std::string& name = {}) {
    const auto made = add_correction(archive_, {kind, targets, name});
    EXPECT_FALSE(made);
    EXPECT_THAT(*list_corrections(archive_), IsEmpty());
    return made ? ErrorCode::not_found : made.error().code;
  }

  std::size_t articles_of(const std::string& name) {
    const auto found = find_entities(archive_, name, 10);
    return found && !found->empty() ? found->front().documents : 0;
  }

  // As a newer model might read it, with other numbers.
  void read_again(ArchiveArticle article) {
    Record& record = article.record;
    record.generator.model = "model-b";
    record.entities.insert(record.entities.begin(),
                           {.id = "e1", .name = "the bridge", .kind = EntityKind::place});
    record.entities[1].id = "e2";
    for (EntityMention& mention : record.mentions) ++mention.entity;
    for (Attribution& attribution : record.attributions) {
      ++*attribution.source->entity;
      ++*attribution.origin;
      for (ChainLink& link : attribution.chain) {
        if (link.entity) ++*link.entity;
      }
    }
    add(archive_, {article});
  }

  Archive archive_;
  std::vector<ArchiveArticle> articles_;
};

TEST_F(Corrections, AClaimIsTakenApartAndBack) {
  ASSERT_THAT(*list_claims(archive_, {}), SizeIs(1));
  const Correction made = fix(CorrectionKind::not_same_claim, {"w-1#a1", "w-2#a1"});
  EXPECT_EQ(made.number, 1);
  EXPECT_THAT(made.anchors, SizeIs(2));
  EXPECT_EQ(made.anchors[0].quote, "the Varn bridge will be late");
  EXPECT_THAT(*list_claims(archive_, {}), IsEmpty());
  const auto undone = undo_correction(archive_, std::nullopt);
  ASSERT_TRUE(undone);
  EXPECT_EQ(undone->number, 1);
  EXPECT_THAT(*list_claims(archive_, {}), SizeIs(1));
  EXPECT_EQ(undo_correction(archive_, std::nullopt).error().code, ErrorCode::not_found);
}

TEST_F(Corrections, TwoStatementsAreMadeOneClaim) {
  fix(CorrectionKind::same_claim, {"w-1#a1", "w-3#a1"});
  const auto claims = *list_claims(archive_, {});
  ASSERT_THAT(claims, SizeIs(1));
  EXPECT_EQ(claims[0].articles, 3u);
}

TEST_F(Corrections, AnotherOrigin) {
  fix(CorrectionKind::origin, {"w-1#a1"}, "Mara Lund");
  const auto page = find_claim(archive_, list_claims(archive_, {})->front().id);
  ASSERT_TRUE(page);
  std::set<std::string> origins;
  for (const ClaimStatement& statement : page->claim.statements) origins.insert(statement.origin);
  EXPECT_THAT(origins, ElementsAre("Mara Lund", "Oskar Venn"));
  const auto her = find_entities(archive_, "Tilda Brask", 1)->front();
  EXPECT_THAT(describe_entity(archive_, her.id, 0)->said, IsEmpty());
}

TEST_F(Corrections, PeopleAreMergedSplitAndRenamed) {
  const auto id = [&](const std::string& name) { return find_entities(archive_, name, 1)->front().id; };
  fix(CorrectionKind::merge, {id("Tilda Brask"), id("Mara Lund")});
  EXPECT_EQ(articles_of("Mara Lund"), 2u);
  EXPECT_THAT(describe_entity(archive_, id("Mara Lund"), 0)->entity.why, ElementsAre(HasSubstr("a person")));
  fix(CorrectionKind::rename, {id("Mara Lund")}, "Mara Brask");
  EXPECT_EQ(find_entities(archive_, "Mara Brask", 1)->front().documents, 2u);
  fix(CorrectionKind::split, {"w-3#e1"});
  EXPECT_EQ(articles_of("Mara Lund"), 1u);
  ASSERT_TRUE(undo_correction(archive_, 3));
  EXPECT_EQ(articles_of("Mara Lund"), 2u);
  EXPECT_EQ(undo_correction(archive_, 3).error().code, ErrorCode::not_found);
  EXPECT_THAT(*list_corrections(archive_), SizeIs(2));
}

TEST_F(Corrections, TheyHoldWhenAnArticleIsReadAgain) {
  fix(CorrectionKind::not_same_claim, {"w-1#a1", "w-2#a1"});
  fix(CorrectionKind::merge, {"w-1#e1", "w-3#e1"});
  read_again(articles_[0]);
  EXPECT_THAT(*list_claims(archive_, {}), IsEmpty());
  EXPECT_EQ(articles_of("Tilda Brask"), 2u);
  for (const Correction& correction : *list_corrections(archive_)) EXPECT_TRUE(correction.applies);
}

TEST_F(Corrections, WordsThatAreGoneAreToldAndDoNoHarm) {
  fix(CorrectionKind::not_same_claim, {"w-1#a1", "w-2#a1"});
  ArchiveArticle other = article_of({.text = "Tilda Brask said nothing at all.", .id = "w-1"});
  other.record.id = articles_[0].record.id;
  other.record.generator.model = "model-b";
  add(archive_, {other});
  EXPECT_FALSE(list_corrections(archive_)->front().applies);
  add(archive_, {articles_[0]});
  EXPECT_TRUE(list_corrections(archive_)->front().applies);
  EXPECT_THAT(*list_claims(archive_, {}), IsEmpty());
}

TEST_F(Corrections, WrongOnesAreRefused) {
  EXPECT_EQ(refused(CorrectionKind::origin, {"w-9#a1"}, "Somebody"), ErrorCode::not_found);
  EXPECT_EQ(refused(CorrectionKind::origin, {"w-1#a9"}, "Somebody"), ErrorCode::not_found);
  EXPECT_EQ(refused(CorrectionKind::origin, {"w-1#a1"}, " "), ErrorCode::bad_argument);
  EXPECT_EQ(refused(CorrectionKind::merge, {"w-1#e1"}), ErrorCode::bad_argument);
  EXPECT_EQ(refused(CorrectionKind::merge, {"w-1#e1", "w-1#e1"}), ErrorCode::bad_argument);
  EXPECT_EQ(refused(CorrectionKind::merge, {"w-1#e1", "w-1#a1"}), ErrorCode::bad_argument);
  EXPECT_EQ(refused(CorrectionKind::same_claim, {"w-1#a1", "w-1#a1"}), ErrorCode::bad_argument);
  EXPECT_EQ(refused(CorrectionKind::split, {"w-1#e7"}), ErrorCode::not_found);
}

}  // namespace
}  // namespace sayso::archive
