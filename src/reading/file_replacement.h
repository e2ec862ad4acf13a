// A new version of a file that takes the old one's place when it is whole, and not at all if that fails.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::reading {

// Not thread-safe. What is not committed is removed; a crash leaves the old file and a stray FILE.XXXXXX.
class FileReplacement {
 public:
  // Makes the folder where there is none, and waits for another replacement of the same file to end. Errors:
  // unreadable.
  static Result<FileReplacement> open(const std::filesystem::path& file);

  ~FileReplacement();
  FileReplacement(FileReplacement&& other) noexcept;
  FileReplacement& operator=(FileReplacement&&) = delete;

  // The error of a failed write is told by commit().
  void write(std::string_view bytes);

  // Brings it to the disk under the file's name. None if it worked.
  std::optional<Error> commit();

 private:
  FileReplacement(std::filesystem::path file, std::string temporary, int descriptor, int lock);
  void flush();

  std::filesystem::path file_;
  std::string temporary_;  // empty once it has its name or is gone
  int descriptor_;
  int lock_;
  int error_ = 0;  // errno of the first write that failed
  std::string buffer_;
};

}  // namespace sayso::reading
