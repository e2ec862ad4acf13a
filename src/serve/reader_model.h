// An article as the reader shows it, from the archive or read on the spot.
#pragma once

#include "sayso/record.h"
#include "serve/page.h"

namespace sayso::serve {

// The model of the template "document"; of a `stored` record, entities have pages. Cost: as marked_blocks.
Json reader_model(const Record& record, bool stored);
// Page::view of that template: the first title goes to the head of the page.
Json reader_view(const Record& record);

}  // namespace sayso::serve
