// The keys by which statements find those that they may be paired with; deterministic, so that they are an
// archive's index and a cluster's join keys alike.
//
// Statements meet where their articles are about one affair: a name that few articles have, within two
// months; or such a name together with a word or a figure's unit, within two years, for where the name is in
// so many statements that most of them do not meet by it alone (linker.h). Names that much of the news has
// tell no affair: with them the word must be a rare one.
#pragma once

#include <cstdint>
#include <vector>

#include "claims/statement.h"

namespace sayso::claims {

// Sorted, each once; about 40 for an ordinary sentence.
std::vector<std::uint64_t> keys_of(const Statement& statement);

}  // namespace sayso::claims
