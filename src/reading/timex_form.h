// What a time expression says by itself, before it is set against the date of the article: "two weeks ago" is
// an offset of -2 weeks from that date, whatever it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sayso/span.h"

namespace sayso::reading {

enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  quarter,
  year,
  decade,
  century
};

// How many units: 2, 2.5, or some number that the words leave open ("several").
struct Amount {
  double count = 1;
  bool known = true;
};

// What a relative expression counts from.
enum class Anchor : std::uint8_t {
  reference,  // the date of the article: "ago", "last", "this"
  previous,   // the time that the text spoke of last: "earlier", "the previous", "that"
};

// "last Monday", "this summer", "next May"; none leaves it to the tense.
enum class Direction : std::uint8_t { none, last, current, next };

struct TimexForm {
  enum class Kind : std::uint8_t {
    calendar,   // year, month, day, part: as far as the words give them
    weekday,    // the weekday's day that direction and tense point at
    unit,       // the `unit` that lies `shift` of them away from the one of the anchor
    offset,     // `amount` of `unit` before (shift < 0) or after the anchor
    duration,   // `amount` of `unit`; where shift is not 0, the ones before or after the reference
    set,        // `value` is complete
    fixed,      // `value` is complete: "199", "PRESENT_REF"
    clock,      // a time of day without a day of its own
    that_time,  // "at the time"
  };
  Kind kind = Kind::calendar;
  std::optional<int> year;
  std::optional<int> year_shift;  // "June last year": years from that of the anchor
  unsigned month = 0;             // 0: not given
  unsigned day = 0;               // 0: not given
  std::string part;               // of a year: "SU", "Q3", "H1"
  unsigned weekday = 0;           // ISO, 0: not given
  Direction direction = Direction::none;
  Unit unit = Unit::day;
  int shift = 0;
  Amount amount;
  Anchor anchor = Anchor::reference;
  std::string clock;  // behind the T of a time: "15:00", "10:30Z", "NI"
  std::string mod;
  std::string value;
};

// A form and where it stands; of a range, the forms of both its ends.
struct TimexMatch {
  std::size_t begin = 0;  // index of the first lexeme
  std::size_t end = 0;    // behind the last one
  TimexForm form;
  std::optional<TimexForm> until;
  bool silent = false;  // read as a whole, but no time expression: "31-year-old"
};

}  // namespace sayso::reading
