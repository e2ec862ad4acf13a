// Sources that the encoder left out, from the tree: the subject of the cue's verb.
#pragma once

#include <string_view>

#include "reading/circumstances.h"
#include "reading/cue_clause.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

// Gives an attribution without a source the subject of its cue's verb, or of the verb that this one is joined
// to ("he waited, hoping to ..."), where that is somebody or a document; of a passive verb whoever stands
// behind "by".
void add_missing_source(std::string_view text, const Layers& layers, const Dependents& dependents,
                        const MentionHeads& mentions, Attribution& attribution);

}  // namespace sayso::reading
