// Figures in the words of a statement: "about 40,000 litres", "forty thousand litres", "at least 18 people".
//
// The record's quantities hang on clauses; a statement is often less than a clause, and so reads its own.
#pragma once

#include <string_view>
#include <vector>

#include "claims/statement.h"

namespace sayso::claims {

// In the order of the text; only those of something (litres, people, percent). Clock times and years are
// none. Cost: linear.
std::vector<Figure> figures_in(std::string_view text);

}  // namespace sayso::claims
