// A group of statements to the claim that they share.
#pragma once

#include <optional>

#include "claims/claim_store.h"
#include "sayso/claim.h"

namespace sayso::claims {

// None where the store has no such group. A statement that nobody else makes gives a claim of one statement.
// Reads the statements of the group and the groups of their origins and articles, no records. Cost: square of
// the group's size, and the links of its articles' copies.
std::optional<Claim> build_claim(ClaimStore& store, const ItemId& group);

// Whether it is made in two documents at least that are no copies of each other, by claim.copies. One that
// does not recur is one text's, however often that was printed.
bool recurs(const Claim& claim);

}  // namespace sayso::claims
