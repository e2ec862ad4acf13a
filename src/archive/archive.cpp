// The public door to the archive (include/sayso/archive.h).
#include "sayso/archive.h"

#include <algorithm>
#include <cctype>

#include "archive/article_hash.h"
#include "archive/backup.h"
#include "archive/database.h"
#include "archive/difference.h"
#include "archive/documents.h"
#include "archive/migrations.h"
#include "archive/schema.h"
#include "archive/search.h"
#include "archive/state.h"
#include "archive/verify.h"
#include "archive/writer.h"
#include "archive/zstd_bytes.h"
#include "reading/document_id.h"
#include "sayso/record_json.h"

namespace sayso {
namespace {

using archive::Database;
using archive::Statement;
using archive::StoredRecord;

// The value, unless something failed on the way.
template <typename Value>
Result<Value> checked(Database& database, Value value) {
  if (auto failure = database.take_failure()) return *std::move(failure);
  return value;
}

class StatementRow final : public SqlRow {
 public:
  explicit StatementRow(const Statement& statement) : statement_(statement) {}
  std::size_t columns() const override { return static_cast<std::size_t>(statement_.columns()); }
  std::string_view name(std::size_t column) const override {
    return statement_.name(static_cast<int>(column));
  }
  bool is_null(std::size_t column) const override { return statement_.is_null(static_cast<int>(column)); }
  std::string_view text(std::size_t column) const override {
    return statement_.text(static_cast<int>(column));
  }
  std::int64_t integer(std::size_t column) const override {
    return statement_.integer(static_cast<int>(column));
  }
  double real(std::size_t column) const override { return statement_.real(static_cast<int>(column)); }

 private:
  const Statement& statement_;
};

Result<std::optional<Record>> parse_stored(Database& database, std::string_view id, StoredRecord which) {
  const std::optional<std::string> json = find_record_json(database, id, which);
  if (auto failure = database.take_failure()) return *std::move(failure);
  if (!json) return std::optional<Record>();
  Result<Record> record = record_from_json(*json);
  if (!record) {
    return Error{ErrorCode::bad_archive,
                 "the record of document " + std::string(id) + ": " + record.error().message,
                 database.file().string(), std::nullopt};
  }
  return std::optional<Record>(*std::move(record));
}

// None where the document has no record before the stored one.
Result<std::optional<RecordDifference>> difference_of(Database& database, std::string_view id) {
  Result<std::optional<Record>> before = parse_stored(database, id, StoredRecord::previous);
  if (!before) return std::move(before).error();
  if (!*before) return std::optional<RecordDifference>();
  Result<std::optional<Record>> after = parse_stored(database, id, StoredRecord::current);
  if (!after) return std::move(after).error();
  if (!*after) return std::optional<RecordDifference>();
  return std::optional(archive::compare_records(**before, **after));
}

}  // namespace

const char* to_string(ArchiveChange change) {
  switch (change) {
    case ArchiveChange::added:
      return "added";
    case ArchiveChange::replaced:
      return "replaced";
    case ArchiveChange::unchanged:
      return "unchanged";
  }
  return "unknown";
}

const char* to_string(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::added:
      return "added";
    case DifferenceKind::removed:
      return "removed";
    case DifferenceKind::changed:
      return "changed";
  }
  return "unknown";
}

std::string document_id(const Article& article) {
  return reading::document_id(article);
}

void pack(ArchiveArticle& article) {
  article.packed_record = archive::compress(to_json(article.record));
  article.packed_raw = archive::compress(article.raw.bytes);
}

Result<Archive> Archive::open(const std::filesystem::path& file, const ArchiveOptions& options) {
  Result<Database> database = Database::open(file, options.access, options.patience);
  if (!database) return std::move(database).error();
  auto state = std::make_unique<State>(State{.database = *std::move(database), .access = options.access});
  if (auto error = prepare_schema(state->database, options.access, archive::schema_steps()))
    return *std::move(error);
  return Archive(std::move(state));
}

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

void Archive::set_deadline(std::chrono::steady_clock::time_point deadline) {
  constexpr int kStepsBetween = 10'000;  // of SQLite's machine; some tens of microseconds
  state_->deadline = deadline;
  const auto is_over = [](void* state) {
    return static_cast<int>(std::chrono::steady_clock::now() >= static_cast<State*>(state)->deadline);
  };
  sqlite3_progress_handler(state_->database.handle(), kStepsBetween, is_over, state_.get());
}

const std::filesystem::path& Archive::file() const {
  return state_->database.file();
}

Archive::State& Archive::state() const {
  return *state_;
}

Result<bool> Archive::holds(const Article& article, const Generator& generator) const {
  const bool held = archive::holds(state_->database, reading::document_id(article),
                                   archive::article_hash(article), generator);
  return checked(state_->database, held);
}

Result<std::vector<ArchiveChange>> Archive::add(std::span<const ArchiveArticle> batch) {
  return archive::add_articles(state_->database, state_->claim_store, batch);
}

Result<std::vector<OutdatedDocument>> Archive::outdated(const Generator& generator, std::int64_t after,
                                                        std::size_t limit) const {
  return checked(state_->database, archive::list_outdated(state_->database, generator, after, limit));
}

Result<std::uint64_t> Archive::count_outdated(const Generator& generator) const {
  return checked(state_->database, archive::count_outdated(state_->database, generator));
}

Result<std::optional<StoredDocument>> Archive::document(std::string_view name) const {
  return checked(state_->database, archive::find_document(state_->database, name));
}

Result<std::optional<std::string>> Archive::record_json(std::string_view id) const {
  return checked(state_->database, archive::find_record_json(state_->database, id, StoredRecord::current));
}

Result<std::optional<std::string>> Archive::previous_record_json(std::string_view id) const {
  return checked(state_->database, archive::find_record_json(state_->database, id, StoredRecord::previous));
}

Result<std::optional<Record>> Archive::record(std::string_view id) const {
  return parse_stored(state_->database, id, StoredRecord::current);
}

Result<std::optional<RawInput>> Archive::raw_input(std::string_view id) const {
  return checked(state_->database, archive::find_raw_input(state_->database, id));
}

Result<SearchPage> Archive::search(const SearchQuery& query) const {
  return archive::search(state_->database, query);
}

Result<std::uint64_t> Archive::query(std::string_view sql, std::span<const SqlValue> values,
                                     const std::function<bool(const SqlRow&)>& take) const {
  Database& database = state_->database;
  std::uint64_t rows = 0;
  Statement statement = database.prepare(sql);
  int index = 0;
  for (const SqlValue& value : values) statement.bind_one(++index, value);
  if (auto failure = database.take_failure()) {
    if (failure->code == ErrorCode::bad_archive) failure->code = ErrorCode::bad_argument;
    return *std::move(failure);
  }
  if (!statement.only_reads()) {
    return Error{ErrorCode::bad_argument, "the statement does not only read", file().string(), std::nullopt};
  }
  const StatementRow row(statement);
  while (statement.step()) {
    ++rows;
    if (!take(row)) break;
  }
  return checked(database, rows);
}

Result<ArchiveCheck> Archive::verify(const ArchiveProgress& progress) const {
  return archive::verify(state_->database, state_->access != ArchiveAccess::read, progress);
}

Result<std::uint64_t> Archive::backup(const std::filesystem::path& file, bool overwrite,
                                      const ArchiveProgress& progress) const {
  return archive::backup(state_->database, file, overwrite, progress);
}

Result<std::uint64_t> Archive::differences(std::string_view document,
                                           const std::function<bool(const RecordDifference&)>& take) const {
  Database& database = state_->database;
  std::uint64_t taken = 0;
  Statement ids = document.empty()
                      ? database.query(
                            "SELECT d.id FROM previous_record p JOIN document d ON d.key = p.document "
                            "ORDER BY p.document")
                      : database.query("SELECT id FROM document WHERE id = ?1", document);
  while (ids.step()) {
    Result<std::optional<RecordDifference>> difference = difference_of(database, ids.text(0));
    if (!difference) return std::move(difference).error();
    if (!*difference) continue;
    ++taken;
    if (!take(**difference)) break;
  }
  return checked(database, taken);
}

}  // namespace sayso
