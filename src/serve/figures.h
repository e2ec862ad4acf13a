// The numbers in a claim's statements, side by side: they are where retellings part.
#pragma once

#include "sayso/claim_queries.h"
#include "serve/page.h"

namespace sayso::serve {

// [{unit, values: [{value, said: [{outlet, origin, url, words}]}]}], only units with more than one value.
// Durations are a unit too. Cost: two look-ups a statement.
Result<Json> differing_figures(const Archive& archive, const ClaimPage& page);

}  // namespace sayso::serve
