#include "reading/timex_values.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "intake/ascii.h"
#include "reading/timex_points.h"

namespace sayso::reading {
namespace {

using Kind = TimexForm::Kind;

TimexMeaning date_meaning(std::string value, std::optional<Moment> moment = {}) {
  TimexMeaning meaning;
  meaning.value = std::move(value);
  meaning.moment = moment;
  return meaning;
}

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

unsigned quarter_of(Date date) {
  return (month_of(date) + 2) / 3;
}

// The unit that the day lies in.
TimexMeaning unit_around(Date day, Unit unit) {
  const int year = year_of(day);
  const auto from = [](std::optional<Date> first, Unit grain) {
    return first ? std::optional(Moment{*first, grain}) : std::nullopt;
  };
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour:
    case Unit::day:
      return date_meaning(iso_day(day), Moment{day, Unit::day});
    case Unit::weekend:
      return date_meaning(iso_week(day) + "-WE",
                          from(add_days(day, 6 - static_cast<int>(weekday_of(day))), Unit::weekend));
    case Unit::week:
      return date_meaning(iso_week(day),
                          from(add_days(day, 1 - static_cast<int>(weekday_of(day))), Unit::week));
    case Unit::month:
      return date_meaning(iso_month(year, month_of(day)),
                          from(make_date(year, month_of(day), 1), Unit::month));
    case Unit::quarter:
      return date_meaning(iso_year(year) + "-Q" + std::to_string(quarter_of(day)),
                          from(make_date(year, 3 * quarter_of(day) - 2, 1), Unit::quarter));
    case Unit::year:
      return date_meaning(iso_year(year), from(make_date(year, 1, 1), Unit::year));
    case Unit::decade:
      return date_meaning(iso_year(year).substr(0, 3),
                          from(make_date(std::max(1, year / 10 * 10), 1, 1), unit));
    case Unit::century:
      return date_meaning(iso_year(year).substr(0, 2),
                          from(make_date(std::max(1, year / 100 * 100), 1, 1), unit));
  }
  return date_meaning(iso_day(day));
}

const char* unknown_unit(Unit unit) {
  switch (unit) {
    case Unit::weekend:
      return "XXXX-WXX-WE";
    case Unit::week:
      return "XXXX-WXX";
    case Unit::month:
      return "XXXX-XX";
    case Unit::quarter:
      return "XXXX-QX";
    case Unit::year:
      return "XXXX";
    case Unit::decade:
      return "XXX";
    case Unit::century:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

// So many units away from the day; a part of one in the next smaller unit, rounded.
std::optional<Date> shifted(Date day, double count, Unit unit) {
  const auto days = [&](double each) {
    return add_days(day, std::llround(std::clamp(count * each, -4e6, 4e6)));
  };
  const auto months = [&](double each) {
    return add_months(day, std::llround(std::clamp(count * each, -2e5, 2e5)));
  };
  switch (unit) {
    case Unit::second:
      return days(1.0 / 86400);
    case Unit::minute:
      return days(1.0 / 1440);
    case Unit::hour:
      return days(1.0 / 24);
    case Unit::day:
      return days(1);
    case Unit::weekend:
    case Unit::week:
      return days(7);
    case Unit::month:
      return months(1);
    case Unit::quarter:
      return months(3);
    case Unit::year:
      return months(12);
    case Unit::decade:
      return months(120);
    case Unit::century:
      return months(1200);
  }
  return std::nullopt;
}

// How exact "so many units ago" is: two years ago is a year, two and a half are a month, two decades a year.
Unit grain_of_offset(const Amount& amount, Unit unit) {
  const bool whole = amount.count == std::floor(amount.count);
  if (unit >= Unit::decade) return Unit::year;
  if (unit == Unit::year && !whole) return Unit::month;
  if ((unit == Unit::week || unit == Unit::month) && !whole) return Unit::day;
  return unit;
}

std::optional<Date> anchor_of(const TimexForm& form, Unit unit, const TimexContext& context) {
  if (form.anchor == Anchor::reference) return context.reference;
  if (unit >= Unit::month && context.previous && context.previous->grain <= unit)
    return context.previous->first;
  if (context.previous_day) return context.previous_day;
  return context.reference;
}

TimexMeaning resolve_calendar(const TimexForm& form, const TimexContext& context) {
  std::optional<int> year = form.year;
  const auto& reference = context.reference;
  if (form.month == 0 && form.day > 0) {
    const auto date = reference ? choose_day_of_month(form.day, *reference, context.tense) : std::nullopt;
    if (date) return unit_around(*date, Unit::day);
    return date_meaning("XXXX-XX-" + two_digits(form.day));
  }
  if (!form.part.empty()) {
    if (!year && form.anchor == Anchor::previous && context.previous) year = year_of(context.previous->first);
    if (!year && reference) year = choose_year_of_part(form.part, *reference, form.direction, context.tense);
    return date_meaning((year ? iso_year(*year) : "XXXX") + "-" + form.part);
  }
  if (form.year_shift) {
    const std::optional<Date> anchor = anchor_of(form, Unit::year, context);
    if (anchor) year = std::clamp(year_of(*anchor) + *form.year_shift, 1, 9999);
  }
  if (form.month == 0 && !year) return date_meaning(unknown_unit(Unit::year));
  if (form.month == 0) return date_meaning(iso_year(*year), Moment{*make_date(*year, 1, 1), Unit::year});
  if (!year && !form.year_shift && reference) {
    year = choose_year(form.month, form.day, form.weekday, *reference, form.direction, context.tense);
  }
  const auto first = year ? make_date(*year, form.month, std::max(1U, form.day)) : std::nullopt;
  if (first) return unit_around(*first, form.day > 0 ? Unit::day : Unit::month);
  return date_meaning("XXXX-" + two_digits(form.month) + (form.day > 0 ? "-" + two_digits(form.day) : ""));
}

TimexMeaning resolve_weekday(const TimexForm& form, const TimexContext& context) {
  const auto day = context.reference
                       ? choose_weekday(form.weekday, *context.reference, form.direction, context.tense)
                       : std::nullopt;
  if (day) return unit_around(*day, Unit::day);
  return date_meaning("XXXX-WXX-" + std::to_string(form.weekday));
}

TimexMeaning resolve_unit(const TimexForm& form, const TimexContext& context) {
  std::optional<Date> day = anchor_of(form, form.unit, context);
  int shift = form.shift;
  // On a Tuesday "over the weekend" is the one before, unless something will be then.
  const bool weekend_gone = form.direction == Direction::none ? context.tense != Tense::future
                                                              : shift == 0 && context.tense == Tense::past;
  if (form.unit == Unit::weekend && weekend_gone && day && weekday_of(*day) < 6) --shift;
  if (form.unit == Unit::month || form.unit >= Unit::quarter) {
    // From the first of the month, which every month has.
    if (day) day = make_date(year_of(*day), month_of(*day), 1);
  }
  if (day) day = shifted(*day, shift, form.unit);
  return day ? unit_around(*day, form.unit) : date_meaning(unknown_unit(form.unit));
}

TimexMeaning resolve_offset(const TimexForm& form, const TimexContext& context) {
  if (!form.amount.known) {
    if (form.anchor == Anchor::previous) return date_meaning(unknown_unit(form.unit));
    return date_meaning(form.shift < 0 ? "PAST_REF" : "FUTURE_REF");
  }
  const Unit grain = grain_of_offset(form.amount, form.unit);
  std::optional<Date> day = anchor_of(form, grain, context);
  if (day) day = shifted(*day, form.amount.count * form.shift, form.unit);
  TimexMeaning meaning = day ? unit_around(*day, grain) : date_meaning(unknown_unit(grain));
  if (form.unit <= Unit::hour) {
    meaning.type = TimexType::time;
    meaning.value += "TXX:XX";
  }
  return meaning;
}

TimexMeaning resolve_duration(const TimexForm& form, const TimexContext& context) {
  TimexMeaning meaning = date_meaning(duration_value(form.amount, form.unit));
  meaning.type = TimexType::duration;
  if (form.shift == 0 || !context.reference) return meaning;
  std::string other;
  if (form.amount.known) {
    const auto day = shifted(*context.reference, form.amount.count * form.shift, form.unit);
    if (day) other = iso_day(*day);
  }
  (form.shift < 0 ? meaning.begin_point : meaning.end_point) = std::move(other);
  (form.shift < 0 ? meaning.end_point : meaning.begin_point) = iso_day(*context.reference);
  return meaning;
}

TimexMeaning resolve_form(const TimexForm& form, const TimexContext& context) {
  TimexMeaning meaning;
  switch (form.kind) {
    case Kind::calendar:
      meaning = resolve_calendar(form, context);
      break;
    case Kind::weekday:
      meaning = resolve_weekday(form, context);
      break;
    case Kind::unit:
      meaning = resolve_unit(form, context);
      break;
    case Kind::offset:
      meaning = resolve_offset(form, context);
      break;
    case Kind::duration:
      meaning = resolve_duration(form, context);
      break;
    case Kind::set:
      meaning = date_meaning(form.value);
      meaning.type = TimexType::set;
      break;
    case Kind::fixed:
      meaning = date_meaning(form.value);
      break;
    case Kind::clock:
      meaning = context.clock_day ? unit_around(*context.clock_day, Unit::day) : date_meaning("XXXX-XX-XX");
      break;
    case Kind::that_time:
      meaning = date_meaning("PAST_REF", context.previous);
      if (context.previous)
        meaning.value = context.previous_value.substr(0, context.previous_value.find('T'));
      break;
  }
  if (!form.clock.empty()) {
    meaning.value += "T" + form.clock;
    if (meaning.type == TimexType::date) meaning.type = TimexType::time;
  }
  meaning.mod = form.mod;
  return meaning;
}

// Minutes since midnight; nullopt for "NI".
std::optional<int> minutes_of(const std::string& clock) {
  if (clock.size() < 5 || clock[2] != ':') return std::nullopt;
  return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3, 2));
}

// From the first day of one to the first day of the other, in the units of the finer.
std::string range_value(const TimexMatch& match, const TimexMeaning& begin, const TimexMeaning& end) {
  const auto from = minutes_of(match.form.clock);
  const auto to = minutes_of(match.until->clock);
  if (match.form.kind == Kind::clock && from && to) {
    const int minutes = (*to - *from + 24 * 60) % (24 * 60);
    if (minutes % 60 != 0) return duration_value({static_cast<double>(minutes), true}, Unit::minute);
    return duration_value({minutes / 60.0, true}, Unit::hour);
  }
  if (!begin.moment || !end.moment) {
    const bool weekdays = match.form.kind == Kind::weekday && match.until->kind == Kind::weekday;
    if (!weekdays) return "PXD";
    return duration_value({static_cast<double>((match.until->weekday + 7 - match.form.weekday) % 7), true},
                          Unit::day);
  }
  const Date a = begin.moment->first;
  const Date b = end.moment->first;
  const Unit grain = std::min(begin.moment->grain, end.moment->grain);
  double count = static_cast<double>(days_between(a, b));
  Unit unit = Unit::day;
  if (grain >= Unit::month) {
    unit = grain >= Unit::year ? Unit::year : Unit::month;
    count = 12.0 * (year_of(b) - year_of(a)) + static_cast<int>(month_of(b)) - static_cast<int>(month_of(a));
    if (unit == Unit::year) count = std::floor(count / 12);
  }
  return duration_value({count, count > 0}, unit);
}

TimexMeaning resolve_range(const TimexMatch& match, const TimexContext& context) {
  const TimexMeaning begin = resolve_form(match.form, context);
  TimexContext later = context;
  if (begin.moment && begin.moment->grain <= Unit::month && match.until->direction == Direction::none) {
    later.reference = begin.moment->first;  // the end is the first such day behind the beginning
    later.tense = Tense::future;
    later.clock_day = begin.moment->first;
  }
  const TimexMeaning end = resolve_form(*match.until, later);
  TimexMeaning meaning;
  meaning.type = TimexType::duration;
  meaning.value = range_value(match, begin, end);
  meaning.begin_point = begin.value;
  meaning.end_point = end.value;
  meaning.mod = begin.mod;
  return meaning;
}

}  // namespace

TimexMeaning resolve_timex(const TimexMatch& match, const TimexContext& context) {
  return match.until ? resolve_range(match, context) : resolve_form(match.form, context);
}

std::string duration_value(const Amount& amount, Unit unit) {
  static constexpr const char* kLetters[] = {"S", "M", "H", "D", "WE", "W", "M", "Q", "Y", "DE", "CE"};
  char number[32] = "X";
  if (amount.known) std::snprintf(number, sizeof number, "%.10g", std::round(amount.count * 100) / 100);
  return (unit <= Unit::hour ? "PT" : "P") + std::string(number) + kLetters[static_cast<std::size_t>(unit)];
}

std::string date_of_value(std::string_view value) {
  if (value.empty() || !intake::is_ascii_digit(value.front())) return "";
  value = value.substr(0, value.find('T'));
  if (!value.ends_with("-WE")) return std::string(value);
  const auto monday = monday_of_iso_week(value.substr(0, value.size() - 3));
  const auto saturday = monday ? add_days(*monday, 5) : std::nullopt;
  return saturday ? iso_day(*saturday) : "";
}

std::string month_of_week(std::string_view value) {
  const auto monday = monday_of_iso_week(value);
  return monday ? iso_month(year_of(*monday), month_of(*monday)) : "";
}

}  // namespace sayso::reading
