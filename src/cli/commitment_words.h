// FactBank's values in a word, for views.
#pragma once

#include <string_view>

#include "sayso/record.h"

namespace sayso::cli {

// How sure the origin is: empty for a plain assertion, "probably", "says not", "leaves open".
std::string_view commitment_word(Commitment commitment);

}  // namespace sayso::cli
