#include "reading/timex_grammar.h"

#include <algorithm>
#include <array>

#include "reading/timex_lexicon.h"

namespace sayso::reading {
namespace {

using Kind = TimexForm::Kind;

bool is_day(const TimexMatch& match) {
  if (match.until || !match.form.clock.empty()) return false;
  const TimexForm& form = match.form;
  return (form.kind == Kind::calendar && form.day > 0) || form.kind == Kind::weekday ||
         (form.kind == Kind::unit && form.unit == Unit::day);
}

// Of two readings the longer one; the first where they are as long.
void take_longer(std::optional<TimexMatch>& best, std::optional<TimexMatch> other) {
  if (other && (!best || other->end > best->end)) best = std::move(other);
}

std::optional<TimexMatch> read_day_or_wider(Cursor cursor) {
  std::optional<TimexMatch> match = read_date(cursor);
  take_longer(match, read_weekday(cursor));
  take_longer(match, read_relative(cursor));
  take_longer(match, read_year(cursor));
  return match;
}

// "Monday night", "Dec. 12 at 3 p.m.", "tomorrow, noon": a time of day behind its day
void join_clock_behind(Cursor cursor, TimexMatch& match) {
  std::string_view part = day_part_named(cursor.word());
  if (part.empty() && match.form.kind == Kind::weekday &&
      cursor.word().ends_with('s')) {  // "on Monday nights"
    part = day_part_named(cursor.word().substr(0, cursor.word().size() - 1));
    if (!part.empty()) {
      match.form.kind = Kind::set;
      match.form.value = "XXXX-WXX-" + std::to_string(match.form.weekday);
    }
  }
  if (!part.empty() && is_plain_word(cursor)) {
    match.form.clock = part;
    match.end = cursor.at() + 1;
    cursor.skip();
  }
  cursor.eat_mark(',');
  const bool at = cursor.eat_any({"at", "around", "about"});
  if (!at && !cursor.peek().glued && cursor.peek().kind == LexemeKind::word &&
      !cursor.is_any({"noon", "midnight"})) {
    return;
  }
  if (const auto clock = read_clock(cursor)) {
    match.form.clock = clock->form.clock;
    match.end = clock->end;
  }
}

// "3 p.m. on Monday", "noon Tuesday", "the morning of Feb. 28": a time of day in front of its day
std::optional<TimexMatch> read_clock_and_day(Cursor cursor) {
  const std::size_t begin = cursor.at();
  std::optional<TimexMatch> match = read_clock(cursor);
  bool of = false;
  if (!match) {
    cursor.eat_word("the");
    const std::string_view part = day_part_named(cursor.word());
    if (part.empty() || !cursor.is_word("of", 1)) return std::nullopt;
    match = TimexMatch{begin, cursor.at() + 1, {}, {}, false};
    match->form.clock = part;
    of = true;
  }
  Cursor behind(cursor.lexemes(), match->end);
  if (!behind.eat_any({"on", "of"})) behind.eat_mark(',');
  std::optional<TimexMatch> day = read_day_or_wider(behind);
  if (!day || !is_day(*day)) return of ? std::nullopt : match;
  day->begin = begin;
  day->form.clock = match->form.clock;
  return day;
}

std::optional<TimexMatch> read_point(Cursor cursor) {
  std::optional<TimexMatch> match = read_day_or_wider(cursor);
  if (match && is_day(*match)) join_clock_behind(Cursor(cursor.lexemes(), match->end), *match);
  take_longer(match, read_clock_and_day(cursor));
  return match;
}

bool may_open_range(const TimexMatch& match) {
  if (match.until) return false;
  const Kind kind = match.form.kind;
  return kind == Kind::calendar || kind == Kind::weekday || kind == Kind::clock || kind == Kind::unit;
}

// Both ends say as much, but for a year or a weekday that one has for the other.
bool are_alike(const TimexForm& a, const TimexForm& b) {
  return a.kind == b.kind && (a.month > 0) == (b.month > 0) && (a.day > 0) == (b.day > 0) &&
         a.part.empty() == b.part.empty() && a.clock.empty() == b.clock.empty();
}

// "between 2001 and 2014", "from Monday to Friday"; without such a word in front "Monday-Friday", "May to
// July 2016". `first` is the point that the range begins with.
std::optional<TimexMatch> read_range(std::size_t begin, Cursor cursor, TimexMatch first) {
  const bool between = cursor.is_word("between", -1) && cursor.at() > begin;
  const bool from = !between && cursor.at() > begin;
  if (!may_open_range(first)) return std::nullopt;
  Cursor behind(cursor.lexemes(), first.end);
  if (between) {
    if (!behind.eat_word("and")) return std::nullopt;
  } else if (!behind.eat_any({"to", "through", "until", "till"}) && !behind.eat_mark('-')) {
    return std::nullopt;
  }
  std::optional<TimexMatch> last = read_point(behind);
  if (!last || !may_open_range(*last)) return std::nullopt;
  if (!are_alike(first.form, last->form)) {
    const bool relative = first.form.kind == Kind::unit || last->form.kind == Kind::unit;
    if (!(between || from) || relative) return std::nullopt;
  }
  if (!first.form.year && last->form.year && first.form.month <= last->form.month) {
    first.form.year = last->form.year;
  }
  first.begin = begin;
  first.end = last->end;
  first.until = last->form;
  return first;
}

// A point, or a range that begins with it.
std::optional<TimexMatch> read_point_or_range(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool opened = cursor.eat_any({"between", "from"});
  std::optional<TimexMatch> point = read_point(cursor);
  if (!point) return std::nullopt;
  std::optional<TimexMatch> range = read_range(begin, cursor, *point);
  if (opened || range) return range;
  return point;
}

// Most words of a text can open none of the expressions, which is soon seen.
bool may_open(const Lexeme& lexeme) {
  static constexpr std::array<std::string_view, 89> kOpeners = {
      "a",         "about",     "almost",    "an",       "approximately",
      "around",    "at",        "beginning", "between",  "christmas",
      "coming",    "current",   "currently", "daylong",  "decadelong",
      "dozens",    "each",      "earlier",   "early",    "end",
      "ensuing",   "every",     "fewer",     "fiscal",   "following",
      "from",      "half",      "hourlong",  "hundreds", "just",
      "last",      "late",      "lately",    "later",    "less",
      "little",    "mid",       "midday",    "middle",   "midnight",
      "monthlong", "more",      "multi",     "nearly",   "new",
      "next",      "no",        "noon",      "not",      "now",
      "nowadays",  "once",      "over",      "past",     "per",
      "preceding", "presently", "previous",  "prior",    "q",
      "quarter",   "recent",    "recently",  "roughly",  "same",
      "shortly",   "slightly",  "some",      "soon",     "start",
      "that",      "the",       "these",     "this",     "thousands",
      "today",     "tomorrow",  "tonight",   "twice",    "under",
      "up",        "upcoming",  "weekdays",  "weekends", "weeklong",
      "well",      "year",      "yearlong",  "yesterday"};
  static_assert(std::ranges::is_sorted(kOpeners));
  if (lexeme.kind == LexemeKind::number) return true;
  if (lexeme.kind == LexemeKind::mark) return lexeme.mark == '\'';
  const std::string_view word = lexeme.lower;
  return !word.empty() &&
         (std::ranges::binary_search(kOpeners, word) || month_named(word) || weekday_named(word) ||
          unit_named(word) || number_named(word) || ordinal_named(word) || is_open_number(word) ||
          !season_named(word).empty() || !frequency_named(word).empty());
}

}  // namespace

bool is_plain_word(const Cursor& cursor, std::ptrdiff_t steps) {
  const Lexeme& lexeme = cursor.peek(steps);
  if (lexeme.capital && cursor.is_mark('"', steps - 1) && cursor.is_mark('"', steps + 1))
    return false;  // a programme
  if (!lexeme.capital || lexeme.starts_sentence || lexeme.in_headline) return true;
  return cursor.is_mark('"', steps - 1) || cursor.is_mark('\'', steps - 1) || cursor.is_mark(':', steps - 1);
}

bool starts_phrase(const Lexeme& lexeme) {
  if (lexeme.kind == LexemeKind::mark) return false;
  switch (lexeme.tag) {
    case Upos::adj:
    case Upos::det:
    case Upos::noun:
    case Upos::num:
    case Upos::pron:
    case Upos::propn:
    case Upos::verb:
    case Upos::aux:
    case Upos::sym:
      return true;
    default:
      return false;
  }
}

std::string eat_stage(Cursor& cursor) {
  Cursor next = cursor;
  next.eat_word("the");
  if (next.is_word("of", 1)) {
    const bool start = next.is_any({"start", "beginning"});
    if (start || next.is_any({"middle", "end"})) {
      const std::string stage = start ? "START" : next.is_word("end") ? "END" : "MID";
      next.skip(2);
      cursor = next;
      return stage;
    }
  }
  next = cursor;
  const std::string stage = next.is_word("early") ? "START" : next.is_word("late") ? "END" : "MID";
  if (!next.eat_any({"early", "late", "mid"})) return "";
  next.eat_mark('-');
  cursor = next;
  return stage;
}

std::optional<TimexMatch> read_timex(Cursor cursor) {
  if (!may_open(cursor.peek())) return std::nullopt;
  std::optional<TimexMatch> match = read_set(cursor);
  take_longer(match, read_point_or_range(cursor));
  take_longer(match, read_amount(cursor));
  take_longer(match, read_vague(cursor));
  return match;
}

}  // namespace sayso::reading
