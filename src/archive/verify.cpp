#include "archive/verify.h"

#include <array>

#include "archive/article_hash.h"
#include "archive/sqlite_claim_store.h"
#include "archive/zstd_bytes.h"
#include "language/sha256.h"
#include "sayso/record_json.h"

namespace sayso::archive {
namespace {

constexpr std::size_t kMostProblems = 1000;

class Check {
 public:
  Check(Database& database, bool writable, const ArchiveProgress& progress)
      : database_(database), writable_(writable), progress_(progress) {}

  Result<ArchiveCheck> run() {
    check_file();
    check_foreign_keys();
    check_full_text();
    check_items();
    const bool finished = check_documents();
    count_rows();
    if (auto failure = database_.take_failure()) {
      // A page that cannot be read is what was looked for.
      if (failure->code != ErrorCode::bad_archive) return *std::move(failure);
      note("file", failure->message);
    }
    if (!finished) {
      return Error{ErrorCode::interrupted, "interrupted", database_.file().string(), std::nullopt};
    }
    return std::move(result_);
  }

 private:
  void note(std::string place, std::string what) {
    if (result_.problems.size() < kMostProblems)
      result_.problems.push_back({std::move(place), std::move(what)});
  }

  void check_file() {
    Statement rows = database_.query("PRAGMA integrity_check(1000)");
    while (rows.step()) {
      if (rows.text(0) != "ok") note("file", rows.string(0));
    }
  }

  void check_foreign_keys() {
    Statement rows = database_.query("PRAGMA foreign_key_check");
    while (rows.step()) {
      note(rows.string(0),
           "row " + rows.string(1) + " refers to a row of " + rows.string(2) + " that is not there");
    }
  }

  // SQLite compares index and texts by a command that it takes for a change.
  void check_full_text() {
    if (!writable_) return;
    for (const std::string table : {"article_search", "attribution_search"}) {
      database_.run("INSERT INTO " + table + " (" + table + ", rank) VALUES ('integrity-check', 1)");
      if (auto failure = database_.take_failure()) {
        if (failure->code != ErrorCode::bad_archive) return database_.fail(*std::move(failure));
        note(table, "the index does not fit the texts");
      }
    }
    result_.full_text_checked = true;
  }

  void check_items() {
    Statement orphans = database_.query(
        "SELECT i.key FROM item i WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.key = i.key >> 26)");
    while (orphans.step()) note("item", "row " + orphans.string(0) + " belongs to no document");
    Statement astray = database_.query(
        "SELECT k.item FROM item_key k WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.key = k.item)");
    while (astray.step())
      note("item_key", "a key leads to item " + astray.string(0) + ", which is not there");
    Statement groups = database_.query(
        "SELECT i.key FROM item i WHERE NOT EXISTS (SELECT 1 FROM item g WHERE g.key = i.group_key)");
    while (groups.step()) note("item", "the group of row " + groups.string(0) + " is not there");
    const auto said = database_.find_integer("SELECT sum(length(keys)) / 8 FROM item");
    const auto found = database_.find_integer("SELECT count(*) FROM item_key");
    if (said.value_or(0) != found.value_or(0)) note("item_key", "items have other keys than lead to them");
  }

  // False when the caller wanted to stop.
  bool check_documents() {
    const auto total =
        static_cast<std::uint64_t>(database_.find_integer("SELECT count(*) FROM document").value_or(0));
    std::uint64_t done = 0;
    Statement rows = database_.query(
        "SELECT d.key, d.id, d.text_hash, d.article_hash, t.text, r.json, i.bytes, d.day, p.json FROM "
        "document d "
        "LEFT JOIN article_text t ON t.document = d.key LEFT JOIN record r ON r.document = d.key "
        "LEFT JOIN raw_input i ON i.document = d.key LEFT JOIN previous_record p ON p.document = d.key ORDER "
        "BY d.key");
    while (rows.step()) {
      if (progress_ && !progress_(done, total)) return false;
      check_document(rows);
      ++done;
    }
    return true;
  }

  void check_document(const Statement& row) {
    const std::string id = row.string(1);
    if (!decompress(row.text(6))) note(id, "its raw input is missing or damaged");
    if (!row.is_null(8)) check_record(id, row.text(8), "its previous record");
    const auto record = check_record(id, row.text(5), "its record");
    if (!record) return;
    if (record->text_hash != row.text(2)) note(id, "its record is of another text");
    if (record->id != id) note(id, "its record has another id");
    if (record->document.text != row.text(4)) note(id, "its text is not its record's");
    if (article_hash(record->document) != row.text(3)) note(id, "its record is of another article");
    check_rows(id, row.integer(0), *record);
  }

  std::optional<Record> check_record(const std::string& id, std::string_view frame, const std::string& what) {
    const std::optional<std::string> json = decompress(frame);
    if (!json) {
      note(id, what + " is missing or damaged");
      return std::nullopt;
    }
    Result<Record> record = record_from_json(*json);
    if (!record) {
      note(id, what + " cannot be read: " + record.error().message);
      return std::nullopt;
    }
    if (language::sha256(record->document.text) != record->text_hash)
      note(id, what + " has another text than its hash");
    return *std::move(record);
  }

  void check_rows(const std::string& id, std::int64_t key, const Record& record) {
    const std::array<std::pair<const char*, std::size_t>, 5> wanted = {
        {{"entity", record.entities.size()},
         {"mention", record.mentions.size()},
         {"timex", record.timexes.size()},
         {"attribution", record.attributions.size()},
         {"proposition", record.propositions.size()}}};
    for (const auto& [table, count] : wanted) {
      const auto rows =
          database_.find_integer(std::string("SELECT count(*) FROM ") + table + " WHERE document = ?1", key);
      if (rows && static_cast<std::size_t>(*rows) != count)
        note(id, std::string("its rows in ") + table + " are not its record's");
    }
  }

  void count_rows() {
    // The tables that stand behind the views of these names.
    constexpr std::array<std::pair<const char*, const char*>, 7> kCounted = {{{"documents", "document"},
                                                                              {"attributions", "attribution"},
                                                                              {"entities", "entity"},
                                                                              {"mentions", "mention"},
                                                                              {"timexes", "timex"},
                                                                              {"propositions", "proposition"},
                                                                              {"outlets", "outlet"}}};
    for (const auto& [view, table] : kCounted) {
      const auto rows = database_.find_integer(std::string("SELECT count(*) FROM ") + table);
      result_.counts.push_back({view, static_cast<std::uint64_t>(rows.value_or(0))});
    }
  }

  Database& database_;
  const bool writable_;
  const ArchiveProgress& progress_;
  ArchiveCheck result_;
};

}  // namespace

Result<ArchiveCheck> verify(Database& database, bool writable, const ArchiveProgress& progress) {
  return Check(database, writable, progress).run();
}

}  // namespace sayso::archive
