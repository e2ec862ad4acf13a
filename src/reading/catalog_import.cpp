// Reads a file of entries line by line into a new version of the user's catalog.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "intake/byte_source.h"
#include "reading/catalog_store.h"
#include "reading/file_replacement.h"
#include "reading/follow_the_money.h"
#include "sayso/catalog.h"

namespace sayso {
namespace {

namespace fs = std::filesystem;
using namespace reading;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class Import {
 public:
  Import(std::string name, const CatalogImportOptions& options, FileReplacement& output)
      : name_(std::move(name)), options_(options), format_(options.format), output_(output) {}

  // The file's entries.
  std::optional<Error> read(std::istream& stream) {
    intake::ByteSource source(stream);
    output_.write(std::string(kStoreFormat) + "\n");
    for (std::uint64_t number = 1;; ++number) {
      if (options_.stopped && options_.stopped()) return error(ErrorCode::unreadable, "interrupted", name_);
      const auto line = source.read_line(options_.max_line_bytes);
      if (source.failed()) return error(ErrorCode::unreadable, "reading it failed", name_);
      if (!line) break;
      const std::string place = name_ + ":" + std::to_string(number);
      if (line->too_long) {
        return error(ErrorCode::too_large,
                     "the line is longer than " + std::to_string(options_.max_line_bytes) + " bytes", place);
      }
      bytes_ += line->text.size() + 1;
      if (bytes_ > options_.max_bytes + 1) {  // the last line may lack its newline
        return error(ErrorCode::too_large,
                     "the file is larger than " + std::to_string(options_.max_bytes) + " bytes", name_);
      }
      if (std::optional<Error> failed = take_line(line->text, number, place)) return failed;
    }
    if (!any_) return error(ErrorCode::empty_input, "the file is empty", name_);
    return std::nullopt;
  }

  // Behind them, those of the old catalog that they do not replace.
  std::optional<Error> keep(const fs::path& store) {
    return for_each_stored(store,
                           [&](std::string_view line, const std::string& place) -> std::optional<Error> {
                             const std::string id(line.substr(0, line.find('\t')));
                             if (ids_.contains(id)) {
                               ++counts_.replaced;
                               return std::nullopt;
                             }
                             if (std::optional<Error> failed = count_entry(name_)) return failed;
                             Result<StoredEntry> entry = entry_of_cells(split_cells(line));
                             if (!entry) return error(ErrorCode::bad_catalog, entry.error().message, place);
                             output_.write(std::string(line) + "\n");
                             return std::nullopt;
                           });
  }

  CatalogImport counts() const {
    CatalogImport counts = counts_;
    counts.added = ids_.size() - counts_.replaced;
    return counts;
  }

 private:
  static Error error(ErrorCode code, std::string message, const std::string& place) {
    return {code, std::move(message), place, std::nullopt};
  }

  std::optional<Error> count_entry(const std::string& place) {
    if (++counts_.total <= options_.max_entries) return std::nullopt;
    return error(ErrorCode::too_large,
                 "the catalog would have more than " + std::to_string(options_.max_entries) + " entries",
                 place);
  }

  std::optional<Error> take_line(std::string_view line, std::uint64_t number, const std::string& place) {
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (is_blank(line)) return std::nullopt;
    if (std::optional<Error> broken = check_utf8(line, place)) return broken;
    const bool first = !std::exchange(any_, true);
    if (format_ == CatalogFormat::detect) {
      format_ =
          line[line.find_first_not_of(" \t")] == '{' ? CatalogFormat::follow_the_money : CatalogFormat::tsv;
    }
    Result<std::optional<StoredEntry>> entry =
        format_ == CatalogFormat::tsv ? read_tsv(line, first) : read_follow_the_money(line);
    if (!entry) {
      Error failed = std::move(entry).error();
      failed.input = place;
      return failed;
    }
    if (!*entry) {
      if (format_ == CatalogFormat::follow_the_money) ++counts_.skipped;
      return std::nullopt;
    }
    return take_entry(**entry, place);
  }

  // A first line that names the columns and lines with "#" in front are no entries.
  static Result<std::optional<StoredEntry>> read_tsv(std::string_view line, bool first) {
    const std::vector<std::string_view> cells = split_cells(line);
    if (line.front() == '#' || (first && cells[0] == "id")) return std::optional<StoredEntry>();
    Result<StoredEntry> entry = entry_of_cells(cells);
    if (!entry) return std::move(entry).error();
    return std::optional<StoredEntry>(*std::move(entry));
  }

  std::optional<Error> take_entry(const StoredEntry& entry, const std::string& place) {
    const std::string line = to_line(entry);
    const std::string id = line.substr(0, line.find('\t'));
    if (!ids_.insert(id).second) {
      return error(ErrorCode::malformed, "the id \"" + id.substr(0, 80) + "\" stands in the file twice",
                   place);
    }
    if (std::optional<Error> failed = count_entry(place)) return failed;
    output_.write(line);
    return std::nullopt;
  }

  const std::string name_;
  const CatalogImportOptions& options_;
  CatalogFormat format_;
  FileReplacement& output_;
  std::unordered_set<std::string> ids_;  // of the file
  CatalogImport counts_;
  std::uint64_t bytes_ = 0;
  bool any_ = false;  // a line that is not blank has come
};

}  // namespace

Result<CatalogImport> import_catalog(const fs::path& file, const fs::path& store,
                                     const CatalogImportOptions& options) {
  const std::string name = file.string();
  std::error_code unknown;
  if (!fs::exists(file, unknown)) {
    return Error{ErrorCode::not_found, "no such file", name, std::nullopt};
  }
  if (fs::is_directory(file, unknown))
    return Error{ErrorCode::unreadable, "it is a folder", name, std::nullopt};
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Error{ErrorCode::unreadable, std::strerror(errno), name, std::nullopt};
  Result<FileReplacement> output = FileReplacement::open(store);
  if (!output) return std::move(output).error();
  Import import(name, options, *output);
  if (std::optional<Error> failed = import.read(stream)) return *std::move(failed);
  if (std::optional<Error> failed = import.keep(store)) return *std::move(failed);
  if (std::optional<Error> failed = output->commit()) return *std::move(failed);
  return import.counts();
}

}  // namespace sayso
