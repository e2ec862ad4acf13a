#include "archive/backup.h"

#include <gmock/gmock.h>

#include <fstream>

#include "archive/temporary_archive.h"

namespace sayso::archive {
namespace {

using testing::SizeIs;

class Backup : public TemporaryArchive {
 protected:
  Backup() : archive_(open()), copy_(folder_ / "copy.sayso") {
    add(archive_, {article_of({.text = "Tilda Brask said the bridge will open."})});
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
  }

  Archive archive_;
  std::filesystem::path copy_;
};

TEST_F(Backup, GivesAnArchiveWithTheSameContent) {
  const auto size = archive_.backup(copy_, false);
  ASSERT_TRUE(size) << size.error().describe();
  EXPECT_EQ(*size, std::filesystem::file_size(copy_));
  const Archive copy = *Archive::open(copy_);
  EXPECT_EQ(column(copy, "SELECT id FROM documents"), column(archive_, "SELECT id FROM documents"));
  EXPECT_THAT(copy.verify()->problems, testing::IsEmpty());
}

TEST_F(Backup, GoesOnWhileAnotherWrites) {
  const Archive reader = open(ArchiveAccess::read);
  bool added = false;
  const auto size = reader.backup(copy_, false, [&](std::uint64_t, std::uint64_t) {
    if (!std::exchange(added, true)) add(archive_, {article_of({.text = "Oskar Venn said no."})});
    return true;
  });
  ASSERT_TRUE(size) << size.error().describe();
  // One state from the first page to the last: that of the beginning.
  EXPECT_THAT(column(*Archive::open(copy_), "SELECT id FROM documents"), SizeIs(1));
}

TEST_F(Backup, ReplacesOnlyWhenTold) {
  std::ofstream(copy_) << "something dear";
  const auto refused = archive_.backup(copy_, false);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::bad_argument);
  EXPECT_EQ(std::filesystem::file_size(copy_), 14u);
  EXPECT_TRUE(archive_.backup(copy_, true));
  EXPECT_TRUE(Archive::open(copy_));
}

TEST_F(Backup, NeverReplacesTheArchiveItself) {
  std::filesystem::create_symlink(file_, copy_);
  for (const auto& target : {file_, copy_}) {
    const auto refused = archive_.backup(target, true);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::bad_argument);
  }
  EXPECT_THAT(column(archive_, "SELECT id FROM documents"), SizeIs(1));
}

TEST_F(Backup, LeavesNothingWhenItFailsOrIsStopped) {
  const std::size_t before = files();
  const auto stopped = archive_.backup(copy_, false, [](std::uint64_t, std::uint64_t) { return false; });
  if (!stopped) {
    EXPECT_EQ(stopped.error().code, ErrorCode::interrupted);
  }
  if (stopped) std::filesystem::remove(copy_);  // so small that there was nothing to stop
  EXPECT_EQ(files(), before);
  const auto nowhere = archive_.backup(folder_ / "nowhere" / "copy.sayso", false);
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().code, ErrorCode::unwritable);
}

TEST_F(Backup, TheArchiveMayBeWrittenAfterwards) {
  ASSERT_TRUE(archive_.backup(copy_, false));
  EXPECT_THAT(add(archive_, {article_of({.text = "Oskar Venn said no."})}), SizeIs(1));
  ASSERT_TRUE(archive_.backup(copy_, true));
  EXPECT_THAT(column(*Archive::open(copy_), "SELECT id FROM documents"), SizeIs(2));
}

}  // namespace
}  // namespace sayso::archive
