// What happens again and again (timex_grammar.h). The value is the period, "P1D", or the days meant,
// "XXXX-WXX-2".
#include "reading/timex_grammar.h"
#include "reading/timex_lexicon.h"
#include "reading/timex_values.h"

namespace sayso::reading {
namespace {

TimexMatch set_match(std::size_t begin, std::size_t end, std::string value) {
  TimexMatch match;
  match.begin = begin;
  match.end = end;
  match.form.kind = TimexForm::Kind::set;
  match.form.value = std::move(value);
  return match;
}

std::string every_month(unsigned month) {
  return std::string("XXXX-") + (month < 10 ? "0" : "") + std::to_string(month);
}

// "every day", "each Tuesday", "every other week", "every four years", "every summer"
std::optional<TimexMatch> read_every(Cursor cursor) {
  const std::size_t begin = cursor.at();
  if (!cursor.eat_any({"every", "each"}) || !is_plain_word(cursor)) {
    if (!cursor.peek().capital) return std::nullopt;
  }
  if (cursor.at() == begin) return std::nullopt;
  Amount amount;
  if (cursor.eat_word("other")) {
    amount.count = 2;
  } else if (const auto word = number_named(cursor.word())) {
    amount.count = *word;
    cursor.skip();
  } else if (cursor.eat_word("few")) {
    amount.known = false;
  } else if (const auto number = cursor.eat_number(1, 3)) {
    amount.count = *number;
  }
  if (const auto unit = unit_named(cursor.word())) {
    if (unit->unit == Unit::weekend) return set_match(begin, cursor.at() + 1, "XXXX-WXX-WE");
    amount.count *= unit->count;
    return set_match(begin, cursor.at() + 1, duration_value(amount, unit->unit));
  }
  if (const auto day = weekday_named(cursor.word()); day && day->full) {
    TimexMatch match = set_match(begin, cursor.at() + 1, "XXXX-WXX-" + std::to_string(day->weekday));
    const std::string_view part = day_part_named(cursor.word(1));
    if (!part.empty()) {
      match.form.clock = part;
      ++match.end;
    }
    return match;
  }
  if (const auto part = day_part_named(cursor.word()); !part.empty()) {
    TimexMatch match = set_match(begin, cursor.at() + 1, "XXXX-XX-XX");
    match.form.clock = part;
    return match;
  }
  if (const auto season = season_named(cursor.word()); !season.empty()) {
    return set_match(begin, cursor.at() + 1, "XXXX-" + std::string(season));
  }
  if (const auto month = eat_month(cursor)) return set_match(begin, cursor.at(), every_month(*month));
  return std::nullopt;
}

// "$15 an hour", "40 hours a week", "three million a year": behind an amount, the article means "each"
bool is_behind_amount(const Cursor& cursor) {
  if (cursor.peek(-1).kind == LexemeKind::number) return true;
  const auto unit = unit_named(cursor.word(-1));
  return (unit && unit->plural) || cursor.is_mark('%', -1) ||
         cursor.is_any({"million", "billion", "trillion", "thousand", "hundred", "times", "dollars", "euros",
                        "pounds", "cents", "percent"},
                       -1);
}

// "twice a week", "three times a day", "once every four years", "per year"
std::optional<TimexMatch> read_rate(Cursor cursor) {
  const std::size_t begin = cursor.at();
  if (cursor.eat_word("per")) {
    const auto unit = unit_named(cursor.word());
    if (!unit || unit->plural) return std::nullopt;
    return set_match(begin, cursor.at() + 1, duration_value({unit->count, true}, unit->unit));
  }
  if (is_behind_amount(cursor) && cursor.eat_any({"a", "an"})) {
    const auto unit = unit_named(cursor.word());
    if (!unit || unit->plural || cursor.is_any({"ago", "earlier", "later", "before", "after", "and"}, 1)) {
      return std::nullopt;
    }
    return set_match(begin, cursor.at() + 1, duration_value({unit->count, true}, unit->unit));
  }
  if (!cursor.eat_any({"once", "twice"})) {
    const bool counted = number_named(cursor.word()) || is_open_number(cursor.word()) || cursor.number(1, 3);
    if (!counted || !cursor.is_word("times", 1)) return std::nullopt;
    cursor.skip(2);
  }
  if (cursor.is_word("every")) {
    std::optional<TimexMatch> match = read_every(cursor);
    if (match) match->begin = begin;
    return match;
  }
  if (!cursor.eat_any({"a", "an", "per"})) return std::nullopt;
  const auto unit = unit_named(cursor.word());
  if (!unit || unit->plural) return std::nullopt;
  return set_match(begin, cursor.at() + 1, duration_value({unit->count, true}, unit->unit));
}

}  // namespace

std::optional<TimexMatch> read_set(Cursor cursor) {
  std::optional<TimexMatch> match = read_every(cursor);
  if (!match) match = read_rate(cursor);
  if (match) return match;
  const std::size_t begin = cursor.at();
  if (!is_plain_word(cursor)) return std::nullopt;
  if (cursor.is_word("weekends") && cursor.is_any({"on", "at"}, -1))
    return set_match(begin, begin + 1, "XXXX-WXX-WE");
  if (cursor.is_word("weekdays")) return set_match(begin, begin + 1, "XXXX-WXX-WD");
  const std::string_view frequency = frequency_named(cursor.word());
  const Lexeme& here = cursor.peek();
  // "the daily Estuary News", "a weekly": the paper, not how often it comes
  if (frequency.empty() || here.tag == Upos::noun || here.tag == Upos::propn) return std::nullopt;
  if (cursor.peek(1).capital || cursor.is_any({"newspaper", "newspapers", "paper", "magazine"}, 1))
    return std::nullopt;
  return set_match(begin, begin + 1, std::string(frequency));
}

}  // namespace sayso::reading
