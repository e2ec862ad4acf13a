#include "archive/search.h"

#include <utility>
#include <vector>

#include "archive/search_sql.h"

namespace sayso::archive {
namespace {

constexpr char kFoundBegin =
    '\x02';  // marks in a snippet; intake leaves no such controls in a text that matter
constexpr char kFoundEnd = '\x03';
constexpr int kSnippetWords = 40;

struct Row {
  std::int64_t key = 0;
  std::string day;
  double rank = 0;
};

// Takes the marks out of the snippet and notes what stood between them.
void take_marks(std::string_view marked, SearchHit& hit) {
  std::optional<std::uint32_t> begin;
  for (const char c : marked) {
    if (c == kFoundBegin) {
      begin = static_cast<std::uint32_t>(hit.snippet.size());
    } else if (c == kFoundEnd) {
      if (begin)
        hit.found.push_back(
            {*std::exchange(begin, std::nullopt), static_cast<std::uint32_t>(hit.snippet.size())});
    } else {
      hit.snippet += c;
    }
  }
}

std::string snippet_call(const char* table, int column) {
  return std::string("snippet(") + table + ", " + std::to_string(column) + ", char(2), char(3), '…', " +
         std::to_string(kSnippetWords) + ")";
}

// Words around what was found; the beginning where nothing of it stands in the text itself.
void add_snippet(Database& database, const SearchSql& sql, bool articles, std::int64_t key, SearchHit& hit) {
  const char* const table = articles ? "article_search" : "attribution_search";
  if (!sql.match.empty()) {
    // Of an article its text: the title is shown beside it anyway.
    Statement row = database.query("SELECT " + snippet_call(table, articles ? 1 : 0) + " FROM " + table +
                                       " WHERE " + table + " MATCH ?1 AND rowid = ?2",
                                   sql.match, key);
    if (row.step()) take_marks(row.text(0), hit);
  }
  if (!hit.snippet.empty()) return;
  const auto text =
      database.find_text(articles ? "SELECT substr(text, 1, 240) FROM article_text WHERE document = ?1"
                                  : "SELECT substr(content, 1, 240) FROM attribution WHERE key = ?1",
                         key);
  hit.snippet = text.value_or("");
}

SearchHit attribution_hit(Database& database, const Row& row) {
  Statement columns = database.query(
      "SELECT d.id, a.number, o.name, d.title, d.published, a.source_name, a.cue_lemma, a.speech_act, "
      "a.commitment "
      "FROM attribution a JOIN document d ON d.key = a.document LEFT JOIN outlet o ON o.key = a.outlet "
      "WHERE a.key = ?1",
      row.key);
  SearchHit hit;
  if (!columns.step()) return hit;
  hit.document = columns.string(0);
  hit.attribution = "a" + std::to_string(columns.integer(1));
  hit.outlet = columns.string(2);
  hit.title = columns.string(3);
  hit.published = columns.string(4);
  hit.date = row.day;
  hit.source = columns.string(5);
  hit.cue = columns.string(6);
  hit.act = columns.string(7);
  hit.commitment = columns.string(8);
  return hit;
}

SearchHit article_hit(Database& database, const Row& row) {
  Statement columns = database.query(
      "SELECT d.id, o.name, d.title, d.published FROM document d LEFT JOIN outlet o ON o.key = d.outlet "
      "WHERE d.key = ?1",
      row.key);
  SearchHit hit;
  if (!columns.step()) return hit;
  hit.document = columns.string(0);
  hit.outlet = columns.string(1);
  hit.title = columns.string(2);
  hit.published = columns.string(3);
  hit.date = row.day;
  return hit;
}

std::vector<Row> find_rows(Database& database, const SearchSql& sql) {
  Statement statement = database.prepare(sql.text);
  int index = 0;
  for (const SqlValue& value : sql.values) statement.bind_one(++index, value);
  std::vector<Row> rows;
  while (statement.step()) rows.push_back({statement.integer(0), statement.string(1), statement.real(2)});
  return rows;
}

}  // namespace

Result<SearchPage> search(Database& database, const SearchQuery& query) {
  const Result<SearchSql> sql = make_search_sql(query);
  if (!sql) return sql.error();
  std::vector<Row> rows = find_rows(database, *sql);
  SearchPage page;
  if (rows.size() > query.limit) {
    rows.resize(query.limit);
    page.next = to_text({sql->order, rows.back().rank, rows.back().day, rows.back().key});
  }
  for (const Row& row : rows) {
    SearchHit hit = query.articles ? article_hit(database, row) : attribution_hit(database, row);
    add_snippet(database, *sql, query.articles, row.key, hit);
    page.hits.push_back(std::move(hit));
  }
  if (auto failure = database.take_failure()) return *std::move(failure);
  return page;
}

}  // namespace sayso::archive
