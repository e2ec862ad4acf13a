// TIMEX3 values of time expressions: what they mean at the date of their article.
//
// Values follow TimeML 1.2.1 and, where that is silent, TIDES 2005: "2016-W50-WE" for a weekend, "2016-SU"
// for a season, "199" for a decade, "P2DE" for two decades, "XXXX-WXX-1" for a Monday of which the week is
// not known.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reading/calendar.h"
#include "reading/timex_form.h"
#include "reading/timex_tense.h"
#include "sayso/record.h"

namespace sayso::reading {

// A time that is known, by its first day and how long it is.
struct Moment {
  Date first;
  Unit grain = Unit::day;
};

// What an expression is set against.
struct TimexContext {
  std::optional<Date> reference;     // the date of the article
  std::optional<Moment> previous;    // the time that the text spoke of last
  std::string previous_value;        // and its value
  std::optional<Date> previous_day;  // the day that it spoke of last
  std::optional<Date> clock_day;     // the day that a bare time of day belongs to
  Tense tense = Tense::unclear;
};

struct TimexMeaning {
  TimexType type = TimexType::date;
  std::string value;  // never empty
  std::string mod;
  std::string begin_point;
  std::string end_point;
  std::optional<Moment> moment;  // where the value is one
};

TimexMeaning resolve_timex(const TimexMatch& match, const TimexContext& context);

// "P3W", "PT30M", "P2.5Y", "PXD" for days that nobody counted.
std::string duration_value(const Amount& amount, Unit unit);

// The date of an act that a value gives, without the time of day and with a weekend as its Saturday; empty
// for durations, sets and "PAST_REF". "2016-12-12TNI" is "2016-12-12", "2016-W50-WE" "2016-12-17", "2016-W50"
// itself.
std::string date_of_value(std::string_view value);

// The month that a week's Monday lies in: "2016-12" for "2016-W50". Empty if the value is no week.
std::string month_of_week(std::string_view value);

}  // namespace sayso::reading
