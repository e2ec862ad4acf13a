// What others say inside what somebody says: "Interfax quoted Kabulov as saying that ...".
//
// The encoder marks the outermost attribution only, so a content that may hold another one is read again as a
// text of its own, and what is found there stands within it.
#pragma once

#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "reading/word_index.h"
#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// A said that B said. A third level would cost a third pass of the encoder, and was right less often than
// wrong.
inline constexpr int kDeepest = 2;

// Whether a content is worth reading again: a word of saying stands in it, on which other words hang.
bool may_hold_another(std::string_view text, const Layers& layers, const Dependents& dependents,
                      const Passage& content);

// The content as a text of its own: without the quotation marks around it and a leading "that", by which the
// encoder would know that it is what somebody says, and no more.
std::vector<Span> as_text(std::string_view text, const Passage& content);

// The attributions that reading the content of `all[outer]` again has given and that stand within it. What
// speakers say of their own present thoughts ("I think") is a hedge and none of them.
std::vector<Attribution> nested_in(const Article& article, const Layers& layers, std::uint32_t outer,
                                   const Attribution& attribution, const language::Analysis& analysis);

// Takes away inner attributions by which speakers tell of their own present acts ("she hoped to win, she
// said"), once it is known who the origins are; what stood within such a one stands within the outer one.
// Speakers quoting their own earlier words stay.
void remove_own_acts(std::string_view text, const Layers& layers, std::vector<Attribution>& attributions);

// Sorts by the order of the text, the outer before the inner one, numbers the ids and turns `within` with it.
void put_in_order(std::vector<Attribution>& attributions);

}  // namespace sayso::reading
