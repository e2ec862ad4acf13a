// Sentences of a piece of text, by their punctuation: records do not carry the language layer's.
#pragma once

#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::claims {

// Sentences inside `within`, without blanks at their ends, closing quotation marks with the sentence that
// they close. A full stop behind an abbreviation or an initial ends none. Cost: linear.
std::vector<Span> sentences_in(std::string_view text, Span within);

}  // namespace sayso::claims
