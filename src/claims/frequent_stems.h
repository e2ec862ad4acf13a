// Stems of words that stand in so many articles that sharing one tells little.
#pragma once

#include <string_view>

namespace sayso::claims {

// Of a stem as content_stems() gives it: one of the 400 that most articles of PolNeAR's train part have.
bool is_frequent_stem(std::string_view stem);

}  // namespace sayso::claims
