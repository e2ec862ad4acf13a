// A search as one SQL statement that gives the page's keys in order.
//
// Words are looked up in the full-text index. Without words, one filter drives: the rows of its value lie in
// an index by day, newest first, and the other filters are checked on them; so a page costs what it shows and
// what the other filters skip. Which filter drives is decided here, the most selective kind first, not left
// to guesses.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sayso/archive.h"

namespace sayso::archive {

// Where a page ended: the rank or the day of its last row, and that row's key.
struct SearchCursor {
  SearchOrder order = SearchOrder::newest;
  double rank = 0;
  std::string day;
  std::int64_t key = 0;
};

std::string to_text(const SearchCursor& cursor);
// None for what to_text() did not make.
std::optional<SearchCursor> parse_cursor(std::string_view text);

struct SearchSql {
  std::string text;  // columns: key, day, rank (0 without words)
  std::vector<SqlValue> values;
  std::string match;  // the full-text expression, empty where none is used
  SearchOrder order = SearchOrder::newest;
};

// Errors: bad_argument for filters and cursors that make no sense.
Result<SearchSql> make_search_sql(const SearchQuery& query);

}  // namespace sayso::archive
