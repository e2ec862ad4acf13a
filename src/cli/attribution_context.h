// An attribution in the words around it: from the start of its first sentence to the end of its last.
#pragma once

#include <vector>

#include "cli/styled_wrap.h"
#include "sayso/record.h"

namespace sayso::cli {

// Source, cue and content as they stand in the text, each piece of them in its style, and the words between
// and around them faint, with "…" for the middle of a long gap. Where spans overlap, a cue wins over a source
// and a source over a content. The views point into `article` and die with it. Cost: linear in the
// attribution's own spans, not in the text.
std::vector<StyledPiece> attribution_context(const Article& article, const Attribution& attribution);
std::vector<StyledPiece> attribution_context(Article&& article, const Attribution& attribution) = delete;

}  // namespace sayso::cli
