// Where a paragraph stands in quotation marks.
//
// Real pages are dirty: marks are missing, mixed or doubled. A mark that is never closed runs to the end of
// its paragraph, which is also how a quotation over several paragraphs is printed: each opens, only the last
// one closes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::reading {

struct Quotation {
  Span span;           // with its marks
  bool closed = true;  // false: it runs to the end of the paragraph without a closing mark
};

// Outermost quotations in the order of the text; marks inside a quotation are part of it. Knows “ ”, ‘ ’, « »
// and the typewriter's " and '; an apostrophe is no mark. Cost: linear in the paragraph.
std::vector<Quotation> find_quotations(std::string_view text, Span paragraph);

// The first of them, in the order of the text, that ends behind the byte.
std::span<const Quotation>::iterator first_behind(std::span<const Quotation> quotations, std::uint32_t byte);

}  // namespace sayso::reading
