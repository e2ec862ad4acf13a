#include "archive/backup.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace sayso::archive {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtATime = 1024;

Error cannot_write(const fs::path& file, int error) {
  return {ErrorCode::unwritable, std::string("it cannot be written: ") + std::strerror(error), file.string(),
          std::nullopt};
}

// Beside the final name, so that it can take it at once. Removed with what SQLite puts beside it, unless it
// has got its name.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& target) : name_(target.string() + ".XXXXXX") {
    const int descriptor = mkostemp(name_.data(), O_CLOEXEC);
    if (descriptor < 0) {
      error_ = errno;
      name_.clear();
      return;
    }
    (void)fchmod(descriptor, 0644);  // a file system without modes is no reason to fail
    close(descriptor);
  }
  ~TemporaryFile() {
    if (name_.empty()) return;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) unlink((name_ + suffix).c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& name() const { return name_; }
  int error() const { return error_; }  // errno

  // 0, or the errno of what failed.
  int take_name(const fs::path& target) {
    if (rename(name_.c_str(), target.c_str()) != 0) return errno;
    name_.clear();
    return 0;
  }

 private:
  std::string name_;
  int error_ = 0;
};

struct CloseHandle {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};

bool sync_file(const std::string& name, int flags) {
  const int descriptor = open(name.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = fsync(descriptor) == 0;
  close(descriptor);
  return synced;
}

// One state of the archive from the first page to the last: the reading transaction keeps it.
std::optional<Error> copy_pages(Database& database, const fs::path& file, const std::string& temporary,
                                const ArchiveProgress& progress) {
  sqlite3* opened = nullptr;
  const int result =
      sqlite3_open_v2(temporary.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  const std::unique_ptr<sqlite3, CloseHandle> target(opened);
  if (result != SQLITE_OK)
    return to_error(result, sqlite3_system_errno(opened), sqlite3_errstr(result), file);
  sqlite3_backup* const copy = sqlite3_backup_init(opened, "main", database.handle(), "main");
  if (copy == nullptr) {
    return to_error(sqlite3_extended_errcode(opened), sqlite3_system_errno(opened), sqlite3_errmsg(opened),
                    file);
  }
  bool wanted = true;
  int step = SQLITE_OK;
  while (wanted && step == SQLITE_OK) {
    step = sqlite3_backup_step(copy, kPagesAtATime);
    const auto total = static_cast<std::uint64_t>(sqlite3_backup_pagecount(copy));
    const auto left = static_cast<std::uint64_t>(sqlite3_backup_remaining(copy));
    if (progress && step == SQLITE_OK) wanted = progress(total - left, total);
  }
  const int finished = sqlite3_backup_finish(copy);
  if (!wanted)
    return Error{ErrorCode::interrupted, "interrupted; there is no copy", file.string(), std::nullopt};
  if (step != SQLITE_DONE) return to_error(step, sqlite3_system_errno(opened), sqlite3_errstr(step), file);
  if (finished != SQLITE_OK) {
    return to_error(finished, sqlite3_system_errno(opened), sqlite3_errstr(finished), file);
  }
  return std::nullopt;
}

std::optional<Error> check_target(const Database& database, const fs::path& file, bool overwrite) {
  std::error_code none;
  if (!fs::exists(file, none)) return std::nullopt;
  const auto refuse = [&](const char* why) {
    return Error{ErrorCode::bad_argument, why, file.string(), std::nullopt};
  };
  if (fs::equivalent(file, database.file(), none)) return refuse("it is the archive itself");
  if (!fs::is_regular_file(file, none)) return refuse("it is there already, and no file");
  if (!overwrite) return refuse("it is there already; --force replaces it");
  // Another archive's log would be taken for the copy's.
  if (fs::exists(file.string() + "-wal", none))
    return refuse("it is an archive in use: there is a log (-wal) beside it");
  return std::nullopt;
}

}  // namespace

Result<std::uint64_t> backup(Database& database, const fs::path& file, bool overwrite,
                             const ArchiveProgress& progress) {
  if (auto error = check_target(database, file, overwrite)) return *std::move(error);
  TemporaryFile temporary(file);
  if (temporary.error() != 0) return cannot_write(file, temporary.error());
  database.run("BEGIN");
  (void)database.find_integer(
      "SELECT count(*) FROM generator");  // the transaction begins with the first read
  std::optional<Error> failure = database.take_failure();
  if (!failure) failure = copy_pages(database, file, temporary.name(), progress);
  database.run("ROLLBACK");
  (void)database.take_failure();
  if (failure) return *std::move(failure);
  std::error_code none;
  const std::uint64_t size = fs::file_size(temporary.name(), none);
  if (!sync_file(temporary.name(), O_RDWR)) return cannot_write(file, errno);
  if (const int error = temporary.take_name(file)) return cannot_write(file, error);
  const fs::path folder = fs::absolute(file, none).parent_path();
  sync_file(folder.string(),
            O_RDONLY | O_DIRECTORY);  // the content is safe; a crash may at worst take the name back
  return size;
}

}  // namespace sayso::archive
