// Direct, indirect or mixed: how much of a content stands in quotation marks.
#pragma once

#include <span>
#include <string_view>

#include "reading/quotations.h"
#include "sayso/record.h"

namespace sayso::reading {

// Counts letters and digits: all in quotation marks is direct, none indirect. Both lists are in the order of
// the text.
QuoteKind quote_kind_of(std::string_view text, std::span<const Span> content,
                        std::span<const Quotation> quotations);

}  // namespace sayso::reading
