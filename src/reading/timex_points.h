// Which of the many Junes, Mondays and summers is meant.
#pragma once

#include <optional>
#include <string_view>

#include "reading/calendar.h"
#include "reading/timex_form.h"
#include "reading/timex_tense.h"

namespace sayso::reading {

// The day of that weekday. Without a direction: the last one on or before the reference, in a clause of the
// future the first on or after it.
std::optional<Date> choose_weekday(unsigned weekday, Date reference, Direction direction, Tense tense);

// The year of a month, or of a day of it. Without a direction: the nearest one, with a strong leaning to the
// side that the tense is on, and to this year where there is none. A weekday, where it is given (not 0), must
// fit, if it does in one of the years around.
std::optional<int> choose_year(unsigned month, unsigned day, unsigned weekday, Date reference,
                               Direction direction, Tense tense);

// The year of a season, a quarter or a half: "SU", "Q3", "H1". A winter has the year of its December.
int choose_year_of_part(std::string_view part, Date reference, Direction direction, Tense tense);

// The day of the month that a bare "on the 12th" means.
std::optional<Date> choose_day_of_month(unsigned day, Date reference, Tense tense);

}  // namespace sayso::reading
