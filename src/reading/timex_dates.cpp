// Dates by the calendar, and weekdays (timex_grammar.h).
#include "reading/calendar.h"
#include "reading/timex_grammar.h"
#include "reading/timex_lexicon.h"

namespace sayso::reading {
namespace {

constexpr int kLeapYear = 2000;  // has every day that any year has

bool is_day_of(unsigned month, unsigned day, std::optional<int> year) {
  return make_date(year.value_or(kLeapYear), month, day).has_value();
}

// A number that is a day of the month: "12", "12th"; not the start of a clock's time, a percentage or a
// score.
std::optional<unsigned> eat_day(Cursor& cursor) {
  Cursor next = cursor;
  const std::optional<int> day = next.eat_number(1, 2);
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  if (next.peek().glued && next.peek().kind == LexemeKind::word) {
    if (ordinal_named(next.word()) != 0U) return std::nullopt;
    next.skip();
  }
  if (next.is_mark('%') || (next.is_mark(':') && next.peek().glued && next.number(2, 2, 1)))
    return std::nullopt;
  cursor = next;
  return static_cast<unsigned>(*day);
}

// ", 2016" or "2016" behind a date.
std::optional<int> eat_year_of_date(Cursor& cursor) {
  Cursor next = cursor;
  const bool comma = next.eat_mark(',');
  const std::optional<int> year = next.number(4, 4);
  if (!year || *year < 1000 || *year > 2999) return std::nullopt;
  next.skip();
  // "On May 4, 2000 people came" has no year.
  if (comma && *year % 100 == 0 && next.peek().tag == Upos::noun) return std::nullopt;
  cursor = next;
  return year;
}

// "Monday," or "Mon." in front of a date, which may stand in brackets.
unsigned eat_weekday_of_date(Cursor& cursor) {
  const std::optional<WeekdayName> name = weekday_named(cursor.word());
  if (!name || name->plural) return 0;
  cursor.skip();
  cursor.eat_mark('.');
  if (!cursor.eat_mark(',')) cursor.eat_mark('(');
  cursor.eat_word("the");
  return name->weekday;
}

TimexMatch date_match(std::size_t begin, const Cursor& end, std::optional<int> year, unsigned month,
                      unsigned day) {
  TimexMatch match;
  match.begin = begin;
  match.end = end.at();
  match.form.year = year;
  match.form.month = month;
  match.form.day = day;
  return match;
}

// "12-14" behind a month: the days of a range.
void read_day_range(Cursor cursor, TimexMatch& match) {
  if (!cursor.eat_mark('-')) return;
  const std::optional<unsigned> last = eat_day(cursor);
  if (!last || *last <= match.form.day) return;
  const std::optional<int> year = eat_year_of_date(cursor);
  if (!is_day_of(match.form.month, *last, year)) return;
  if (year) match.form.year = year;
  match.until = match.form;
  match.until->day = *last;
  match.end = cursor.at();
}

// The attacks of 2001 are called by their day alone.
bool is_about_attacks(const Cursor& cursor) {
  return cursor.is_any({"attacks", "attack", "terror", "terrorist", "hijackers", "hijackings"});
}

std::optional<TimexMatch> read_month_first(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const std::optional<unsigned> month = eat_month(cursor);
  if (!month) return std::nullopt;
  Cursor next = cursor;
  const std::optional<unsigned> day = eat_day(next);
  if (day &&
      !is_day_of(*month, *day, std::nullopt)) {  // "February 30, 2016": all that can be meant is the month
    const std::optional<int> year = eat_year_of_date(next);
    return date_match(begin, next, year, *month, 0);
  }
  if (!day) {
    Cursor of = cursor;
    of.eat_word("of");
    std::optional<int> year = eat_year_of_date(of);
    return date_match(begin, year ? of : cursor, year, *month, 0);
  }
  Cursor behind = next;
  const std::optional<int> year = eat_year_of_date(behind);
  if (year && is_day_of(*month, *day, year)) return date_match(begin, behind, year, *month, *day);
  TimexMatch match = date_match(begin, next, std::nullopt, *month, *day);
  if (*month == 9 && *day == 11 && is_about_attacks(next)) match.form.year = 2001;
  read_day_range(next, match);
  return match;
}

std::optional<TimexMatch> read_day_first(Cursor cursor) {
  const std::size_t begin = cursor.at();
  std::optional<unsigned> day = eat_day(cursor);
  if (!day) day = eat_ordinal(cursor);
  if (!day) return std::nullopt;
  cursor.eat_word("of");
  const std::optional<unsigned> month = eat_month(cursor);
  if (!month || !is_day_of(*month, *day, std::nullopt)) return std::nullopt;
  Cursor behind = cursor;
  const std::optional<int> year = eat_year_of_date(behind);
  if (year && is_day_of(*month, *day, year)) return date_match(begin, behind, year, *month, *day);
  return date_match(begin, cursor, std::nullopt, *month, *day);
}

// "2016-12-12", "12/12/2016" with the month first unless it can be none, "12.12.2016" with the day first.
std::optional<TimexMatch> read_numeric(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const auto digits = [&](std::ptrdiff_t steps) {
    const Lexeme& lexeme = cursor.peek(steps);
    const bool fits =
        lexeme.kind == LexemeKind::number && lexeme.span.size() <= 4 && (steps == 0 || lexeme.glued);
    return fits ? std::stoi(lexeme.lower) : -1;
  };
  const char mark = cursor.peek(1).mark;
  if (!cursor.peek(1).glued || cursor.peek(1).kind != LexemeKind::mark) return std::nullopt;
  if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
  const int a = digits(0);
  const int b = digits(2);
  if (a < 0 || b < 0) return std::nullopt;
  const bool sixth_glued = cursor.peek(3).glued && cursor.is_mark(mark, 3);
  const int c = sixth_glued ? digits(4) : -1;
  if (c < 0) {
    // "9/11" is that of 2001; any other "a/b" is more often a fraction or a score.
    if (mark != '/' || a != 9 || b != 11) return std::nullopt;
    Cursor end = cursor;
    end.skip(3);
    return date_match(begin, end, 2001, 9, 11);
  }
  std::optional<Date> date;
  if (cursor.peek().span.size() == 4) {
    if (mark != '.') date = make_date(a, static_cast<unsigned>(b), static_cast<unsigned>(c));
  } else if (cursor.peek(4).span.size() == 4 || (mark == '/' && cursor.peek(4).span.size() == 2)) {
    const int year = c >= 100 ? c : c + (c < 70 ? 2000 : 1900);
    const auto first = static_cast<unsigned>(a);
    const auto second = static_cast<unsigned>(b);
    if (mark != '.') date = make_date(year, first, second);
    if (!date) date = make_date(year, second, first);
  }
  if (!date) return std::nullopt;
  cursor.skip(5);
  return date_match(begin, cursor, year_of(*date), month_of(*date), static_cast<unsigned>(date->day()));
}

// Days that are called by a name and are the same everywhere.
std::optional<TimexMatch> read_feast(Cursor cursor) {
  const std::size_t begin = cursor.at();
  if (cursor.eat_word("christmas")) {
    if (cursor.eat_word("eve")) return date_match(begin, cursor, std::nullopt, 12, 24);
    if (cursor.eat_word("day")) return date_match(begin, cursor, std::nullopt, 12, 25);
    return std::nullopt;
  }
  if (!cursor.eat_word("new") || !cursor.eat_any({"year", "years"})) return std::nullopt;
  if (cursor.eat_mark('\'')) cursor.eat_word("s");
  if (cursor.eat_word("eve")) return date_match(begin, cursor, std::nullopt, 12, 31);
  if (cursor.eat_word("day")) return date_match(begin, cursor, std::nullopt, 1, 1);
  return std::nullopt;
}

// "on the 12th": of the month that the tense points at.
std::optional<TimexMatch> read_bare_day(Cursor cursor) {
  const std::size_t begin = cursor.at();
  if (!cursor.is_any({"on", "until", "by", "since"}, -1) || !cursor.eat_word("the")) return std::nullopt;
  const bool digits = cursor.peek().kind == LexemeKind::number && cursor.peek(1).glued;
  const std::optional<unsigned> day = eat_day(cursor);
  if (!digits || !day || cursor.peek(-1).kind != LexemeKind::word) return std::nullopt;
  if (cursor.peek().kind != LexemeKind::mark || cursor.is_mark('-')) return std::nullopt;
  return date_match(begin, cursor, std::nullopt, 0, *day);
}

bool is_part_of_name(const Cursor& cursor) {
  const Lexeme& here = cursor.peek();
  if (here.in_headline) return false;
  const Lexeme& before = cursor.peek(-1);
  const Lexeme& next = cursor.peek(1);
  if (before.capital && is_named_day_word(before.lower)) return true;
  if (here.capital && next.capital && !next.starts_sentence && is_newspaper_word(next.lower)) return true;
  // “Coast News Sunday,” is a programme.
  const auto closes = [&](std::ptrdiff_t steps) {
    return cursor.is_mark('"', steps) && cursor.peek(steps).glued;
  };
  const bool quote_ends = closes(1) || (next.kind == LexemeKind::mark && next.glued && closes(2));
  if (quote_ends && before.capital && !before.starts_sentence && before.tag == Upos::propn) return true;
  return here.in_long_name && !(next.lower.empty() && !before.in_long_name);
}

Direction eat_direction(Cursor& cursor) {
  if (cursor.eat_words({"this", "past"}) || cursor.eat_any({"last"})) return Direction::last;
  if (cursor.eat_words({"this", "coming"}) || cursor.eat_any({"next", "coming"})) return Direction::next;
  return cursor.eat_word("this") ? Direction::current : Direction::none;
}

// "Monday last", "Monday next"
Direction eat_direction_behind(Cursor& cursor) {
  if (starts_phrase(cursor.peek(1))) return Direction::none;
  if (cursor.eat_word("last")) return Direction::last;
  return cursor.eat_word("next") ? Direction::next : Direction::none;
}

}  // namespace

std::optional<unsigned> eat_ordinal(Cursor& cursor) {
  const std::optional<unsigned> ordinal = ordinal_named(cursor.word());
  if (ordinal && *ordinal > 0) {
    cursor.skip();
    return ordinal;
  }
  const std::optional<double> tens = number_named(cursor.word());
  if (!tens || (*tens != 20 && *tens != 30) || !cursor.is_mark('-', 1)) return std::nullopt;
  const std::optional<unsigned> ones = ordinal_named(cursor.word(2));
  if (!ones || *ones == 0 || *ones > 9) return std::nullopt;
  cursor.skip(3);
  return static_cast<unsigned>(*tens) + *ones;
}

std::optional<unsigned> eat_month(Cursor& cursor) {
  const Lexeme& here = cursor.peek();
  const std::optional<MonthName> name = month_named(here.lower);
  if (!name || here.in_person) return std::nullopt;
  if (!here.capital && (name->common || !name->full)) return std::nullopt;
  Cursor next = cursor;
  next.skip();
  const bool stop = !name->full && next.eat_mark('.');
  const bool number_behind = next.number(1, 2) || next.number(4, 4) ||
                             (next.is_mark(',') && next.number(4, 4, 1)) ||
                             (next.is_word("of") && next.number(4, 4, 1));
  const bool number_before = cursor.number(1, 2, -1) ||
                             (cursor.is_word("of", -1) && cursor.peek(-2).kind == LexemeKind::word) ||
                             (ordinal_named(cursor.word(-1)) && cursor.word(-1) != "second");
  const bool month_before = (cursor.is_mark(',', -1) || cursor.is_any({"and", "or", "to", "through"}, -1) ||
                             cursor.is_mark('-', -1)) &&
                            month_named(cursor.word(-2)).has_value() && cursor.peek(-2).capital;
  const bool time_word =
      is_time_preposition(cursor.word(-1)) ||
      cursor.is_any({"last", "this", "next", "early", "late", "mid", "every", "each"}, -1) ||
      cursor.is_mark('-', -1);
  const bool modifies =
      cursor.is_any({"the", "a", "s"}, -1) &&
      (next.peek().tag == Upos::noun || (next.peek().tag == Upos::adj && next.peek(1).tag == Upos::noun));
  const bool name_behind = next.peek().capital && !next.peek().starts_sentence && !here.in_headline &&
                           next.peek().tag == Upos::propn && !weekday_named(next.word());
  if (!number_behind && !number_before && !month_before) {
    if (!name->full && !(stop && time_word)) return std::nullopt;
    if (name->common && !time_word && !modifies) return std::nullopt;
    if (name->common && here.tag == Upos::verb) return std::nullopt;
    const bool staged = cursor.is_any({"early", "late", "mid"}, -1) || cursor.is_mark('-', -1);
    if ((name_behind && !staged) || (here.in_long_name && !time_word)) return std::nullopt;
  }
  cursor = next;
  return name->month;
}

namespace {

std::optional<TimexMatch> read_full_date(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const auto read_from = [](Cursor from) {
    std::optional<TimexMatch> match = read_month_first(from);
    if (!match) match = read_day_first(from);
    if (!match) match = read_numeric(from);
    return match;
  };
  Cursor dated = cursor;
  if (const unsigned weekday = eat_weekday_of_date(dated)) {
    std::optional<TimexMatch> match = read_from(dated);
    if (match && match->form.day > 0) {
      match->begin = begin;
      match->form.weekday = weekday;
      if (Cursor(cursor.lexemes(), match->end).is_mark(')')) ++match->end;
      return match;
    }
  }
  if (cursor.is_word("the")) {
    Cursor behind = cursor;
    behind.skip();
    std::optional<TimexMatch> match = read_day_first(behind);
    if (match) match->begin = begin;
    return match ? match : read_bare_day(cursor);
  }
  std::optional<TimexMatch> match = read_from(cursor);
  return match ? match : read_feast(cursor);
}

}  // namespace

std::optional<TimexMatch> read_date(Cursor cursor) {
  std::optional<TimexMatch> match = read_full_date(cursor);
  if (!match || match->until || match->form.year || match->form.month == 0) return match;
  Cursor behind(cursor.lexemes(), match->end);
  if (const std::optional<YearOfDate> year = eat_relative_year(behind)) {
    match->form.year_shift = year->shift;
    match->form.anchor = year->anchor;
    match->end = behind.at();
  }
  return match;
}

std::optional<TimexMatch> read_weekday(Cursor cursor) {
  TimexMatch match;
  match.begin = cursor.at();
  TimexForm& form = match.form;
  form.kind = TimexForm::Kind::weekday;
  form.direction = eat_direction(cursor);
  const std::optional<WeekdayName> name = weekday_named(cursor.word());
  if (!name || name->common || cursor.peek().in_person) return std::nullopt;
  if (!cursor.peek().capital && !name->full) return std::nullopt;
  if (is_part_of_name(cursor)) return std::nullopt;
  if (name->plural) {
    if (form.direction != Direction::none) return std::nullopt;
    form.kind = TimexForm::Kind::set;
    form.value = "XXXX-WXX-" + std::to_string(name->weekday);
  }
  form.weekday = name->weekday;
  const bool any_one = cursor.is_any({"one", "any", "some"}, -1);
  cursor.skip();
  if (!name->full && !cursor.eat_mark('.')) return std::nullopt;
  // "on a Sunday" is no certain one, "a Sunday briefing" is.
  const bool indefinite =
      cursor.is_word("a", -2) && cursor.peek().tag != Upos::noun && cursor.peek().tag != Upos::adj;
  if (form.direction == Direction::none && !name->plural && (any_one || indefinite)) return std::nullopt;
  if (form.direction == Direction::none) form.direction = eat_direction_behind(cursor);
  match.end = cursor.at();
  return match;
}

}  // namespace sayso::reading
