#include "reading/file_replacement.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <thread>

namespace sayso::reading {
namespace {

namespace fs = std::filesystem;

class Replacement : public testing::Test {
 protected:
  Replacement() {
    folder_ = fs::path(testing::TempDir()) /
              ("sayso_replace_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    file_ = folder_ / "file";
    std::ofstream(file_) << "old";
  }
  ~Replacement() override { fs::remove_all(folder_); }

  std::string content() const {
    std::ifstream stream(file_);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  // But for the file and its lock.
  auto strays() const { return std::distance(fs::directory_iterator(folder_), fs::directory_iterator()) - 2; }

  fs::path folder_;
  fs::path file_;
};

TEST_F(Replacement, TakesTheFilesPlaceWhenCommitted) {
  chmod(file_.c_str(), 0600);
  Result<FileReplacement> replacement = FileReplacement::open(file_);
  ASSERT_TRUE(replacement);
  replacement->write("new ");
  replacement->write(std::string(200'000, 'x'));
  EXPECT_EQ(content(), "old");
  EXPECT_FALSE(replacement->commit());
  EXPECT_EQ(content(), "new " + std::string(200'000, 'x'));
  EXPECT_EQ(strays(), 0);
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Replacement, WithoutACommitTheFileStays) {
  {
    Result<FileReplacement> replacement = FileReplacement::open(file_);
    ASSERT_TRUE(replacement);
    replacement->write(std::string(200'000, 'x'));
  }
  EXPECT_EQ(content(), "old");
  EXPECT_EQ(strays(), 0);
}

TEST_F(Replacement, AFullDiskLeavesTheFile) {
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{.rlim_cur = 100'000, .rlim_max = before.rlim_max};
  {
    Result<FileReplacement> replacement = FileReplacement::open(file_);
    ASSERT_TRUE(replacement);
    setrlimit(RLIMIT_FSIZE, &small);
    replacement->write(std::string(200'000, 'x'));
    const std::optional<Error> failed = replacement->commit();
    setrlimit(RLIMIT_FSIZE, &before);
    ASSERT_TRUE(failed);
    EXPECT_THAT(failed->describe(), testing::HasSubstr("file: cannot be written: "));
  }
  EXPECT_EQ(content(), "old");
  EXPECT_EQ(strays(), 0);
}

TEST_F(Replacement, MakesFolders) {
  file_ = folder_ / "a" / "b" / "file";
  Result<FileReplacement> replacement = FileReplacement::open(file_);
  ASSERT_TRUE(replacement);
  replacement->write("new");
  EXPECT_FALSE(replacement->commit());
  EXPECT_EQ(content(), "new");
}

// Each adds its letter to what it finds: none is lost.
TEST_F(Replacement, OneAtATime) {
  const auto append = [&](char letter) {
    Result<FileReplacement> replacement = FileReplacement::open(file_);
    ASSERT_TRUE(replacement);
    replacement->write(content() + letter);
    EXPECT_FALSE(replacement->commit());
  };
  std::vector<std::thread> threads;
  for (char letter = 'a'; letter < 'k'; ++letter) threads.emplace_back(append, letter);
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(content().size(), 13u);
}

}  // namespace
}  // namespace sayso::reading
