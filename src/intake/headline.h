// Whether two headlines are one.
#pragma once

#include <string_view>

namespace sayso::intake {

// By letters and digits alone, in either case; one may be a part of the other, as "Ferry stops - The Lantern
// Post" has more than "Ferry stops". Both must say something.
bool is_same_headline(std::string_view a, std::string_view b);

}  // namespace sayso::intake
