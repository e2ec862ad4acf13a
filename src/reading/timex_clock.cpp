// Times of the day (timex_grammar.h). The form's clock is what stands behind the T of a TIMEX3 time.
#include <cstdio>

#include "reading/timex_grammar.h"
#include "reading/timex_lexicon.h"

namespace sayso::reading {
namespace {

TimexMatch clock_match(std::size_t begin, const Cursor& end, std::string clock) {
  TimexMatch match;
  match.begin = begin;
  match.end = end.at();
  match.form.kind = TimexForm::Kind::clock;
  match.form.clock = std::move(clock);
  return match;
}

// 1 for "p.m." and its spellings, 0 for "a.m."
std::optional<int> eat_half_day(Cursor& cursor) {
  if (cursor.eat_word("am")) return 0;
  if (cursor.eat_word("pm")) return 1;
  const bool afternoon = cursor.is_word("p");
  if (!cursor.is_any({"a", "p"}) || !cursor.is_mark('.', 1) || !cursor.is_word("m", 2) ||
      !cursor.peek(2).glued) {
    return std::nullopt;
  }
  cursor.skip(3);
  if (cursor.is_mark('.') && cursor.peek().glued) cursor.skip();
  return afternoon ? 1 : 0;
}

// "GMT", "Eastern time", "local time"; "Z" where it is that of UTC
std::string eat_zone(Cursor& cursor) {
  if (cursor.eat_words({"local", "time"})) return "";
  if (!cursor.peek().capital) return "";
  const std::optional<std::string_view> zone = zone_named(cursor.word());
  if (!zone || (cursor.is_word("eastern") && !cursor.is_any({"time", "standard", "daylight"}, 1))) return "";
  cursor.skip();
  cursor.eat_any({"standard", "daylight"});
  cursor.eat_word("time");
  return std::string(*zone);
}

bool is_time_of_day_context(const Cursor& cursor) {
  return cursor.is_any(
             {"at", "by", "until", "till", "before", "after", "around", "about", "from", "since", "between"},
             -1) ||
         weekday_named(cursor.word(-1)).has_value();
}

}  // namespace

std::optional<TimexMatch> read_clock(Cursor cursor) {
  const std::size_t begin = cursor.at();
  const bool shows = is_time_of_day_context(cursor);
  if (cursor.is_any({"noon", "midday"}) && is_plain_word(cursor)) {
    return cursor.skip(), clock_match(begin, cursor, "12:00");
  }
  if (cursor.is_word("midnight") && is_plain_word(cursor)) {
    return cursor.skip(), clock_match(begin, cursor, "24:00");
  }

  int hours = 0;
  int minutes = 0;
  int seconds = -1;
  bool has_minutes = false;
  const Lexeme& first = cursor.peek();
  const bool four_digits = first.kind == LexemeKind::number && first.span.size() == 4;
  if (four_digits) {  // "1030 GMT"
    const int value = cursor.number(4, 4).value_or(9999);
    Cursor behind = cursor;
    behind.skip();
    if (!zone_named(behind.word()) || !behind.peek().capital) return std::nullopt;
    hours = value / 100;
    minutes = value % 100;
    has_minutes = true;
    cursor = behind;
  } else if (first.kind == LexemeKind::number && first.span.size() <= 2) {
    hours = std::atoi(first.lower.c_str());
    cursor.skip();
    const bool parted = (cursor.is_mark(':') || cursor.is_mark('.')) && cursor.peek().glued &&
                        cursor.peek(1).glued && cursor.peek(1).kind == LexemeKind::number &&
                        cursor.peek(1).span.size() == 2;
    if (parted) {
      const bool colon = cursor.is_mark(':');
      minutes = std::atoi(cursor.word(1).c_str());
      cursor.skip(2);
      has_minutes = true;
      if (colon && cursor.is_mark(':') && cursor.peek(1).glued) {
        if (const auto value = cursor.number(2, 2, 1)) {
          seconds = *value;
          cursor.skip(2);
        }
      }
      Cursor half_day = cursor;
      if (!colon && !eat_half_day(half_day) && !zone_named(cursor.word()))
        return std::nullopt;  // "7.30 percent"
    }
  } else if (const auto word = number_named(cursor.word());
             word && *word <= 12) {  // "three o'clock", "nine a.m."
    hours = static_cast<int>(*word);
    cursor.skip();
  } else {
    return std::nullopt;
  }

  const bool o_clock = cursor.is_word("o") && cursor.is_mark('\'', 1) && cursor.is_word("clock", 2);
  if (o_clock) cursor.skip(3);
  const std::optional<int> half_day = o_clock ? std::nullopt : eat_half_day(cursor);
  if (!half_day && !o_clock && !has_minutes) return std::nullopt;
  if (half_day) {
    if (hours < 1 || hours > 12) return std::nullopt;
    hours = hours % 12 + 12 * *half_day;
  }
  const Cursor before_zone = cursor;
  const std::string zone = eat_zone(cursor);
  const bool zoned = cursor.at() != before_zone.at();
  if (!half_day && !o_clock && !zoned && !four_digits && !shows)
    return std::nullopt;  // "won 10:30", "John 3:16"
  if (hours > 24 || minutes > 59 || seconds > 59 || (hours == 24 && minutes > 0)) return std::nullopt;
  char clock[48];
  std::snprintf(clock, sizeof clock, "%02d:%02d", hours, minutes);
  std::string value = clock;
  if (seconds >= 0) {
    std::snprintf(clock, sizeof clock, ":%02d", seconds);
    value += clock;
  }
  return clock_match(begin, cursor, value + zone);
}

}  // namespace sayso::reading
