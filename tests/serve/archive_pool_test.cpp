#include "serve/archive_pool.h"

#include <gmock/gmock.h>

#include "archive/temporary_archive.h"

namespace sayso::serve {
namespace {

using ArchivePoolTest = archive::TemporaryArchive;

constexpr const char* kEndless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

Result<std::uint64_t> ask(ArchivePool& pool, const char* sql) {
  const auto archive = pool.lend();
  if (!archive) return archive.error();
  return (*archive)->query(sql, {}, [](const SqlRow&) { return true; });
}

TEST_F(ArchivePoolTest, WhatTakesTooLongIsGivenUp) {
  { const Archive made = open(); }
  ArchivePool pool(file_, std::chrono::milliseconds(100));
  const auto began = std::chrono::steady_clock::now();
  const auto endless = ask(pool, kEndless);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
  ASSERT_FALSE(endless);
  EXPECT_EQ(endless.error().code, ErrorCode::interrupted);
  const auto other = ask(pool, "SELECT 1");
  ASSERT_TRUE(other) << other.error().describe();
  EXPECT_EQ(*other, 1u);
}

TEST_F(ArchivePoolTest, AConnectionHasItsTimeAnewEachTime) {
  { const Archive made = open(); }
  ArchivePool pool(file_, std::chrono::milliseconds(300));
  for (int i = 0; i < 4; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_TRUE(ask(pool, "SELECT 1"));
  }
}

TEST_F(ArchivePoolTest, TheStateIsAnotherAfterAChange) {
  Archive archive = open();
  ArchivePool pool(file_);
  const std::uint64_t before = pool.state();
  EXPECT_EQ(pool.state(), before);
  add(archive, {article_of({.text = "Tilda Brask said the bridge at Ansley will open in May."})});
  EXPECT_NE(pool.state(), before);
}

}  // namespace
}  // namespace sayso::serve
