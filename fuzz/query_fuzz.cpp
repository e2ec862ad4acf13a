// Whatever is typed into the search box is a query that SQLite's full-text search takes.
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "archive/query_text.h"

namespace {

// A table as the archive's, with one row in it.
class Index {
 public:
  Index() {
    if (sqlite3_open(":memory:", &database_) != SQLITE_OK) std::abort();
    const char* const make =
        "CREATE VIRTUAL TABLE t USING fts5 (title, text, tokenize = 'porter unicode61 remove_diacritics 2');"
        "INSERT INTO t VALUES ('The bridge', 'The private office denied that the bridge would be shut.')";
    if (sqlite3_exec(database_, make, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
    if (sqlite3_prepare_v2(database_, "SELECT count(*) FROM t WHERE t MATCH ?1", -1, &ask_, nullptr) != SQLITE_OK) std::abort();
  }

  void ask(const std::string& expression) {
    if (expression.empty()) return;
    sqlite3_bind_text(ask_, 1, expression.data(), static_cast<int>(expression.size()), SQLITE_STATIC);
    const int result = sqlite3_step(ask_);
    if (result != SQLITE_ROW) {
      std::fprintf(stderr, "%s: %s\n", sqlite3_errmsg(database_), expression.c_str());
      std::abort();
    }
    sqlite3_reset(ask_);
  }

 private:
  sqlite3* database_ = nullptr;  // lives as long as the program
  sqlite3_stmt* ask_ = nullptr;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Index index;
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  index.ask(sayso::archive::quote_phrase(typed.substr(0, sayso::archive::kLongestQuery)));
  const auto query = sayso::archive::parse_query_text(typed);
  if (!query) return 0;
  index.ask(query->wanted);
  index.ask(query->unwanted);
  if (!query->wanted.empty() && !query->unwanted.empty()) {
    index.ask("(" + query->wanted + ") NOT (" + query->unwanted + ")");
  }
  return 0;
}
