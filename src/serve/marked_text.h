// An article's text cut where attributions and mentions begin and end, for the reader page.
#pragma once

#include "sayso/record.h"
#include "serve/page.h"

namespace sayso::serve {

// For each block {kind, furniture, heading, segments: [{text, classes, of, id, label}]}: `classes` for the
// style sheet ("source a3", "content denied"), `of` the attributions' ids, `id` on the first segment of an
// attribution's cue, `label` for what colour alone would tell. Cost: linear in the text and n log n in the
// spans.
Json marked_blocks(const Record& record);

// What a reader is told of a commitment; empty for a plain one.
std::string_view commitment_label(Commitment commitment);

}  // namespace sayso::serve
