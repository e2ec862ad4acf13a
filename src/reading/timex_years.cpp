// Years and what is larger or a part of them (timex_grammar.h).
#include "reading/calendar.h"
#include "reading/timex_grammar.h"
#include "reading/timex_lexicon.h"

namespace sayso::reading {
namespace {

TimexMatch fixed_match(std::size_t begin, const Cursor& end, std::string value) {
  TimexMatch match;
  match.begin = begin;
  match.end = end.at();
  match.form.kind = TimexForm::Kind::fixed;
  match.form.value = std::move(value);
  return match;
}

TimexMatch part_match(std::size_t begin, const Cursor& end, std::optional<int> year, std::string_view part) {
  TimexMatch match;
  match.begin = begin;
  match.end = end.at();
  match.form.year = year;
  match.form.part = part;
  return match;
}

bool counts_people(const Lexeme& lexeme) {
  return lexeme.lower == "people" || lexeme.lower == "men" || lexeme.lower == "women" ||
         lexeme.lower == "children" || lexeme.lower == "troops" || lexeme.lower == "soldiers" ||
         lexeme.lower == "voters";
}

bool is_plural_noun(const Lexeme& lexeme) {
  return (lexeme.tag == Upos::noun && lexeme.lower.ends_with('s')) || counts_people(lexeme);
}

// What a year stands behind: "in 2003", "the 2016 election", "(2003)".
bool is_year_context(const Cursor& cursor) {
  const Lexeme& before = cursor.peek(-1);
  if (is_time_preposition(before.lower)) return true;
  return cursor.is_any(
             {"the", "early", "late", "mid", "year", "fiscal", "his", "her", "its", "their", "s", "and"},
             -1) ||
         month_named(before.lower).has_value() || !season_named(before.lower).empty();
}

// "the 1990s", "1990's", "the '90s", "the nineties", each with "early", "mid-", "late" in front
std::optional<TimexMatch> read_decade(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool the = cursor.eat_word("the");
  const std::string stage = eat_stage(cursor);
  if (!the && !stage.empty()) cursor.eat_word("the");
  const auto finish = [&](const Cursor& end, const std::string& value) {
    TimexMatch match = fixed_match(begin, end, value);
    match.form.mod = stage;
    return match;
  };
  if (const auto tens = decade_named(cursor.word()); tens && the) {
    cursor.skip();
    return finish(cursor, "19" + std::to_string(*tens));
  }
  const bool short_form = cursor.is_mark('\'') && cursor.number(2, 2, 1);
  if (short_form) cursor.skip();
  const std::optional<int> number = short_form ? cursor.eat_number(2, 2) : cursor.eat_number(4, 4);
  if (!number || *number % 10 != 0) return std::nullopt;
  if (cursor.is_mark('\'') && cursor.peek().glued) cursor.skip();
  if (!cursor.peek().glued || !cursor.eat_word("s")) return std::nullopt;
  if (short_form) return finish(cursor, (*number >= 30 ? "19" : "20") + std::to_string(*number / 10));
  if (*number < 1000 || *number > 2990) return std::nullopt;
  return finish(cursor, std::to_string(*number / 10));
}

// "the 19th century", "the nineteenth century"; the value's two digits are the years' first ones
std::optional<TimexMatch> read_century(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool the = cursor.eat_word("the");
  const std::string stage = eat_stage(cursor);
  if (!the) cursor.eat_word("the");
  std::optional<unsigned> number;
  if (const auto digits = cursor.eat_number(1, 2)) {
    if (!cursor.peek().glued || ordinal_named(cursor.word()) != 0U) return std::nullopt;
    cursor.skip();
    number = static_cast<unsigned>(*digits);
  } else {
    number = eat_ordinal(cursor);
  }
  if (!number || *number < 1 || *number > 30) return std::nullopt;
  cursor.eat_mark('-');
  if (!cursor.eat_any({"century", "centuries"})) return std::nullopt;
  const std::string value = std::to_string(*number - 1);
  TimexMatch match = fixed_match(begin, cursor, value.size() < 2 ? "0" + value : value);
  match.form.mod = stage;
  return match;
}

// "summer 2015", "the summer of 2015", "in the spring"
std::optional<TimexMatch> read_season(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool behind_preposition =
      cursor.is_any({"in", "by", "since", "until", "during", "over", "through", "of"}, -1);
  const bool the = cursor.eat_word("the");
  const std::string stage = eat_stage(cursor);
  if (!the && !stage.empty()) cursor.eat_word("the");
  const std::string_view season = season_named(cursor.word());
  if (season.empty() || cursor.peek().tag == Upos::verb) return std::nullopt;
  const bool named = !is_plain_word(cursor);  // "the Arab Spring"
  cursor.skip();
  Cursor dated = cursor;
  const bool of = dated.eat_word("of");
  if (!of) dated.eat_mark(',');
  std::optional<int> year = dated.number(4, 4);
  if (year && *year >= 1500 && *year < 2100) {
    dated.skip();
  } else {
    year = std::nullopt;
    if (named || of || !behind_preposition || (!the && stage.empty() && cursor.is_mark('-')))
      return std::nullopt;
    if (starts_phrase(cursor.peek()) && cursor.peek().tag == Upos::noun) return std::nullopt;
    dated = cursor;
  }
  TimexMatch match = part_match(begin, dated, year, season);
  match.form.mod = stage;
  return match;
}

// "the second quarter of 2016", "the first half", "Q3 2016"; a bare "quarter" may be one of a match
std::optional<TimexMatch> read_quarter(Cursor cursor) {
  const std::size_t begin = cursor.at();
  std::string part;
  if (cursor.is_word("q") && cursor.peek(1).glued && cursor.number(1, 1, 1)) {
    part = "Q" + cursor.word(1);
    cursor.skip(2);
  } else {
    cursor.eat_word("the");
    const std::optional<unsigned> number = eat_ordinal(cursor);
    cursor.eat_mark('-');
    if (!number) return std::nullopt;
    if (cursor.eat_word("quarter"))
      part = "Q" + std::to_string(*number);
    else if (cursor.eat_word("half"))
      part = "H" + std::to_string(*number);
    else
      return std::nullopt;
  }
  if (part[1] < '1' || part[1] > (part[0] == 'Q' ? '4' : '2') || part.size() != 2) return std::nullopt;
  Cursor dated = cursor;
  const bool of = dated.eat_word("of");
  if (of && dated.eat_any({"this", "last", "next", "the"}) && dated.eat_word("year")) {
    TimexMatch match = part_match(begin, dated, std::nullopt, part);
    if (dated.is_word("last", -2))
      match.form.direction = Direction::last;
    else if (dated.is_word("next", -2))
      match.form.direction = Direction::next;
    else
      match.form.direction = Direction::current;
    return match;
  }
  if (const auto year = eat_year(dated)) return part_match(begin, dated, year, part);
  if (of || part[0] == 'H') return std::nullopt;
  return part_match(begin, cursor, std::nullopt, part);
}

// "2015-16", "2001-2014": the first year, with the second as its range
void read_year_range(Cursor cursor, TimexMatch& match) {
  if (!cursor.eat_mark('-') && !cursor.eat_mark('/')) return;
  if (!cursor.peek().glued && cursor.peek(-1).glued) return;
  const int year = *match.form.year;
  std::optional<int> last = cursor.number(4, 4);
  if (const auto digits = cursor.number(2, 2))
    last = year - year % 100 + *digits + (*digits < year % 100 ? 100 : 0);
  if (!last || *last <= year || *last > year + 200) return;
  // "2015-11-2": a date that does not exist
  if (cursor.is_mark('-', 1) && cursor.peek(2).kind == LexemeKind::number) return;
  match.until = match.form;
  match.until->year = last;
  match.end = cursor.at() + 1;
}

}  // namespace

std::optional<int> eat_year(Cursor& cursor) {
  const std::optional<int> year = cursor.number(4, 4);
  if (!year || *year < 1000 || *year > 2199) return std::nullopt;
  if (cursor.peek().glued && cursor.peek(-1).kind == LexemeKind::word) return std::nullopt;  // "runner2016"
  // '\1' stands for the signs beyond ASCII, those of other currencies among them.
  if (cursor.is_mark('$', -1) || cursor.is_mark('\1', -1) || cursor.is_mark('#', -1)) return std::nullopt;
  Cursor next = cursor;
  next.skip();
  const Lexeme& behind = next.peek();
  if (behind.glued && (behind.kind == LexemeKind::word || next.is_mark('%') || next.is_mark(':')))
    return std::nullopt;
  if (next.is_any(
          {"percent", "per", "hours", "miles", "feet", "meters", "metres", "dollars", "kilometers"}) ||
      unit_named(next.word())) {
    return std::nullopt;
  }
  const bool context = is_year_context(cursor);
  const bool recent = *year >= 1900 && *year < 2050;
  if (!recent && !context) return std::nullopt;
  if (is_plural_noun(behind) &&
      ((*year % 100 == 0 && !cursor.is_word("the", -1)) || !recent || counts_people(behind))) {
    return std::nullopt;
  }
  if (!recent && cursor.is_any({"the", "about", "around", "for", "to", "up", "and", "of"}, -1) &&
      (behind.tag == Upos::noun || behind.tag == Upos::adj || behind.tag == Upos::propn)) {
    return std::nullopt;
  }
  cursor = next;
  return year;
}

std::optional<TimexMatch> read_year(Cursor cursor) {
  std::optional<TimexMatch> match = read_decade(cursor);
  if (!match) match = read_century(cursor);
  if (!match) match = read_season(cursor);
  if (!match) match = read_quarter(cursor);
  if (match) return match;
  const std::size_t begin = cursor.at();
  if (cursor.eat_word("fiscal")) cursor.eat_word("year");
  const std::optional<int> year = eat_year(cursor);
  if (!year) return std::nullopt;
  TimexMatch bare = part_match(begin, cursor, year, "");
  read_year_range(cursor, bare);
  return bare;
}

}  // namespace sayso::reading
