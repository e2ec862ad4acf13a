#include "archive/verify.h"

#include <gmock/gmock.h>

#include "archive/state.h"
#include "archive/temporary_archive.h"
#include "archive/zstd_bytes.h"

namespace sayso::archive {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Verify : public TemporaryArchive {
 protected:
  Verify() : archive_(open()) {
    add(archive_, {article_of({.text = "Tilda Brask said the bridge will open."}),
                   article_of({.text = "Oskar Venn denied it. Ada Holm said it."})});
  }

  std::vector<ArchiveProblem> problems_after(const char* sql) {
    archive_.state().database.run_script("PRAGMA foreign_keys = OFF");
    archive_.state().database.run_script(sql);
    EXPECT_FALSE(archive_.state().database.failed()) << archive_.state().database.take_failure()->describe();
    const Result<ArchiveCheck> check = archive_.verify();
    EXPECT_TRUE(check);
    return check->problems;
  }

  Archive archive_;
};

TEST_F(Verify, ASoundArchiveHasNoProblems) {
  const Result<ArchiveCheck> check = archive_.verify();
  ASSERT_TRUE(check);
  EXPECT_THAT(check->problems, IsEmpty());
  EXPECT_TRUE(check->full_text_checked);
  ASSERT_GE(check->counts.size(), 2u);
  EXPECT_EQ(check->counts[0].what, "documents");
  EXPECT_EQ(check->counts[0].rows, 2u);
  EXPECT_EQ(check->counts[1].rows, 3u);
}

TEST_F(Verify, ForReadingItLeavesTheIndexOutAndSaysSo) {
  const Archive reader = open(ArchiveAccess::read);
  const Result<ArchiveCheck> check = reader.verify();
  ASSERT_TRUE(check);
  EXPECT_THAT(check->problems, IsEmpty());
  EXPECT_FALSE(check->full_text_checked);
}

TEST_F(Verify, FindsEveryKindOfDamage) {
  const auto place = [](const char* words) {
    return Contains(Field(&ArchiveProblem::place, HasSubstr(words)));
  };
  const auto what = [](const char* words) {
    return Contains(Field(&ArchiveProblem::what, HasSubstr(words)));
  };
  EXPECT_THAT(problems_after("SAVEPOINT x; UPDATE record SET json = x'00' WHERE document = 1"),
              what("record is missing or damaged"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; DELETE FROM record WHERE document = 1"),
              what("record is missing"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; UPDATE raw_input SET bytes = x'00'"), what("raw input"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; UPDATE document SET text_hash = 'x' WHERE key = 2"),
              what("another text"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; UPDATE article_text SET text = text || ' tunnel'"),
              place("article_search"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; UPDATE attribution SET content = 'x' WHERE document = 1"),
              place("attribution_search"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; DELETE FROM mention WHERE document = 1"),
              what("its rows in mention"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; UPDATE document SET generator = 77"), place("document"));
  EXPECT_THAT(problems_after("ROLLBACK TO x; DELETE FROM item_key"), place("item_key"));
  EXPECT_THAT(problems_after("ROLLBACK TO x"), IsEmpty());
}

TEST_F(Verify, ARecordOfAnotherTextIsFound) {
  const std::string json =
      **archive_.record_json(article_of({.text = "Tilda Brask said the bridge will open."}).record.id);
  std::string changed = json;
  changed.replace(changed.find("bridge"), 6, "tunnel");
  archive_.state().database.run("UPDATE record SET json = ?1 WHERE document = 1", Blob{compress(changed)});
  EXPECT_THAT(archive_.verify()->problems, Not(IsEmpty()));
}

TEST_F(Verify, StopsWhenTold) {
  const auto check = archive_.verify([](std::uint64_t, std::uint64_t) { return false; });
  ASSERT_FALSE(check);
  EXPECT_EQ(check.error().code, ErrorCode::interrupted);
}

TEST_F(Verify, TellsHowFarItIs) {
  std::vector<std::uint64_t> done;
  ASSERT_TRUE(archive_.verify([&](std::uint64_t d, std::uint64_t total) {
    EXPECT_EQ(total, 2u);
    done.push_back(d);
    return true;
  }));
  EXPECT_THAT(done, testing::ElementsAre(0, 1));
}

}  // namespace
}  // namespace sayso::archive
