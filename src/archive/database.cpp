#include "archive/database.h"

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace sayso::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostCached = 300;  // statements; callers' own queries are the only ones without bound
// Of pages, in KiB. Whoever adds comes back to what the last days' articles have in common.
constexpr int kReadCache = 64'000, kWriteCache = 192'000;

Error archive_error(ErrorCode code, std::string message, const fs::path& file) {
  return {code, std::move(message), file.string(), std::nullopt};
}

std::string reason_of(int system_error, std::string_view detail) {
  return system_error != 0 ? std::strerror(system_error) : std::string(detail);
}

int open_flags(ArchiveAccess access) {
  switch (access) {
    case ArchiveAccess::read:
      return SQLITE_OPEN_READONLY;
    case ArchiveAccess::write:
      return SQLITE_OPEN_READWRITE;
    case ArchiveAccess::create:
      break;
  }
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

// Characters that mean something in a URI are escaped.
std::string to_uri(const fs::path& file, bool immutable) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : fs::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += kDigits[static_cast<unsigned char>(c) >> 4];
      uri += kDigits[static_cast<unsigned char>(c) & 15];
    } else {
      uri += c;
    }
  }
  return immutable ? uri + "?immutable=1" : uri;
}

std::optional<Error> check_file(const fs::path& file, ArchiveAccess access) {
  std::error_code failure;
  const fs::file_status status = fs::status(file, failure);
  if (fs::is_directory(status)) {
    return archive_error(ErrorCode::bad_archive, "it is a folder, not an archive", file);
  }
  if (fs::exists(status)) {
    if (fs::is_regular_file(status)) return std::nullopt;
    return archive_error(ErrorCode::bad_archive, "it is no file of its own, so no archive", file);
  }
  if (status.type() != fs::file_type::not_found) {
    return archive_error(ErrorCode::unreadable, "it cannot be looked up: " + failure.message(), file);
  }
  if (access != ArchiveAccess::create) {
    return archive_error(ErrorCode::not_found, "there is no such archive; `sayso add` makes one", file);
  }
  const fs::path folder = fs::absolute(file).parent_path();
  if (!fs::is_directory(folder, failure)) {
    return archive_error(ErrorCode::not_found, "its folder does not exist", file);
  }
  return std::nullopt;
}

// Foreign files may be archives that were tampered with: their triggers and views get no dangerous functions.
int harden(sqlite3* handle) {
  int result = sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (result == SQLITE_OK) result = sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (result == SQLITE_OK) result = sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  if (result == SQLITE_OK) result = sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  if (result == SQLITE_OK) result = sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  return result;
}

int open_handle(const fs::path& file, int flags, bool immutable, std::chrono::milliseconds patience,
                sqlite3** handle) {
  int result =
      sqlite3_open_v2(to_uri(file, immutable).c_str(), handle,
                      flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  if (result != SQLITE_OK) return result;
  sqlite3_busy_timeout(*handle, static_cast<int>(patience.count()));
  result = harden(*handle);
  // The first look into the file, which finds out whether it is a database at all and can be locked.
  if (result == SQLITE_OK) {
    result = sqlite3_exec(*handle,
                          "PRAGMA schema_version; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON",
                          nullptr, nullptr, nullptr);
  }
  return result;
}

// A reader of a write-ahead log needs its index beside the file. Where that cannot be made and there is no
// log, nobody writes, and the file can be read as it is.
bool wants_immutable(int result, const fs::path& file) {
  const int kind = result & 0xff;
  if (kind != SQLITE_CANTOPEN && kind != SQLITE_READONLY) return false;
  std::error_code none;
  const std::uintmax_t log = fs::file_size(file.string() + "-wal", none);
  return none || log == 0;
}

}  // namespace

Error to_error(int code, int system_error, std::string_view detail, const fs::path& file) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return archive_error(ErrorCode::busy, "another program keeps it locked; try again when that is done",
                           file);
    case SQLITE_FULL:
      return archive_error(ErrorCode::unwritable, "no room is left for it on the disk", file);
    case SQLITE_READONLY:
      return archive_error(ErrorCode::unwritable, "it may not be written", file);
    case SQLITE_NOTADB:
      return archive_error(ErrorCode::bad_archive, "it is no archive of sayso", file);
    case SQLITE_CORRUPT:
      return archive_error(ErrorCode::bad_archive,
                           "it is damaged (" + std::string(detail) + "); `sayso verify` tells more", file);
    case SQLITE_CANTOPEN:
      return archive_error(ErrorCode::unreadable, "it cannot be opened: " + reason_of(system_error, detail),
                           file);
    case SQLITE_IOERR:
      return archive_error(ErrorCode::unwritable,
                           "the system failed to read or write it: " + reason_of(system_error, detail), file);
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return archive_error(ErrorCode::unreadable, "the system denies access to it", file);
    case SQLITE_INTERRUPT:
      return archive_error(ErrorCode::interrupted, "interrupted", file);
    case SQLITE_TOOBIG:
      return archive_error(ErrorCode::too_large, "a value is larger than it can hold", file);
    case SQLITE_NOMEM:
      return archive_error(ErrorCode::too_large, "not enough memory", file);
    default:
      return archive_error(ErrorCode::bad_archive, std::string(detail), file);
  }
}

// --- Database ---

Result<Database> Database::open(const fs::path& file, ArchiveAccess access,
                                std::chrono::milliseconds patience) {
  if (auto error = check_file(file, access)) return *std::move(error);
  sqlite3* handle = nullptr;
  int result = open_handle(file, open_flags(access), false, patience, &handle);
  if (access == ArchiveAccess::read && result != SQLITE_OK && wants_immutable(result, file)) {
    sqlite3_close_v2(std::exchange(handle, nullptr));
    result = open_handle(file, open_flags(access), true, patience, &handle);
  }
  Database database(handle, file);
  if (result != SQLITE_OK) {
    const int system_error = handle != nullptr ? sqlite3_system_errno(handle) : 0;
    return to_error(result, system_error, sqlite3_errstr(result), file);
  }
  if (access != ArchiveAccess::read && sqlite3_db_readonly(handle, "main") == 1) {
    return archive_error(ErrorCode::unwritable, "it may not be written", file);
  }
  const int cache = access == ArchiveAccess::read ? kReadCache : kWriteCache;
  database.run_script(("PRAGMA cache_size = -" + std::to_string(cache)).c_str());
  return database;
}

Database::Database(sqlite3* handle, fs::path file) : handle_(handle), file_(std::move(file)) {}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      file_(std::move(other.file_)),
      cache_(std::move(other.cache_)),
      cached_of_(std::move(other.cached_of_)),
      failure_(std::move(other.failure_)) {
  other.cache_.clear();
}

Database::~Database() {
  for (const auto& [sql, cached] : cache_) sqlite3_finalize(cached.statement);
  sqlite3_close_v2(handle_);
}

Statement Database::prepare(std::string_view sql) {
  if (failure_) return Statement(this, nullptr, false);
  const auto found = cache_.find(std::string(sql));
  if (found != cache_.end() && !found->second.in_use) {
    found->second.in_use = true;
    return Statement(this, found->second.statement, true);
  }
  sqlite3_stmt* statement = nullptr;
  const bool keep = found == cache_.end() && cache_.size() < kMostCached;
  const int result = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        keep ? SQLITE_PREPARE_PERSISTENT : 0, &statement, nullptr);
  if (result != SQLITE_OK || statement == nullptr) {
    note_failure();
    return Statement(this, nullptr, false);
  }
  if (keep) {
    Cached& cached = cache_.emplace(sql, Cached{statement, true}).first->second;
    cached_of_.emplace(statement, &cached);
  }
  return Statement(this, statement, keep);
}

void Database::run_script(const char* sql) {
  if (failure_) return;
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) note_failure();
}

std::int64_t Database::last_key() const {
  return sqlite3_last_insert_rowid(handle_);
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(handle_);
}

void Database::note_failure() {
  fail(to_error(sqlite3_extended_errcode(handle_), sqlite3_system_errno(handle_), sqlite3_errmsg(handle_),
                file_));
}

void Database::fail(Error error) {
  if (!failure_) failure_ = std::move(error);
}

std::optional<Error> Database::take_failure() {
  return std::exchange(failure_, std::nullopt);
}

// --- Statement ---

Statement::Statement(Database* database, sqlite3_stmt* statement, bool cached)
    : database_(database), statement_(statement), cached_(cached) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      statement_(std::exchange(other.statement_, nullptr)),
      cached_(other.cached_) {}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  if (!cached_) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  database_->cached_of_.at(statement_)->in_use = false;
}

void Statement::bind_one(int index, std::nullptr_t) {
  if (statement_ != nullptr && sqlite3_bind_null(statement_, index) != SQLITE_OK) database_->note_failure();
}

void Statement::bind_one(int index, std::int64_t value) {
  if (statement_ != nullptr && sqlite3_bind_int64(statement_, index, value) != SQLITE_OK) {
    database_->note_failure();
  }
}

void Statement::bind_one(int index, double value) {
  if (statement_ != nullptr && sqlite3_bind_double(statement_, index, value) != SQLITE_OK) {
    database_->note_failure();
  }
}

void Statement::bind_one(int index, std::string_view text) {
  if (statement_ == nullptr) return;
  const char* const data = text.data() != nullptr ? text.data() : "";
  if (sqlite3_bind_text64(statement_, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK) {
    database_->note_failure();
  }
}

void Statement::bind_one(int index, Blob blob) {
  if (statement_ == nullptr) return;
  const char* const data = blob.bytes.data() != nullptr ? blob.bytes.data() : "";
  if (sqlite3_bind_blob64(statement_, index, data, blob.bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK) {
    database_->note_failure();
  }
}

void Statement::bind_one(int index, const SqlValue& value) {
  std::visit([&](const auto& alternative) { bind_one(index, alternative); }, value);
}

bool Statement::step() {
  if (statement_ == nullptr || database_->failed()) return false;
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_->note_failure();
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

bool Statement::only_reads() const {
  if (statement_ == nullptr || sqlite3_stmt_readonly(statement_) == 0) return false;
  // SQLite counts BEGIN, ATTACH and some PRAGMAs as reading.
  const std::string_view sql = sqlite3_sql(statement_);
  const std::size_t start = sql.find_first_not_of(" \t\r\n(");
  if (start == std::string_view::npos) return false;
  for (const std::string_view verb : {"select", "with", "values", "explain"}) {
    if (sqlite3_strnicmp(sql.data() + start, verb.data(), static_cast<int>(verb.size())) == 0) return true;
  }
  return false;
}

int Statement::columns() const {
  return sqlite3_column_count(statement_);
}

std::string_view Statement::name(int column) const {
  const char* const name = sqlite3_column_name(statement_, column);
  return name != nullptr ? name : "";
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

std::string_view Statement::text(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_, column);  // the text's own bytes, without a copy
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes != nullptr ? std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size))
                          : std::string_view();
}

// --- Transaction ---

Transaction::Transaction(Database& database) : database_(database) {
  if (database_.failed()) return;
  database_.run("BEGIN IMMEDIATE");
  open_ = !database_.failed();
}

Transaction::~Transaction() {
  if (!open_) return;
  (void)database_.take_failure();  // else the rollback would do nothing
  if (sqlite3_get_autocommit(database_.handle()) == 0) database_.run("ROLLBACK");
  (void)database_.take_failure();
}

std::optional<Error> Transaction::commit() {
  if (!database_.failed()) database_.run("COMMIT");
  if (database_.failed()) {
    std::optional<Error> failure = database_.take_failure();
    if (open_ && sqlite3_get_autocommit(database_.handle()) == 0) database_.run("ROLLBACK");
    (void)database_.take_failure();
    open_ = false;
    return failure;
  }
  open_ = false;
  return std::nullopt;
}

}  // namespace sayso::archive
