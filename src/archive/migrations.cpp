#include "archive/migrations.h"

#include <chrono>
#include <string>
#include <thread>

#include "archive/schema.h"
#include "sayso/version.h"

namespace sayso::archive {
namespace {

constexpr int kMostTries = 100;
constexpr std::chrono::milliseconds kBetweenTries{50};

Error unusable(const Database& database, std::string message) {
  return {ErrorCode::bad_archive, std::move(message), database.file().string(), std::nullopt};
}

struct FileState {
  std::int64_t application_id = 0;
  std::int64_t version = 0;
  bool empty = false;  // no table of anybody in it
};

FileState look_at(Database& database) {
  FileState state;
  state.application_id = database.find_integer("PRAGMA application_id").value_or(0);
  state.version = database.find_integer("PRAGMA user_version").value_or(0);
  state.empty = !database.find_integer("SELECT 1 FROM sqlite_schema LIMIT 1");
  return state;
}

std::optional<Error> check(const Database& database, const FileState& state, std::size_t newest) {
  if (state.empty && state.application_id == 0 && state.version == 0) return std::nullopt;
  if (state.application_id != kApplicationId) return unusable(database, "it is no archive of sayso");
  if (state.version < 1) return unusable(database, "it is damaged: its schema has no version");
  if (state.version <= static_cast<std::int64_t>(newest)) return std::nullopt;
  return unusable(database, "a newer version of sayso made it (schema " + std::to_string(state.version) +
                                "; sayso " SAYSO_VERSION " knows " + std::to_string(newest) + ")");
}

// What is looked at is looked at again under the lock: another program may have been faster.
std::optional<Error> run_steps(Database& database, std::span<const char* const> steps) {
  Transaction transaction(database);
  const FileState state = look_at(database);
  if (auto failure = database.take_failure()) return failure;
  if (auto error = check(database, state, steps.size())) return error;
  for (std::size_t i = static_cast<std::size_t>(state.version); i < steps.size(); ++i) {
    database.run_script(steps[i]);
  }
  database.run_script(("PRAGMA user_version = " + std::to_string(steps.size())).c_str());
  database.run_script(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  return transaction.commit();
}

// Readers go on while one writes, and a crash leaves whole transactions. Kept in the file. Two programs that
// make it at once: SQLite does not wait for this by itself.
std::optional<Error> keep_log_ahead(Database& database) {
  for (int tries = 1;; ++tries) {
    database.run_script("PRAGMA journal_mode = WAL");
    auto failure = database.take_failure();
    if (!failure || failure->code != ErrorCode::busy || tries == kMostTries) return failure;
    std::this_thread::sleep_for(kBetweenTries);
  }
}

}  // namespace

std::optional<Error> prepare_schema(Database& database, ArchiveAccess access,
                                    std::span<const char* const> steps) {
  const FileState state = look_at(database);
  if (auto failure = database.take_failure()) return failure;
  if (auto error = check(database, state, steps.size())) return error;
  const bool up_to_date = state.version == static_cast<std::int64_t>(steps.size());
  if (access == ArchiveAccess::read) {
    if (up_to_date) return std::nullopt;
    if (state.version == 0) return unusable(database, "it is empty, not an archive");
    return unusable(database, "an older version of sayso made it; `sayso add` brings it up to date");
  }
  if (!up_to_date) {
    if (auto failure = keep_log_ahead(database)) return failure;
    if (auto error = run_steps(database, steps)) return error;
  }
  // A batch that was reported as stored stays stored, also when the power fails.
  database.run_script("PRAGMA synchronous = FULL");
  return database.take_failure();
}

}  // namespace sayso::archive
