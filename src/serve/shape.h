// Lists as programs like them: Datasette's `_shape` and `_nl`.
#pragma once

#include "serve/page.h"

namespace sayso::serve {

// The model as JSON, or, where it has "rows" and the request says `_shape`: objects (the model as it is),
// arrays (rows without names, "columns" beside them), array (the rows alone; a line each with `_nl=on`),
// arrayfirst (the first column), object (rows by their id). With `next_url` the header field Link says so
// too. An unknown shape is a problem 400.
Response shaped(const Json& model, const Request& request);

}  // namespace sayso::serve
