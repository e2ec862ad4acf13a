// Pages as programs like them: Datasette's `_shape` and `_nl`, and tables as CSV.
#pragma once

#include "serve/page.h"

namespace sayso::serve {

// The model as JSON, or, where the request says `_shape`: objects (the model as it is), arrays (rows without
// names, "columns" beside them), array (the rows alone; a line each with `_nl=on`), arrayfirst (the first
// column), object (rows by their id). Rows are those of rows_of(). With `next_url` the header field Link says
// so too. An unknown shape is a problem 400.
Response shaped(const Page& page, const Request& request);

// The page's rows as CSV with a header (`_header=off`: without). Objects inside of a row become columns
// "a.quote", lists of words or names are joined with "; ", other lists stand as JSON.
Response as_csv(const Page& page, const Request& request);

}  // namespace sayso::serve
