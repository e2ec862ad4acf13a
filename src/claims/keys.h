// The keys by which statements find those that they may be paired with; deterministic, so that they are an
// archive's index and a cluster's join keys alike.
//
// Statements meet where their articles are about one affair, a name that few articles have in one window of
// time, and they share a word or a figure's unit too; a name alone would make everybody in a long affair a
// neighbour. Names that much of the news has tell no affair: with them the word must be a rare one, and the
// window short. Within a short window a cell of the meaning does for the word, since an affair's denials
// rarely share one with what they deny.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/statement.h"

namespace sayso::claims {

// Sorted, each once; about 90 for an ordinary sentence.
std::vector<std::uint64_t> keys_of(const Statement& statement);

}  // namespace sayso::claims
