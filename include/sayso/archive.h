// The archive: one SQLite file that keeps raw inputs, records, and what many records say together.
// docs/ARCHIVE.md describes its tables and views, which any SQLite program may read.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sayso/article.h"
#include "sayso/intake.h"
#include "sayso/record.h"
#include "sayso/result.h"

namespace sayso {

enum class ArchiveAccess {
  read,    // changes nothing, also where file or folder cannot be written
  write,   // the file must be there; an older schema is brought up to date
  create,  // as write, and makes the file where there is none
};

struct ArchiveOptions {
  ArchiveAccess access = ArchiveAccess::read;
  std::chrono::milliseconds patience{10'000};  // for another program that writes, before `busy`
};

// An article that was read, with the bytes that it was read from.
struct ArchiveArticle {
  Record record;
  RawInput raw;
  // Id of the stored document that was read again; it goes if the record has another id. Empty: the record's.
  std::string reread = {};
  // What pack() has made ahead; add() makes what is missing.
  std::string packed_record = {};
  std::string packed_raw = {};
};

// Record::id that the article's record will have.
std::string document_id(const Article& article);

// Does on the caller's thread, of which there may be many, what add() would have to do on the writer's.
void pack(ArchiveArticle& article);

enum class ArchiveChange { added, replaced, unchanged };
const char* to_string(ArchiveChange change);

// What is known of a stored document without its text. Empty strings mean "unknown".
struct StoredDocument {
  std::string id;  // Record::id
  std::string text_hash;
  std::string external_id;
  std::string input;
  std::string url;
  std::string outlet;
  std::string title;
  std::string published;  // ISO 8601
  Generator generator;    // that read it
  std::uint32_t attributions = 0;
};

struct OutdatedDocument {
  std::int64_t place = 0;  // in the order of addition
  std::string id;          // Record::id
};

// Of a row's column; text is UTF-8.
using SqlValue = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

// The current row of a query. Valid during the call that it is given to.
class SqlRow {
 public:
  virtual ~SqlRow() = default;
  virtual std::size_t columns() const = 0;
  virtual std::string_view name(std::size_t column) const = 0;
  virtual bool is_null(std::size_t column) const = 0;
  // As SQLite converts them: of NULL "", 0 and 0.0.
  virtual std::string_view text(std::size_t column) const = 0;
  virtual std::int64_t integer(std::size_t column) const = 0;
  virtual double real(std::size_t column) const = 0;
};

enum class SearchOrder { best, newest };

// What to look for. Filters that are empty let everything through; all others must hold.
struct SearchQuery {
  // Words that must all occur in any form ("deny" finds "denied"), "phrases in quotation marks", -words that
  // must not occur; anything else is a word too. Nothing is an error. May be empty if there is a filter.
  std::string words = {};
  bool articles = false;  // looks in titles and texts of articles; else in what was said
  // Of attributions:
  std::string source = {};      // words of the name of whoever said it
  std::string cue = {};         // lemma: "say"
  std::string cue_class = {};   // docs/ARCHIVE.md lists them: "report", "deny", "promise", ...
  std::string act = {};         // as to_string(SpeechAct)
  std::string commitment = {};  // as to_string(Commitment)
  // Of both:
  std::string outlet = {};  // its name
  std::string from =
      {};  // ISO 8601 date, or its beginning: "2016", "2016-12"; of the saying, else of publication
  std::string to = {};                    // the last day, month or year that is in
  std::optional<SearchOrder> order = {};  // none: the best first where there are words, else the newest
  std::uint32_t limit = 20;               // 1 to 1000
  std::string after = {};                 // SearchPage::next of the page before
};

struct SearchHit {
  std::string document;     // Record::id
  std::string attribution;  // its id in the record; empty for an article
  std::string outlet;
  std::string title;
  std::string published;
  std::string date;    // of the saying, else of publication; YYYY-MM-DD or its beginning
  std::string source;  // name of whoever said it; empty for an article
  std::string cue;     // lemma
  std::string act;
  std::string commitment;
  // Words around what was found, with "…" where something is left out, and what was found in them, in bytes.
  std::string snippet;
  std::vector<Span> found;
};

struct SearchPage {
  std::vector<SearchHit> hits;
  std::string next;  // empty after the last page
};

struct ArchiveProblem {
  std::string place;  // "file", a table, or a document's id
  std::string what;
};

struct ArchiveCheck {
  struct Count {
    std::string what;  // name of a view
    std::uint64_t rows = 0;
  };
  std::vector<ArchiveProblem> problems;  // none: all is well; ends after 1000
  std::vector<Count> counts;
  // False where the archive was opened for reading: SQLite checks the full-text index only where it may
  // write.
  bool full_text_checked = false;
};

// Called now and then with what is done and what there is; false ends the work with `interrupted`.
using ArchiveProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

enum class DifferenceKind { added, removed, changed };
const char* to_string(DifferenceKind kind);

// What differs between a document's stored record and the one before it.
struct RecordDifference {
  struct Item {
    std::string list;  // "attributions", "entities", "propositions", "document"
    DifferenceKind kind = DifferenceKind::added;
    std::string before;  // id in the previous record; empty where added; a field's name for "document"
    std::string after;   // id in the stored record; empty where removed
    std::string text;    // for a person: the content, the name, the field
    struct Field {
      std::string name, before, after;
    };
    std::vector<Field> fields;  // where changed
  };
  std::string document;
  std::string title;
  Generator before, after;
  std::vector<Item> items;
};

// One connection to the file. Movable; not for two threads at once: each thread opens its own, which is
// cheap. Any number may read while one writes. Errors name the file. Of all calls: bad_archive where the file
// is damaged, busy where another program writes too long, unwritable where the disk is full or read-only.
class Archive {
 public:
  // Errors: not_found, unreadable, bad_archive for what is no archive or comes from a newer version.
  static Result<Archive> open(const std::filesystem::path& file, const ArchiveOptions& options = {});
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  // --- writing ---

  // Whether adding what `generator` makes of the article would change nothing.
  Result<bool> holds(const Article& article, const Generator& generator) const;

  // Stores all or, on an error, nothing, and brings the claims up to date. What each one did, in their order.
  Result<std::vector<ArchiveChange>> add(std::span<const ArchiveArticle> batch);

  // Up to `limit` documents that another generator has read, in the order of their addition, behind the place
  // `after` (0: from the start).
  Result<std::vector<OutdatedDocument>> outdated(const Generator& generator, std::int64_t after,
                                                 std::size_t limit) const;
  // How many there are.
  Result<std::uint64_t> count_outdated(const Generator& generator) const;

  // --- documents ---

  // By id, by a beginning of it (at least 4 digits, none if ambiguous), or by external id.
  Result<std::optional<StoredDocument>> document(std::string_view name) const;
  // By whole id.
  Result<std::optional<std::string>> record_json(std::string_view id) const;
  Result<std::optional<Record>> record(std::string_view id) const;
  Result<std::optional<std::string>> previous_record_json(std::string_view id) const;
  Result<std::optional<RawInput>> raw_input(std::string_view id) const;

  // --- asking ---

  // Errors: bad_argument.
  Result<SearchPage> search(const SearchQuery& query) const;

  // Runs one statement that only reads, over the views of docs/ARCHIVE.md, and gives its rows until `take`
  // says false. `values` are bound to ?1, ?2, ... Prepared once for each text. Gives how many rows were
  // taken. Errors: bad_argument for SQL that is wrong or writes.
  Result<std::uint64_t> query(std::string_view sql, std::span<const SqlValue> values,
                              const std::function<bool(const SqlRow&)>& take) const;

  // --- keeping ---

  // Reads everything. Problems found are no error.
  Result<ArchiveCheck> verify(const ArchiveProgress& progress = {}) const;

  // Copies the archive, also while another program writes to it. `file` appears when it is whole. Errors:
  // bad_argument where it exists and `overwrite` is false; unwritable.
  Result<std::uint64_t> backup(const std::filesystem::path& file, bool overwrite,
                               const ArchiveProgress& progress = {}) const;

  // Of the document, or of all that have a previous record (`document` empty), in the order of their
  // addition. Gives how many were taken.
  Result<std::uint64_t> differences(std::string_view document,
                                    const std::function<bool(const RecordDifference&)>& take) const;

  // What is asked after this time fails with `interrupted`, and so does a query that is at work then. An
  // archive to which that has happened is not to be asked again.
  void set_deadline(std::chrono::steady_clock::time_point deadline);

  const std::filesystem::path& file() const;

  // For src/archive alone.
  struct State;
  State& state() const;

 private:
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sayso
