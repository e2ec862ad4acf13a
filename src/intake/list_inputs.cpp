// The files that a path on the command line stands for.
#include <algorithm>
#include <system_error>

#include "sayso/intake.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

Error unreadable(const std::string& path, const std::error_code& reason) {
  return Error{ErrorCode::unreadable, "the folder cannot be read: " + reason.message(), path, std::nullopt};
}

// Links to folders are not followed, so that a link to a parent cannot make the walk endless.
Result<std::vector<std::string>> list_folder(const std::string& path) {
  std::vector<std::string> files;
  std::error_code failure;
  fs::recursive_directory_iterator entry(path, failure);
  for (; !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
    std::error_code ignored;  // a dangling link has no status; it is no file
    if (is_hidden(entry->path())) {
      if (entry->is_directory(ignored)) entry.disable_recursion_pending();
    } else if (entry->is_regular_file(ignored)) {
      files.push_back(entry->path().string());
    }
  }
  if (failure) return unreadable(path, failure);
  if (files.empty()) return Error{ErrorCode::empty_input, "the folder holds no files", path, std::nullopt};
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::vector<std::string>> list_inputs(const std::string& path) {
  if (path == "-") return std::vector<std::string>{path};
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (status.type() == fs::file_type::not_found) {
    return Error{ErrorCode::not_found, "there is no such file or folder", path, std::nullopt};
  }
  if (failure)
    return Error{ErrorCode::unreadable, "it cannot be read: " + failure.message(), path, std::nullopt};
  if (fs::is_directory(status)) return list_folder(path);
  return std::vector<std::string>{path};
}

}  // namespace sayso
