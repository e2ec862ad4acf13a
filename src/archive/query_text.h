// What a person types into a search box, as a query of SQLite's full-text search (FTS5). Whatever is typed
// becomes a valid query: everything is quoted, so that no character of it is syntax.
#pragma once

#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::archive {

constexpr std::size_t kLongestQuery = 2000;  // bytes
constexpr std::size_t kMostQueryTerms = 64;

struct QueryText {
  std::string wanted;    // an FTS5 expression of what must occur; empty where nothing must
  std::string unwanted;  // one of what must not occur, joined by OR; empty where there is none
};

// Words with blanks between, "phrases in quotation marks" (typographic ones too; an open one ends with the
// text), -words and -"phrases" that must not occur, and beginnings*. Terms without a letter or digit are left
// out. Errors: bad_argument for what is longer than the limits.
Result<QueryText> parse_query_text(std::string_view typed);

// The words as one phrase; empty where there is no letter or digit in them.
std::string quote_phrase(std::string_view words);

}  // namespace sayso::archive
