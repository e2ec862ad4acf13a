// Words of names that so much of the news has that they tell no affair from another.
#pragma once

#include <string_view>

namespace sayso::claims {

// Of a word in small letters. Names of countries, cities and great bodies are in the catalog and not here.
bool is_common_name(std::string_view word);

// Days of the week and months.
bool is_calendar_word(std::string_view word);

}  // namespace sayso::claims
