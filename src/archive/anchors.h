// Words in a document by which a correction finds its place again (W3C's TextQuoteSelector): the quotation
// and a little of what stands around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sayso/corrections.h"
#include "sayso/span.h"

namespace sayso::archive {

// `span` lies in `text`, which is valid UTF-8.
Anchor make_anchor(std::string document, std::string_view text, Span span);

// Where the quotation stands in `text`; where it stands several times, where more of what was around it is
// around it; of equals the first. None if it does not stand there or is empty. Cost: linear in the text.
std::optional<Span> find_anchor(std::string_view text, const Anchor& anchor);

}  // namespace sayso::archive
