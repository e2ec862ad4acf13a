// The grammar of English time expressions: what stands at a place of the text, without regard to any date.
//
// Each reader takes the longest expression of its kind that starts at the cursor, or none. They look at a
// bounded number of lexemes, so that reading a whole text is linear.
#pragma once

#include <optional>

#include "reading/timex_cursor.h"
#include "reading/timex_form.h"

namespace sayso::reading {

// "Monday, Dec. 12, 2016", "12 December", "2016-12-12", "12/12/2016", "October 2015", "June"; timex_dates.cpp
std::optional<TimexMatch> read_date(Cursor cursor);
// "2003", "the 1990s", "the 19th century", "summer 2015", "the second quarter of 2016", "fiscal 2016";
// timex_years.cpp
std::optional<TimexMatch> read_year(Cursor cursor);
// "Monday", "last Tuesday", "Mondays", "every Friday"; timex_dates.cpp
std::optional<TimexMatch> read_weekday(Cursor cursor);
// "today", "last week", "the previous month", "that night", "the end of the year"; timex_relative.cpp
std::optional<TimexMatch> read_relative(Cursor cursor);
// "now", "recently", "soon", "at the time"; timex_relative.cpp
std::optional<TimexMatch> read_vague(Cursor cursor);
// "three weeks", "two-year", "more than two days ago", "the past two years"; timex_amounts.cpp
std::optional<TimexMatch> read_amount(Cursor cursor);
// "daily", "every two years", "twice a week"; timex_sets.cpp
std::optional<TimexMatch> read_set(Cursor cursor);
// "3 p.m.", "10:30 GMT", "noon"; timex_clock.cpp
std::optional<TimexMatch> read_clock(Cursor cursor);

// The month that stands here as a month and not as a word or a name; the cursor moves behind it and its full
// stop.
std::optional<unsigned> eat_month(Cursor& cursor);
// The year that stands here as one; the cursor moves behind it.
std::optional<int> eat_year(Cursor& cursor);
// "last year", "of the same year" behind a date: the years from that of the anchor.
struct YearOfDate {
  int shift = 0;
  Anchor anchor = Anchor::reference;
};
std::optional<YearOfDate> eat_relative_year(Cursor& cursor);
// "the first of" a month: 1..31 from "12th" or "twelfth".
std::optional<unsigned> eat_ordinal(Cursor& cursor);
// START, MID or END, from "early", "mid-", "late", "the end of", with what follows them; empty if none stands
// here.
std::string eat_stage(Cursor& cursor);
// Whether the word here is written small, or has a capital for another reason than being a name.
bool is_plain_word(const Cursor& cursor, std::ptrdiff_t steps = 0);
// Whether a noun phrase follows, so that "before" or "after" is its preposition.
bool starts_phrase(const Lexeme& lexeme);

// The longest of all these at the cursor, with a clock or a part of the day joined to a day, and both ends of
// a range; timex_grammar.cpp
std::optional<TimexMatch> read_timex(Cursor cursor);

}  // namespace sayso::reading
