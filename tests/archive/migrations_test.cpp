#include "archive/migrations.h"

#include <gmock/gmock.h>

#include <array>
#include <filesystem>

#include "archive/schema.h"
#include "archive/temporary_archive.h"

namespace sayso::archive {
namespace {

constexpr std::array kSteps = {"CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)",
                               "ALTER TABLE a ADD COLUMN y INTEGER; UPDATE a SET y = x + 1",
                               "CREATE TABLE b (z INTEGER) STRICT; INSERT INTO b SELECT y FROM a"};
using Steps = std::span<const char* const>;

class Migrations : public testing::Test {
 protected:
  Migrations() : file_(temporary_path()) { remove(); }
  ~Migrations() override { remove(); }
  void remove() {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + suffix);
  }
  Database open(ArchiveAccess access = ArchiveAccess::create) {
    return *Database::open(file_, access, std::chrono::milliseconds(10));
  }

  std::filesystem::path file_;
};

TEST_F(Migrations, AnOlderFileIsBroughtUpToDateStepByStep) {
  {
    Database database = open();
    ASSERT_FALSE(prepare_schema(database, ArchiveAccess::create, Steps(kSteps).first(1)));
    EXPECT_EQ(database.find_integer("PRAGMA user_version"), 1);
  }
  Database database = open(ArchiveAccess::write);
  ASSERT_FALSE(prepare_schema(database, ArchiveAccess::write, kSteps));
  EXPECT_EQ(database.find_integer("PRAGMA user_version"), 3);
  EXPECT_EQ(database.find_integer("SELECT z FROM b"), 2);
  ASSERT_FALSE(prepare_schema(database, ArchiveAccess::write, kSteps));  // a second time does nothing
  EXPECT_EQ(database.find_integer("SELECT count(*) FROM b"), 1);
}

TEST_F(Migrations, AStepThatFailsLeavesTheFileAsItWas) {
  Database database = open();
  ASSERT_FALSE(prepare_schema(database, ArchiveAccess::create, Steps(kSteps).first(1)));
  const std::array<const char*, 3> broken = {kSteps[0], kSteps[1], "CREATE TABLE a (again INTEGER)"};
  ASSERT_TRUE(prepare_schema(database, ArchiveAccess::write, broken));
  EXPECT_EQ(database.find_integer("PRAGMA user_version"), 1);
  EXPECT_FALSE(database.find_integer("SELECT 1 FROM pragma_table_info('a') WHERE name = 'y'"));
  ASSERT_FALSE(prepare_schema(database, ArchiveAccess::write, kSteps));
}

TEST_F(Migrations, ReadingNeedsTheNewestSchema) {
  {
    Database database = open();
    ASSERT_FALSE(prepare_schema(database, ArchiveAccess::create, Steps(kSteps).first(2)));
  }
  Database database = open(ArchiveAccess::read);
  const auto error = prepare_schema(database, ArchiveAccess::read, kSteps);
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, testing::HasSubstr("older version"));
}

TEST_F(Migrations, TheShippedSchemaIsWholeAndStrict) {
  Database database = open();
  ASSERT_FALSE(prepare_schema(database, ArchiveAccess::create, schema_steps()));
  EXPECT_EQ(database.find_text("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(database.find_text("PRAGMA journal_mode"), "wal");
  EXPECT_EQ(database.find_integer("PRAGMA foreign_keys"), 1);
  // Tables of the full-text index are SQLite's own.
  Statement loose = database.query(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 "
      "AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_search%' ESCAPE '\\'");
  EXPECT_FALSE(loose.step()) << loose.text(0);
}

}  // namespace
}  // namespace sayso::archive
