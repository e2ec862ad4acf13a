// The encoder's spans and links to attributions.
#pragma once

#include <vector>

#include "language/analysis.h"
#include "sayso/article.h"
#include "sayso/record.h"

namespace sayso::reading {

// Every cue with its source and its contents, in the order of the cues, without ids; of an article, or of a
// passage that was read as a text of its own. A cue without content and a content without cue say nothing; a
// content that goes on with a quotation of the paragraph before belongs to that one's cue.
std::vector<Attribution> find_attributions(const Article& article, const language::Analysis& analysis);

}  // namespace sayso::reading
