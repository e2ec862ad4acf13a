#include "reading/quote_kind.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace sayso::reading {

QuoteKind quote_kind_of(std::string_view text, std::span<const Span> content,
                        std::span<const Quotation> quotations) {
  bool some_quoted = false;
  bool some_plain = false;
  for (const Span& span : content) {
    auto quotation = first_behind(quotations, span.begin);
    const auto end = static_cast<std::int32_t>(span.end);
    for (auto i = static_cast<std::int32_t>(span.begin); i < end;) {
      const auto at = static_cast<std::uint32_t>(i);
      UChar32 c;
      U8_NEXT(text.data(), i, end, c);
      if (c < 0 || !u_isalnum(c)) continue;
      while (quotation != quotations.end() && quotation->span.end <= at) ++quotation;
      const bool quoted = quotation != quotations.end() && quotation->span.begin <= at;
      (quoted ? some_quoted : some_plain) = true;
    }
  }
  if (!some_quoted) return QuoteKind::indirect;
  return some_plain ? QuoteKind::mixed : QuoteKind::direct;
}

}  // namespace sayso::reading
