// An archive in a folder of its own, for one test.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fakes/fake_record.h"
#include "sayso/archive.h"

namespace sayso::archive {

struct News {
  std::string text;
  std::string outlet = "The Weir";
  std::string published = "2025-03-12";
  std::string title = {};
  std::string id = {};
};

// A place of the running test's own: tests run side by side.
inline std::filesystem::path temporary_path() {
  const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
  return std::filesystem::path(testing::TempDir()) /
         ("sayso_archive_" + std::string(test->test_suite_name()) + "_" + test->name());
}

class TemporaryArchive : public testing::Test {
 protected:
  TemporaryArchive() {
    folder_ = temporary_path();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    file_ = folder_ / "news.sayso";
  }
  ~TemporaryArchive() override { std::filesystem::remove_all(folder_); }

  Archive open(ArchiveAccess access = ArchiveAccess::create) {
    Result<Archive> archive =
        Archive::open(file_, {.access = access, .patience = std::chrono::milliseconds(50)});
    EXPECT_TRUE(archive) << archive.error().describe();
    return *std::move(archive);
  }

  static ArchiveArticle article_of(const News& news,
                                   const Generator& generator = {"1.0", "model-a", "catalog-a"}) {
    nlohmann::json line = {
        {"outlet", news.outlet}, {"published", news.published}, {"title", nullptr}, {"text", news.text}};
    if (!news.title.empty()) line["title"] = news.title;
    if (!news.id.empty()) line["id"] = news.id;
    const RawInput raw = fakes::raw_line(line.dump());
    Result<Article> article = read_raw(raw);
    EXPECT_TRUE(article) << article.error().describe();
    return {.record = fakes::fake_record(*std::move(article), generator), .raw = raw};
  }

  static std::vector<ArchiveChange> add(Archive& archive, const std::vector<ArchiveArticle>& batch) {
    const Result<std::vector<ArchiveChange>> changes = archive.add(batch);
    EXPECT_TRUE(changes) << changes.error().describe();
    return changes ? *changes : std::vector<ArchiveChange>();
  }

  // All values of one column.
  static std::vector<std::string> column(const Archive& archive, const std::string& sql) {
    std::vector<std::string> values;
    const auto rows = archive.query(sql, {}, [&](const SqlRow& row) {
      values.emplace_back(row.text(0));
      return true;
    });
    EXPECT_TRUE(rows) << rows.error().describe();
    return values;
  }

  std::filesystem::path folder_;
  std::filesystem::path file_;
};

}  // namespace sayso::archive
