#include "reading/file_replacement.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace sayso::reading {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBuffer = 1 << 16;
constexpr mode_t kMode = 0644;

Error failure(const fs::path& file, int error) {
  return {ErrorCode::unreadable, std::string("cannot be written: ") + std::strerror(error), file.string(),
          std::nullopt};
}

// Beside the file, since the file itself is replaced under a lock's holder. It stays there.
int lock_beside(const fs::path& file) {
  const int lock = ::open((file.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, kMode);
  if (lock < 0) return -1;
  while (flock(lock, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const int error = errno;
    close(lock);
    errno = error;
    return -1;
  }
  return lock;
}

bool sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool synced = fsync(descriptor) == 0;
  close(descriptor);
  return synced;
}

}  // namespace

Result<FileReplacement> FileReplacement::open(const fs::path& file) {
  std::error_code unresolved;
  fs::path target = fs::weakly_canonical(file, unresolved);  // a link is followed, not replaced
  if (unresolved) target = fs::absolute(file, unresolved);
  if (unresolved || target.filename().empty()) return failure(file, EINVAL);
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) return failure(file, error.value());
  const int lock = lock_beside(target);
  if (lock < 0) return failure(file, errno);
  std::string temporary = target.string() + ".XXXXXX";
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) {
    const int cause = errno;
    close(lock);
    return failure(file, cause);
  }
  struct stat old {};
  const mode_t mode = stat(target.c_str(), &old) == 0 ? old.st_mode & 07777 : kMode;
  (void)fchmod(descriptor, mode);  // a file system without modes is no reason to fail
  return FileReplacement(std::move(target), std::move(temporary), descriptor, lock);
}

FileReplacement::FileReplacement(fs::path file, std::string temporary, int descriptor, int lock)
    : file_(std::move(file)), temporary_(std::move(temporary)), descriptor_(descriptor), lock_(lock) {}

FileReplacement::FileReplacement(FileReplacement&& other) noexcept
    : file_(std::move(other.file_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      lock_(std::exchange(other.lock_, -1)),
      error_(other.error_),
      buffer_(std::move(other.buffer_)) {}

FileReplacement::~FileReplacement() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
  if (lock_ >= 0) close(lock_);
}

void FileReplacement::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) flush();
}

void FileReplacement::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && error_ == 0) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
}

std::optional<Error> FileReplacement::commit() {
  flush();
  if (error_ == 0 && fsync(descriptor_) != 0) error_ = errno;
  if (close(std::exchange(descriptor_, -1)) != 0 && error_ == 0) error_ = errno;
  if (error_ == 0 && rename(temporary_.c_str(), file_.c_str()) != 0) error_ = errno;
  if (error_ != 0) return failure(file_, error_);
  temporary_.clear();
  sync_folder(file_.parent_path());  // the content is safe; without it a crash may bring the old name back
  return std::nullopt;
}

}  // namespace sayso::reading
