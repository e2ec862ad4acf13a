#include "archive/search_sql.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include "archive/cue_class.h"
#include "archive/query_text.h"
#include "reading/lemma.h"
#include "reading/names.h"

namespace sayso::archive {
namespace {

constexpr std::uint32_t kMostHits = 1000;  // on a page

Error bad_argument(std::string message) {
  return {ErrorCode::bad_argument, std::move(message), "", std::nullopt};
}

template <typename Values>
std::string one_of(const Values& values) {
  std::string list;
  for (const auto& value : values) list += (list.empty() ? "" : ", ") + std::string(value);
  return list;
}

template <typename Value, std::size_t N>
std::vector<std::string> names_of(const std::array<Value, N>& values) {
  std::vector<std::string> names;
  for (const Value value : values) names.emplace_back(to_string(value));
  return names;
}

template <typename Values>
std::optional<Error> check_known(const char* what, const std::string& value, const Values& known) {
  if (value.empty() || std::find(known.begin(), known.end(), value) != known.end()) return std::nullopt;
  return bad_argument("\"" + value + "\" is no " + what + "; there are " + one_of(known));
}

// YYYY, YYYY-MM or YYYY-MM-DD; a time of day behind it is allowed and left out.
std::optional<std::string> day_bound(const std::string& date) {
  static constexpr std::string_view kForm = "dddd-dd-dd";
  const std::string day = date.substr(0, kForm.size());
  if (day.size() != 4 && day.size() != 7 && day.size() != 10) return std::nullopt;
  for (std::size_t i = 0; i < day.size(); ++i) {
    if (kForm[i] == 'd' ? day[i] < '0' || day[i] > '9' : day[i] != kForm[i]) return std::nullopt;
  }
  return day;
}

std::optional<Error> check(const SearchQuery& query) {
  constexpr std::array kActs = {SpeechAct::assertive, SpeechAct::directive, SpeechAct::commissive,
                                SpeechAct::expressive, SpeechAct::question};
  constexpr std::array kCommitments = {Commitment::certain_plus,   Commitment::probable_plus,
                                       Commitment::possible_plus,  Commitment::certain_minus,
                                       Commitment::probable_minus, Commitment::possible_minus,
                                       Commitment::uncommitted};
  if (query.limit < 1 || query.limit > kMostHits) {
    return bad_argument("a page has 1 to " + std::to_string(kMostHits) + " results");
  }
  if (query.articles &&
      !(query.source + query.cue + query.cue_class + query.act + query.commitment).empty()) {
    return bad_argument("articles have no source, cue, act or commitment; only what is said in them has");
  }
  if (auto error = check_known("speech act", query.act, names_of(kActs))) return error;
  if (auto error = check_known("commitment", query.commitment, names_of(kCommitments))) return error;
  if (auto error = check_known("class of cues", query.cue_class, cue_classes())) return error;
  for (const std::string* date : {&query.from, &query.to}) {
    if (!date->empty() && !day_bound(*date)) {
      return bad_argument("\"" + *date + "\" is no date such as 2016, 2016-12 or 2016-12-13");
    }
  }
  return std::nullopt;
}

// Collects the parts of the statement. Conditions are joined by AND; values are bound in the order of their
// ?N.
class Builder {
 public:
  explicit Builder(const SearchQuery& query, QueryText words) : query_(query), words_(std::move(words)) {
    table_ = query.articles ? "document" : "attribution";
    index_ = query.articles ? "article_search" : "attribution_search";
    sql_.match = match_expression();
    sql_.order = query.order.value_or(words_.wanted.empty() ? SearchOrder::newest : SearchOrder::best);
    if (sql_.match.empty()) sql_.order = SearchOrder::newest;  // nothing to rank by
  }

  Result<SearchSql> build() {
    if (!sql_.match.empty()) where(index_ + " MATCH " + value(sql_.match));
    if (sql_.match.empty() && !words_.unwanted.empty()) {
      where("t.key NOT IN (SELECT rowid FROM " + index_ + " WHERE " + index_ + " MATCH " +
            value(in_columns(words_.unwanted)) + ")");
    }
    add_filters();
    if (!query_.after.empty()) {
      const auto cursor = parse_cursor(query_.after);
      if (!cursor || cursor->order != sql_.order)
        return bad_argument("this is no place where a page of this search ended");
      add_cursor(*cursor);
    }
    finish();
    return std::move(sql_);
  }

 private:
  std::string in_columns(const std::string& expression) const {
    return query_.articles ? expression : "{content} : (" + expression + ")";
  }

  std::string match_expression() const {
    std::string match;
    if (!words_.wanted.empty()) {
      match = "(" + words_.wanted + ")";
      if (!words_.unwanted.empty()) match += " NOT (" + words_.unwanted + ")";
      match = in_columns(match);
    }
    const std::string source = quote_words(query_.source);
    if (source.empty()) return match;
    const std::string by = "{source_name} : (" + source + ")";
    if (match.empty()) {
      return words_.unwanted.empty() ? by : "(" + by + ") NOT (" + in_columns(words_.unwanted) + ")";
    }
    return "(" + match + ") AND (" + by + ")";
  }

  // All of them, in any order: "Kabulov Zamir" finds "Zamir Kabulov".
  static std::string quote_words(const std::string& names) {
    const Result<QueryText> parsed = parse_query_text(names);
    return parsed ? parsed->wanted : quote_phrase(std::string_view(names).substr(0, kLongestQuery));
  }

  std::string value(SqlValue bound) {
    sql_.values.push_back(std::move(bound));
    return "?" + std::to_string(sql_.values.size());
  }

  void where(const std::string& condition) { where_ += (where_.empty() ? " WHERE " : " AND ") + condition; }

  // The first one drives, where no words do; the + keeps the others from using their index.
  void filter(const std::string& column, const std::string& condition) {
    where((std::exchange(driven_, true) ? "+t." : "t.") + column + condition);
  }

  void add_filters() {
    driven_ = !sql_.match.empty();
    if (!query_.cue.empty()) {
      const std::string cue = reading::plain_form(query_.cue);
      filter("cue_lemma", " IN (" + value(cue) + ", " + value(reading::lemma_of(cue, Upos::verb)) + ")");
    }
    if (!query_.outlet.empty()) {
      filter("outlet", " IN (SELECT key FROM outlet WHERE folded = " +
                           value(reading::normal_form(query_.outlet)) + ")");
    }
    if (!query_.cue_class.empty()) filter("cue_class", " = " + value(query_.cue_class));
    if (!query_.act.empty()) filter("speech_act", " = " + value(query_.act));
    if (!query_.commitment.empty()) filter("commitment", " = " + value(query_.commitment));
    // Days are the second part of each index, so that they narrow whatever drives.
    const std::string day = sql_.match.empty() ? "t.day" : "+t.day";
    if (!query_.from.empty()) where(day + " >= " + value(*day_bound(query_.from)));
    if (!driven_ && query_.from.empty() && query_.to.empty()) where("t.day >= ''");  // then the days alone do
    // '~' comes behind all that may follow: "2016-12" lets "2016-12-31" in. Without a date is before all
    // dates.
    if (!query_.to.empty()) {
      where(day + " <= " + value(*day_bound(query_.to) + "~"));
      if (query_.from.empty()) where(day + " > ''");
    }
  }

  void add_cursor(const SearchCursor& cursor) {
    if (sql_.order == SearchOrder::best) {
      const std::string rank = value(cursor.rank);
      where("(" + rank_expression() + " > " + rank + " OR (" + rank_expression() + " = " + rank +
            " AND t.key > " + value(cursor.key) + "))");
    } else {
      where("(t.day, t.key) < (" + value(cursor.day) + ", " + value(cursor.key) + ")");
    }
  }

  std::string rank_expression() const {
    return query_.articles ? "bm25(article_search, 4.0, 1.0)" : "bm25(attribution_search, 1.0, 0.0)";
  }

  void finish() {
    const bool ranked = sql_.order == SearchOrder::best;
    const std::string rank = ranked ? rank_expression() : "0";
    std::string from = table_ + " t";
    // CROSS JOIN keeps SQLite from turning the order around.
    if (!sql_.match.empty()) from = index_ + " CROSS JOIN " + table_ + " t ON t.key = " + index_ + ".rowid";
    sql_.text = "SELECT t.key, t.day, " + rank + " AS rank_ FROM " + from + where_ +
                (ranked ? " ORDER BY rank_, t.key" : " ORDER BY t.day DESC, t.key DESC") + " LIMIT " +
                value(std::int64_t{query_.limit} + 1);  // one more tells whether there is a next page
  }

  const SearchQuery& query_;
  const QueryText words_;
  std::string table_, index_;
  std::string where_;
  bool driven_ = false;
  SearchSql sql_;
};

}  // namespace

std::string to_text(const SearchCursor& cursor) {
  if (cursor.order == SearchOrder::newest) return "n:" + cursor.day + ":" + std::to_string(cursor.key);
  // Bit by bit: a rank that is rounded would show a row twice or never.
  return "b:" + std::to_string(std::bit_cast<std::uint64_t>(cursor.rank)) + ":" + std::to_string(cursor.key);
}

std::optional<SearchCursor> parse_cursor(std::string_view text) {
  if (text.size() < 2 || text[1] != ':' || (text[0] != 'n' && text[0] != 'b')) return std::nullopt;
  const std::size_t colon = text.rfind(':');
  if (colon < 2) return std::nullopt;
  const std::string_view first = text.substr(2, colon - 2);
  const std::string_view last = text.substr(colon + 1);
  SearchCursor cursor;
  const auto key = std::from_chars(last.data(), last.data() + last.size(), cursor.key);
  if (key.ec != std::errc() || key.ptr != last.data() + last.size()) return std::nullopt;
  if (text[0] == 'n') {
    cursor.day = first;
    return cursor;
  }
  std::uint64_t bits = 0;
  const auto rank = std::from_chars(first.data(), first.data() + first.size(), bits);
  if (rank.ec != std::errc() || rank.ptr != first.data() + first.size()) return std::nullopt;
  cursor.order = SearchOrder::best;
  cursor.rank = std::bit_cast<double>(bits);
  return cursor;
}

Result<SearchSql> make_search_sql(const SearchQuery& query) {
  if (auto error = check(query)) return *std::move(error);
  for (const std::string* words : {&query.source, &query.outlet, &query.cue}) {
    if (words->size() > kLongestQuery) return bad_argument("a filter is too long");
  }
  Result<QueryText> words = parse_query_text(query.words);
  if (!words) return std::move(words).error();
  return Builder(query, *std::move(words)).build();
}

}  // namespace sayso::archive
