// Times that are told from another time: from that of the article, or from the one that the text spoke of
// last (timex_grammar.h).
#include "reading/timex_grammar.h"
#include "reading/timex_lexicon.h"

namespace sayso::reading {
namespace {

using Kind = TimexForm::Kind;

TimexMatch unit_match(std::size_t begin, const Cursor& end, Unit unit, int shift, Anchor anchor) {
  TimexMatch match;
  match.begin = begin;
  match.end = end.at();
  match.form.kind = Kind::unit;
  match.form.unit = unit;
  match.form.shift = shift;
  match.form.anchor = anchor;
  return match;
}

// Which of the units a word in front of one points at.
struct Selector {
  int shift = 0;
  Anchor anchor = Anchor::reference;
  bool span_with_the =
      false;  // "the past year" is the twelve months before, "last year" a year of the calendar
};

std::optional<Selector> eat_selector(Cursor& cursor) {
  if (cursor.eat_words({"this", "past"}) || cursor.eat_any({"last", "past"}))
    return Selector{-1, Anchor::reference, true};
  if (cursor.eat_words({"this", "coming"}) || cursor.eat_any({"next", "coming", "upcoming"})) {
    return Selector{1, Anchor::reference, true};
  }
  if (cursor.eat_words({"that", "same"}) || cursor.eat_words({"this", "same"}) ||
      cursor.eat_any({"that", "same"})) {
    return Selector{0, Anchor::previous};
  }
  if (cursor.eat_any({"previous", "preceding", "prior"})) return Selector{-1, Anchor::previous};
  if (cursor.eat_any({"following", "ensuing"})) return Selector{1, Anchor::previous};
  if (cursor.eat_words({"this", "very"}) || cursor.eat_any({"this", "current"})) return Selector{};
  return std::nullopt;
}

Direction direction_of(const Selector& selector) {
  return selector.shift < 0 ? Direction::last : selector.shift > 0 ? Direction::next : Direction::current;
}

// "last summer", "next June", "this morning", "that night", "last night"
std::optional<TimexMatch> read_selected_name(std::size_t begin, Cursor cursor, const Selector& selector,
                                             bool the) {
  if (const std::string_view part = day_part_named(cursor.word()); !part.empty()) {
    const bool night_before = selector.shift < 0 && selector.anchor == Anchor::reference;
    if (night_before && part != "NI" && part != "EV") return std::nullopt;
    const bool next_one = selector.shift > 0 && the;  // "the next morning"
    if (selector.shift > 0 && selector.anchor == Anchor::reference && !next_one) return std::nullopt;
    cursor.skip();
    const Anchor anchor = next_one ? Anchor::previous : selector.anchor;
    TimexMatch match = unit_match(begin, cursor, Unit::day, selector.shift, anchor);
    match.form.clock = part;
    return match;
  }
  const std::string_view season = season_named(cursor.word());
  TimexMatch match;
  match.begin = begin;
  match.form.direction = direction_of(selector);
  match.form.anchor = selector.anchor;
  if (!season.empty() && cursor.peek().tag != Upos::verb) {
    match.form.part = season;
    cursor.skip();
  } else if (selector.anchor == Anchor::reference && cursor.peek().capital) {
    const std::optional<unsigned> month = eat_month(cursor);
    if (!month || cursor.peek().kind == LexemeKind::number) return std::nullopt;
    match.form.month = *month;
  } else {
    return std::nullopt;
  }
  match.end = cursor.at();
  return match;
}

// "last week", "this year", "the previous month", "the past year", "that same day"
std::optional<TimexMatch> read_selected(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool the = cursor.eat_word("the");
  const std::optional<Selector> selector = eat_selector(cursor);
  if (!selector) return std::nullopt;
  const std::optional<UnitName> unit = unit_named(cursor.word());
  if (!unit) return read_selected_name(begin, cursor, *selector, the);
  if (unit->plural || unit->count != 1 || !is_plain_word(cursor)) return std::nullopt;
  const bool past = selector->span_with_the && cursor.is_word("past", -1) && !cursor.is_word("this", -2);
  cursor.skip();
  if (cursor.is_mark('-') && cursor.peek().glued) return std::nullopt;  // "last-minute", "this year-end"
  const bool duration = selector->span_with_the && (the || past);
  if (unit->unit < Unit::day && !duration) return std::nullopt;
  if (unit->unit == Unit::day && selector->anchor == Anchor::reference && !duration) {
    return std::nullopt;  // "this day" means more than the date
  }
  if (unit->unit == Unit::day && duration && selector->shift > 0) {
    return unit_match(begin, cursor, Unit::day, 1, Anchor::previous);  // "the next day"
  }
  if (!duration || unit->unit == Unit::weekend) {
    TimexMatch match = unit_match(begin, cursor, unit->unit, selector->shift, selector->anchor);
    match.form.direction = direction_of(*selector);
    return match;
  }
  if (unit->unit == Unit::minute || (unit->unit == Unit::day && !past))
    return std::nullopt;  // "the last minute"
  TimexMatch match = unit_match(begin, cursor, unit->unit, selector->shift, Anchor::reference);
  match.form.kind = Kind::duration;
  return match;
}

// "the day before yesterday", "the day before", "the week after": what stands alone counts from the time
// before
std::optional<TimexMatch> read_day_before(Cursor cursor) {
  const std::size_t begin = cursor.at();
  if (!cursor.eat_word("the")) return std::nullopt;
  const std::optional<UnitName> unit = unit_named(cursor.word());
  if (!unit || unit->plural || unit->unit < Unit::day) return std::nullopt;
  cursor.skip();
  const bool before = cursor.is_word("before");
  if (!cursor.eat_any({"before", "after"})) return std::nullopt;
  if (unit->unit == Unit::day && cursor.eat_word(before ? "yesterday" : "tomorrow")) {
    return unit_match(begin, cursor, Unit::day, before ? -2 : 2, Anchor::reference);
  }
  if (unit->unit == Unit::week && cursor.eat_any({"last", "next"})) {
    return unit_match(begin, cursor, Unit::week, before ? -2 : 2, Anchor::reference);
  }
  if (starts_phrase(cursor.peek())) return std::nullopt;
  return unit_match(begin, cursor, unit->unit, before ? -1 : 1, Anchor::previous);
}

// "today", "yesterday", "tomorrow", "tonight"
std::optional<TimexMatch> read_deictic_day(Cursor cursor) {
  const std::size_t begin = cursor.at();
  if (!is_plain_word(cursor)) return std::nullopt;
  if (cursor.eat_word("tonight")) {
    TimexMatch match = unit_match(begin, cursor, Unit::day, 0, Anchor::reference);
    match.form.clock = "NI";
    return match;
  }
  if (cursor.eat_word("today")) return unit_match(begin, cursor, Unit::day, 0, Anchor::reference);
  if (cursor.eat_word("yesterday")) return unit_match(begin, cursor, Unit::day, -1, Anchor::reference);
  if (cursor.eat_word("tomorrow")) return unit_match(begin, cursor, Unit::day, 1, Anchor::reference);
  return std::nullopt;
}

// "over the weekend", "earlier in the day", "the end of the year", "the year's end"
std::optional<TimexMatch> read_with_the(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool in_front = cursor.is_any({"over", "at", "on", "during", "of"}, -1);
  if (cursor.is_any({"earlier", "later", "early", "late"}) && cursor.is_word("in", 1) &&
      cursor.is_word("the", 2)) {
    const std::string stage = cursor.is_word("early") ? "START" : cursor.is_word("late") ? "END" : "";
    cursor.skip(3);
    if (const std::string_view part = day_part_named(cursor.word()); !part.empty()) {
      cursor.skip();
      TimexMatch match = unit_match(begin, cursor, Unit::day, 0, Anchor::previous);
      match.form.clock = part;
      match.form.mod = stage;
      return match;
    }
    const std::optional<UnitName> unit = unit_named(cursor.word());
    if (!unit || unit->plural || unit->unit < Unit::day) return std::nullopt;
    cursor.skip();
    const Anchor anchor = unit->unit == Unit::day ? Anchor::previous : Anchor::reference;
    TimexMatch match = unit_match(begin, cursor, unit->unit, 0, anchor);
    match.form.mod = stage;
    return match;
  }
  if (cursor.is_any({"year", "month"}) && cursor.is_mark('\'', 1) && cursor.is_word("s", 2) &&
      cursor.is_word("end", 3)) {
    const Unit unit = cursor.is_word("year") ? Unit::year : Unit::month;
    cursor.skip(4);
    TimexMatch match = unit_match(begin, cursor, unit, 0, Anchor::reference);
    match.form.mod = "END";
    return match;
  }
  if (in_front && cursor.eat_words({"the", "weekend"}) && cursor.peek().tag != Upos::noun) {
    return unit_match(begin, cursor, Unit::weekend, 0, Anchor::reference);
  }
  const std::string stage = eat_stage(cursor);
  if (stage.empty() || !cursor.eat_word("the")) return std::nullopt;
  const std::optional<UnitName> unit = unit_named(cursor.word());
  if (!unit || unit->plural || unit->unit <= Unit::day) return std::nullopt;  // "at the end of the day"
  cursor.skip();
  TimexMatch match = unit_match(begin, cursor, unit->unit, 0, Anchor::reference);
  match.form.mod = stage;
  return match;
}

TimexMatch reference_match(std::size_t begin, std::size_t end, std::string_view value) {
  TimexMatch match;
  match.begin = begin;
  match.end = end;
  match.form.kind = Kind::fixed;
  match.form.value = value;
  return match;
}

// "in recent weeks", "in the coming days"
std::optional<TimexMatch> read_vague_units(Cursor cursor) {
  const std::size_t begin = cursor.at();
  if (cursor.is_any({"the", "these"})) cursor.skip();
  const bool these = cursor.is_word("these", -1) && cursor.at() > begin;
  const bool recent = cursor.is_word("recent");
  const bool coming = cursor.is_any({"coming", "upcoming"});
  if (recent || coming) cursor.skip();
  const std::optional<UnitName> unit = unit_named(cursor.word());
  if (!unit || !unit->plural) return std::nullopt;
  if (recent) return reference_match(begin, cursor.at() + 1, "PAST_REF");
  if (coming) return reference_match(begin, cursor.at() + 1, "FUTURE_REF");
  if (these && unit->unit == Unit::day) return reference_match(begin, cursor.at() + 1, "PRESENT_REF");
  return std::nullopt;
}

// "at the time", "at present", "in the past", "in the near future"
std::optional<TimexMatch> read_vague_phrase(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool behind_in = cursor.is_word("in", -1);
  if (cursor.eat_words({"at", "the", "moment"}) || cursor.eat_words({"at", "present"})) {
    return reference_match(begin, cursor.at(), "PRESENT_REF");
  }
  if (cursor.eat_words({"at", "that", "time"}) || cursor.eat_words({"at", "the", "time"})) {
    if (cursor.is_any({"of", "that", "when"})) return std::nullopt;
    TimexMatch match = reference_match(begin, cursor.at(), "");
    match.form.kind = Kind::that_time;
    return match;
  }
  if (!behind_in) return std::nullopt;
  if (cursor.eat_words({"the", "past"}) && !starts_phrase(cursor.peek())) {
    return reference_match(begin, cursor.at(), "PAST_REF");
  }
  if (cursor.eat_words({"the", "future"}) || cursor.eat_words({"the", "near", "future"})) {
    return reference_match(begin, cursor.at(), "FUTURE_REF");
  }
  return std::nullopt;
}

}  // namespace

std::optional<YearOfDate> eat_relative_year(Cursor& cursor) {
  Cursor next = cursor;
  next.eat_word("of");
  next.eat_word("the");
  const std::optional<Selector> selector = eat_selector(next);
  if (!selector || !next.eat_word("year")) return std::nullopt;
  cursor = next;
  return YearOfDate{selector->shift, selector->anchor};
}

std::optional<TimexMatch> read_relative(Cursor cursor) {
  std::optional<TimexMatch> match = read_deictic_day(cursor);
  if (!match) match = read_selected(cursor);
  if (!match) match = read_day_before(cursor);
  if (!match) match = read_with_the(cursor);
  if (match) return match;
  // "earlier this week", "late last year", "mid-2015", "the beginning of next month", "early October"
  const std::size_t begin = cursor.at();
  std::string stage;
  if (!cursor.eat_any({"earlier", "later"})) stage = eat_stage(cursor);
  if (cursor.at() == begin) return std::nullopt;
  cursor.eat_any({"on", "in"});
  if (!(match = read_date(cursor)) && !(match = read_weekday(cursor)) &&
      !(match = read_deictic_day(cursor)) && !(match = read_selected(cursor)) &&
      !(match = read_year(cursor))) {
    return std::nullopt;
  }
  if (match->until || match->form.kind == Kind::duration || match->form.kind == Kind::set)
    return std::nullopt;
  match->begin = begin;
  match->form.mod = stage;
  return match;
}

std::optional<TimexMatch> read_vague(Cursor cursor) {
  const std::size_t begin = cursor.at();
  std::optional<TimexMatch> match = read_vague_phrase(cursor);
  if (!match) match = read_vague_units(cursor);
  if (match || !is_plain_word(cursor)) return match;
  const Lexeme& here = cursor.peek();
  const bool joined = cursor.is_any({"after", "before", "as", "that"}, 1) || cursor.is_mark('-', 1);
  if (here.lower == "now" && here.tag != Upos::intj && !joined && !cursor.is_word("every", -1)) {
    return reference_match(begin, begin + 1, "PRESENT_REF");
  }
  if (cursor.is_any({"currently", "nowadays", "presently"}))
    return reference_match(begin, begin + 1, "PRESENT_REF");
  if (cursor.is_any({"recently", "lately"})) return reference_match(begin, begin + 1, "PAST_REF");
  if (cursor.is_any({"soon", "shortly"}) && !joined && !cursor.is_any({"as", "too"}, -1)) {
    return reference_match(begin, begin + 1, "FUTURE_REF");
  }
  return std::nullopt;
}

}  // namespace sayso::reading
