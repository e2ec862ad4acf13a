#include "archive/database.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "archive/temporary_archive.h"

namespace sayso::archive {
namespace {

using testing::HasSubstr;

class DatabaseTest : public testing::Test {
 protected:
  DatabaseTest() : file_(temporary_path()) {
    std::filesystem::remove(file_);
    Result<Database> database = Database::open(file_, ArchiveAccess::create, std::chrono::milliseconds(10));
    EXPECT_TRUE(database);
    database_ = std::make_unique<Database>(*std::move(database));
    database_->run_script("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT");
  }
  ~DatabaseTest() override {
    database_.reset();
    std::filesystem::remove(file_);
  }
  std::int64_t count() { return database_->find_integer("SELECT count(*) FROM t").value_or(-1); }

  std::filesystem::path file_;
  std::unique_ptr<Database> database_;
};

TEST_F(DatabaseTest, BindsEveryKindOfValue) {
  Statement row =
      database_->query("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7", 7, 0.5, "text", Blob{std::string_view("a\0b", 3)},
                       nullptr, std::optional<std::string>("there"), std::optional<std::string>());
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.integer(0), 7);
  EXPECT_EQ(row.real(1), 0.5);
  EXPECT_EQ(row.text(2), "text");
  EXPECT_EQ(row.text(3), std::string_view("a\0b", 3));
  EXPECT_TRUE(row.is_null(4));
  EXPECT_EQ(row.text(5), "there");
  EXPECT_TRUE(row.is_null(6));
  EXPECT_FALSE(row.step());
  EXPECT_FALSE(database_->failed());
}

TEST_F(DatabaseTest, TheFirstFailureSticksAndStopsWhatFollows) {
  database_->run("INSERT INTO t VALUES (1, 'x')");
  database_->run("INSERT INTO t VALUES (1, 'again')");
  database_->run("INSERT INTO t VALUES (2, 'y')");
  database_->run("INSERT INTO nowhere VALUES (2)");
  const auto failure = database_->take_failure();
  ASSERT_TRUE(failure);
  EXPECT_THAT(failure->message, HasSubstr("UNIQUE"));
  EXPECT_EQ(failure->input, file_.string());
  EXPECT_FALSE(database_->failed());
  EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, ATransactionWithAFailureStoresNothing) {
  {
    Transaction transaction(*database_);
    database_->run("INSERT INTO t VALUES (1, 'x')");
    database_->run("INSERT INTO t VALUES (1, 'again')");
    EXPECT_TRUE(transaction.commit());
  }
  EXPECT_EQ(count(), 0);
  Transaction transaction(*database_);
  database_->run("INSERT INTO t VALUES (1, 'x')");
  EXPECT_FALSE(transaction.commit());
  EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, ATransactionThatIsLeftIsRolledBack) {
  {
    Transaction transaction(*database_);
    database_->run("INSERT INTO t VALUES (1, 'x')");
  }
  EXPECT_EQ(count(), 0);
  EXPECT_FALSE(database_->failed());
}

TEST_F(DatabaseTest, AStatementMayBeInUseTwice) {
  database_->run("INSERT INTO t VALUES (1, 'x'), (2, 'y')");
  const char* const sql = "SELECT a FROM t ORDER BY a";
  Statement outer = database_->prepare(sql);
  int pairs = 0;
  while (outer.step()) {
    Statement inner = database_->prepare(sql);
    while (inner.step()) ++pairs;
  }
  EXPECT_EQ(pairs, 4);
}

TEST_F(DatabaseTest, AStatementComesBackWithoutItsOldValues) {
  const char* const sql = "SELECT ?1 IS NULL";
  { Statement first = database_->query(sql, "x"); }
  Statement second = database_->prepare(sql);
  ASSERT_TRUE(second.step());
  EXPECT_EQ(second.integer(0), 1);
}

TEST_F(DatabaseTest, TypesAreStrict) {
  database_->run("INSERT INTO t VALUES ('no number', 'x')");
  EXPECT_TRUE(database_->take_failure());
}

TEST(SqliteErrors, SayWhatAPersonCanDo) {
  EXPECT_EQ(to_error(SQLITE_BUSY, 0, "", "f").code, ErrorCode::busy);
  EXPECT_EQ(to_error(SQLITE_FULL, 0, "", "f").code, ErrorCode::unwritable);
  EXPECT_THAT(to_error(SQLITE_FULL, 0, "", "f").describe(), HasSubstr("f: no room"));
  EXPECT_EQ(to_error(SQLITE_READONLY_DIRECTORY, 0, "", "f").code, ErrorCode::unwritable);
  EXPECT_EQ(to_error(SQLITE_NOTADB, 0, "", "f").code, ErrorCode::bad_archive);
  EXPECT_EQ(to_error(SQLITE_CORRUPT_VTAB, 0, "", "f").code, ErrorCode::bad_archive);
  EXPECT_THAT(to_error(SQLITE_IOERR_WRITE, EFBIG, "", "f").message, HasSubstr("File too large"));
}

}  // namespace
}  // namespace sayso::archive
