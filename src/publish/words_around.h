// The words before and behind a piece of a text, as formats ask for them that find a place by its
// surroundings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sayso/span.h"

namespace sayso::publish {

// At most `bytes` of them, cut where a code point begins.
std::string words_before(std::string_view text, Span span, std::size_t bytes);
std::string words_behind(std::string_view text, Span span, std::size_t bytes);

// The words of the span.
std::string words_of(std::string_view text, Span span);

}  // namespace sayso::publish
