// A connection to a SQLite file and its prepared statements.
//
// Errors stick: after the first failure all statements of the connection do nothing and give no rows. So code
// that runs many of them reads plainly, and asks once, before it commits or hands something out, whether all
// went well. A transaction that is not committed is rolled back, which ends the failure.
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

#include "sayso/archive.h"
#include "sayso/result.h"

namespace sayso::archive {

// Bytes that are no text; read during the call.
struct Blob {
  std::string_view bytes;
};

class Database;

// A statement in use. Given back to its connection, which outlives it, at the end of its life; texts and
// blobs of a row live until the next step.
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Values for ?1, ?2, ... An empty optional is NULL.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }
  void bind_one(int index, std::nullptr_t);
  void bind_one(int index, std::int64_t value);
  void bind_one(int index, std::uint32_t value) { bind_one(index, std::int64_t{value}); }
  void bind_one(int index, int value) { bind_one(index, std::int64_t{value}); }
  void bind_one(int index, bool value) { bind_one(index, std::int64_t{value}); }
  void bind_one(int index, double value);
  void bind_one(int index, std::string_view text);
  void bind_one(int index, const std::string& text) { bind_one(index, std::string_view(text)); }
  void bind_one(int index, const char* text) { bind_one(index, std::string_view(text)); }
  void bind_one(int index, Blob blob);
  void bind_one(int index, const SqlValue& value);
  template <typename Value>
  void bind_one(int index, const std::optional<Value>& value) {
    if (value) {
      bind_one(index, *value);
    } else {
      bind_one(index, nullptr);
    }
  }

  // Whether there is a (further) row.
  bool step();
  // To the end; for statements that give no rows.
  void run();

  // Whether it is one question that changes nothing, neither data nor settings.
  bool only_reads() const;

  // Columns count from 0.
  int columns() const;
  std::string_view name(int column) const;
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  // also the bytes of a blob
  std::string string(int column) const { return std::string(text(column)); }

 private:
  friend class Database;
  Statement(Database* database, sqlite3_stmt* statement, bool cached);

  Database* database_;
  sqlite3_stmt* statement_;  // null where preparing failed
  bool cached_;
};

class Database {
 public:
  // Errors: not_found, unreadable, bad_archive, busy, unwritable. Does not look at what is in the file.
  static Result<Database> open(const std::filesystem::path& file, ArchiveAccess access,
                               std::chrono::milliseconds patience);
  ~Database();
  Database(Database&& other) noexcept;
  Database& operator=(Database&&) = delete;

  // Kept prepared for the next use of the same text.
  Statement prepare(std::string_view sql);
  template <typename... Values>
  Statement query(std::string_view sql, const Values&... values) {
    Statement statement = prepare(sql);
    statement.bind(values...);
    return statement;
  }
  template <typename... Values>
  void run(std::string_view sql, const Values&... values) {
    query(sql, values...).run();
  }
  // The first column of the first row.
  template <typename... Values>
  std::optional<std::int64_t> find_integer(std::string_view sql, const Values&... values) {
    Statement statement = query(sql, values...);
    if (!statement.step() || statement.is_null(0)) return std::nullopt;
    return statement.integer(0);
  }
  template <typename... Values>
  std::optional<std::string> find_text(std::string_view sql, const Values&... values) {
    Statement statement = query(sql, values...);
    if (!statement.step() || statement.is_null(0)) return std::nullopt;
    return statement.string(0);
  }
  // Several statements without values, run once.
  void run_script(const char* sql);

  // The key of the row inserted last.
  std::int64_t last_key() const;
  std::int64_t changes() const;  // rows that the last statement changed

  // None if all went well since the last call, or since the last rollback.
  std::optional<Error> take_failure();
  bool failed() const { return failure_.has_value(); }
  // Makes a failure of its own: what is stored makes no sense.
  void fail(Error error);

  const std::filesystem::path& file() const { return file_; }
  sqlite3* handle() const { return handle_; }

 private:
  friend class Statement;
  Database(sqlite3* handle, std::filesystem::path file);
  void note_failure();

  sqlite3* handle_;
  std::filesystem::path file_;
  struct Cached {
    sqlite3_stmt* statement = nullptr;
    bool in_use = false;
  };
  std::unordered_map<std::string, Cached> cache_;
  std::unordered_map<sqlite3_stmt*, Cached*> cached_of_;
  std::optional<Error> failure_;
};

// What SQLite's code means for the user, naming the file.
Error to_error(int code, int system_error, std::string_view detail, const std::filesystem::path& file);

// All or nothing. Takes the lock for writing at once, so that what is read in it stays true until the commit.
class Transaction {
 public:
  explicit Transaction(Database& database);
  // Rolls back what was not committed.
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // None if everything is stored; else nothing is.
  std::optional<Error> commit();

 private:
  Database& database_;
  bool open_ = false;
};

}  // namespace sayso::archive
