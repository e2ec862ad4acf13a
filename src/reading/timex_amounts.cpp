// So many units of time: how long, how long ago, how much later (timex_grammar.h).
#include <array>

#include "reading/timex_grammar.h"
#include "reading/timex_lexicon.h"

namespace sayso::reading {
namespace {

using Kind = TimexForm::Kind;

// "more than", "about": what the words say of the amount behind them, as TIMEX3 names it.
std::string eat_bound(Cursor& cursor) {
  Cursor next = cursor;
  if (next.eat_any({"just", "well", "slightly", "little"})) {
    if (next.eat_word("over")) return cursor = next, "MORE_THAN";
    if (next.eat_word("under")) return cursor = next, "LESS_THAN";
    if (!next.is_any({"more", "less"})) return "";
  }
  if (next.eat_words({"no", "more", "than"}) || next.eat_words({"not", "more", "than"}) ||
      next.eat_words({"at", "most"}) || next.eat_words({"up", "to"})) {
    return cursor = next, "EQUAL_OR_LESS";
  }
  if (next.eat_words({"no", "less", "than"}) || next.eat_words({"no", "fewer", "than"}) ||
      next.eat_words({"at", "least"})) {
    return cursor = next, "EQUAL_OR_MORE";
  }
  if (next.eat_words({"more", "than"}) || next.eat_any({"over"})) return cursor = next, "MORE_THAN";
  if (next.eat_words({"less", "than"}) || next.eat_words({"fewer", "than"}) ||
      next.eat_any({"under", "nearly", "almost"})) {
    return cursor = next, "LESS_THAN";
  }
  if (next.eat_any({"about", "around", "roughly", "approximately", "some"})) return cursor = next, "APPROX";
  return "";
}

// Of a point in time, which lies the later the shorter ago it was.
std::string bound_of_point(const std::string& bound, bool ago) {
  if (bound == "MORE_THAN") return ago ? "BEFORE" : "AFTER";
  if (bound == "LESS_THAN") return ago ? "AFTER" : "BEFORE";
  if (bound == "EQUAL_OR_MORE") return ago ? "ON_OR_BEFORE" : "ON_OR_AFTER";
  if (bound == "EQUAL_OR_LESS") return ago ? "ON_OR_AFTER" : "ON_OR_BEFORE";
  return bound;
}

struct Count {
  Amount amount;
  bool article = false;  // "a", "an", "one", which may mean "some" ("one day")
  bool bare = false;     // no words at all: "days"
  bool half = false;
};

// "twenty-five", "two hundred", "three and a half"
std::optional<double> eat_number_words(Cursor& cursor) {
  const std::optional<double> first = number_named(cursor.word());
  if (!first) return std::nullopt;
  cursor.skip();
  double value = *first;
  if (value >= 20 && value < 100 && cursor.is_mark('-')) {
    const std::optional<double> ones = number_named(cursor.word(1));
    if (ones && *ones < 10) {
      value += *ones;
      cursor.skip(2);
    }
  } else if (value < 100) {
    if (const auto more = number_named(cursor.word());
        more && (*more == 100 || *more == 1000 || *more == 12)) {
      value *= *more;
      cursor.skip();
    }
  }
  return value;
}

std::optional<Count> eat_count(Cursor& cursor) {
  if (cursor.eat_words({"half", "a"}) || cursor.eat_words({"half", "an"}) ||
      cursor.eat_words({"a", "half"})) {
    cursor.eat_mark('-');
    return Count{{0.5, true}, false, false, true};
  }
  if (cursor.is_any({"a", "the"})) {
    Cursor next = cursor;
    next.skip();
    if (next.eat_words({"couple", "of"}) || next.eat_word("couple")) return cursor = next, Count{{2, true}};
    if (next.eat_words({"number", "of"}) || next.eat_words({"matter", "of"}) ||
        next.eat_words({"handful", "of"}) || next.eat_word("few")) {
      return cursor = next, Count{{0, false}};
    }
    if (cursor.is_word("a") && next.is_any({"dozen", "hundred", "thousand"})) {
      const double value = *number_named(next.word());
      next.skip();
      return cursor = next, Count{{value, true}};
    }
  }
  if (cursor.eat_any({"a", "an"})) return Count{{1, true}, true};
  if (cursor.is_any({"dozens", "hundreds", "thousands"}) && cursor.is_word("of", 1)) {
    cursor.skip(2);
    return Count{{0, false}};
  }
  if (is_open_number(cursor.word())) {
    cursor.skip();
    return Count{{0, false}};
  }
  const bool one = cursor.is_word("one");
  std::optional<double> value = eat_number_words(cursor);
  if (!value) value = cursor.eat_decimal();
  if (!value) return std::nullopt;
  if (cursor.eat_words({"and", "a", "half"})) value = *value + 0.5;
  return Count{{*value, true}, one};
}

bool may_be_indefinite(const Cursor& cursor) {
  return !cursor.is_any({"for", "in", "within", "over", "after", "than", "least", "about", "nearly", "almost",
                         "around", "another", "once", "every", "lasted", "took", "only", "up", "by"},
                        -1);
}

// What follows the unit and makes the amount a point in time.
struct Distance {
  int sign = 0;  // 0: none
  Anchor anchor = Anchor::reference;
};

Distance eat_distance(Cursor& cursor) {
  if (cursor.eat_word("ago")) return {-1, Anchor::reference};
  if (cursor.eat_words({"from", "now"}) || cursor.eat_words({"from", "today"}) || cursor.eat_word("hence")) {
    return {1, Anchor::reference};
  }
  if (cursor.is_any({"earlier", "previously", "beforehand"}))
    return cursor.skip(), Distance{-1, Anchor::previous};
  if (cursor.eat_any({"later", "afterwards", "afterward"})) return {1, Anchor::previous};
  if (cursor.is_any({"before", "after"}) && !starts_phrase(cursor.peek(1))) {
    const int sign = cursor.is_word("before") ? -1 : 1;
    cursor.skip();
    return {sign, Anchor::previous};
  }
  return {};
}

// "the past", "the last", "the next": the units end or begin at the date of the article.
int eat_side(Cursor& cursor) {
  Cursor next = cursor;
  next.eat_any({"the", "these", "this"});
  const bool the = next.at() > cursor.at();
  if (next.is_any({"past", "last", "previous", "preceding"})) return next.skip(), cursor = next, -1;
  if (next.is_any({"next", "coming", "following"}) && (the || next.is_word("next"))) {
    return next.skip(), cursor = next, 1;
  }
  return 0;
}

// "two-year", "a four-day" without its article, "week-long"; silent for an age, "31-year-old"
std::optional<TimexMatch> read_hyphened(Cursor cursor) {
  TimexMatch match;
  match.begin = cursor.at();
  match.form.kind = Kind::duration;
  const std::optional<UnitName> bare = unit_named(cursor.word());
  if (bare && !bare->plural && cursor.is_mark('-', 1) && cursor.is_word("long", 2)) {
    cursor.skip(3);
    match.form.unit = bare->unit;
    match.form.amount.count = bare->count;
    match.end = cursor.at();
    return match;
  }
  std::optional<double> value = cursor.is_word("multi") ? std::optional(0.0) : eat_number_words(cursor);
  if (value && *value == 0) {
    match.form.amount.known = false;
    cursor.skip();
  }
  if (!value) value = cursor.eat_decimal();
  if (!value || !cursor.eat_mark('-')) return std::nullopt;
  const std::optional<UnitName> unit = unit_named(cursor.word());
  if (!unit) return std::nullopt;
  cursor.skip();
  match.form.unit = unit->unit;
  match.form.amount.count = *value * unit->count;
  if (cursor.is_mark('-') && cursor.is_word("old", 1)) {
    cursor.skip(2);
    match.silent = true;
  } else if (cursor.is_word("old") || cursor.is_word("olds")) {
    match.silent = true;
  } else if (cursor.is_mark('-') && cursor.is_word("long", 1)) {
    cursor.skip(2);
  }
  match.end = cursor.at();
  return match;
}

// "daylong", "yearlong"
std::optional<TimexMatch> read_long(const Cursor& cursor) {
  static constexpr std::array<std::pair<std::string_view, Unit>, 6> kLong = {{{"daylong", Unit::day},
                                                                              {"decadelong", Unit::decade},
                                                                              {"hourlong", Unit::hour},
                                                                              {"monthlong", Unit::month},
                                                                              {"weeklong", Unit::week},
                                                                              {"yearlong", Unit::year}}};
  for (const auto& [word, unit] : kLong) {
    if (!cursor.is_word(word)) continue;
    TimexMatch match{cursor.at(), cursor.at() + 1, {}, {}, false};
    match.form.kind = Kind::duration;
    match.form.unit = unit;
    return match;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TimexMatch> read_amount(Cursor cursor) {
  std::optional<TimexMatch> hyphened = read_hyphened(cursor);
  if (!hyphened) hyphened = read_long(cursor);
  if (hyphened) return hyphened;

  const Cursor start = cursor;
  TimexMatch match;
  match.begin = cursor.at();
  const std::string bound = eat_bound(cursor);
  const int side = eat_side(cursor);
  if (side != 0 && !bound.empty()) {  // "over the past two years": a preposition, which stands outside
    return std::nullopt;
  }
  std::optional<Count> count = eat_count(cursor);
  if (!count) count = Count{{0, false}, false, true};
  const bool quarter = cursor.is_word("quarter") && cursor.eat_words({"quarter", "of", "a"});
  cursor.eat_any({"more", "additional", "consecutive", "straight", "full", "whole", "working", "business",
                  "long", "further"});
  if (count->half) cursor.eat_mark('-');
  const std::optional<UnitName> unit = unit_named(cursor.word());
  if (!unit || !is_plain_word(cursor)) return std::nullopt;
  if (count->bare && (!unit->plural || !bound.empty())) return std::nullopt;
  if (unit->unit == Unit::quarter || (unit->unit == Unit::second && !unit->plural)) return std::nullopt;
  // "two year" is no more than a slip, "3 second" a name.
  if (!unit->plural && !count->half && !quarter && count->amount.known && count->amount.count != 1) {
    return std::nullopt;
  }
  cursor.skip();
  if (cursor.eat_words({"and", "a", "half"})) count->amount.count += 0.5;
  if (quarter) count->amount.count = 0.25;

  match.form.unit = unit->unit;
  match.form.amount = count->amount;
  match.form.amount.count *= unit->count;
  const Distance distance = side == 0 ? eat_distance(cursor) : Distance{};
  match.end = cursor.at();
  match.form.kind = distance.sign != 0 ? Kind::offset : Kind::duration;
  match.form.shift = distance.sign != 0 ? distance.sign : side;
  match.form.anchor = distance.anchor;
  match.form.mod = distance.sign != 0 ? bound_of_point(bound, distance.sign < 0) : bound;
  if (distance.sign != 0) return match;

  if (cursor.is_word("old") || cursor.eat_words({"of", "age"}) ||
      (cursor.is_mark('-') && cursor.is_word("old", 1))) {
    match.end = cursor.at() + 1;
    match.silent = true;
    return match;
  }
  const bool followed = cursor.is_any({"before", "after", "from", "since"});
  if (count->article && side == 0 && bound.empty() && !followed && may_be_indefinite(start))
    return std::nullopt;
  if (count->article && start.is_word("in", -1) && cursor.is_any({"when", "of", "that", "where"}))
    return std::nullopt;
  if (count->bare && side == 0) {
    const bool in_front =
        start.is_any({"for", "within", "in", "after", "over", "lasted", "took", "of", "by"}, -1);
    if (!in_front && !followed) return std::nullopt;
    if (start.is_any({"of", "by"}, -1) && !followed) return std::nullopt;
  }
  return match;
}

}  // namespace sayso::reading
