// What a claim says, and who of its statements affirms and who denies it.
//
// The text of a claim is the wording of one of its statements: the most central of those that say that
// something is so. Where the statements give different figures, it is the figure in the last word of the
// source that speaks most often; whoever gives another one denies it. Where all statements
// are denials ("there is no channel"), the text is the wording of one, and they deny what it denies.
#pragma once

#include <cstddef>
#include <vector>

#include "claims/members.h"
#include "sayso/claim.h"

namespace sayso::claims {

struct Positions {
  std::size_t representative = 0;  // index of the statement whose words are the claim's
  std::vector<Polarity> polarity;  // of each member to it
  std::vector<std::string> why;    // of each, for a person
};

// `members` is not empty. Cost: square of the members.
Positions take_positions(const std::vector<Member>& members);

}  // namespace sayso::claims
