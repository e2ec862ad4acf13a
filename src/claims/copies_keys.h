// The keys by which texts find those that they may be copied from.
//
// Winnowing (Schleimer, Wilkerson and Aiken 2003): of the hashes of eight words in a row the smallest of each
// sixteen neighbours, so that texts with 23 words in a row in common share a key wherever these stand. A
// fingerprint holds for a fortnight that begins on another day for each, so that boilerplate, which everybody
// prints all the time, makes neighbours of a fortnight's articles at most, whatever the order in which they
// came. Quotations give none: two who heard one speech have these in common.
//
// A retelling may share no run of words; it shares names. Two that few articles have, within some days, make
// neighbours too.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/copies_text.h"

namespace sayso::claims {

// Sorted, each once: one for about nine words, at most 300, and 30 for names.
std::vector<std::uint64_t> keys_of(const CopyText& text);

}  // namespace sayso::claims
