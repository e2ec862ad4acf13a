// Whose word each statement of a claim rests on, across documents, and how many independent people that
// makes.
//
// An article that names nobody rests on whoever said it in the article before it; one that says "a senior
// diplomat" may rest on a diplomat whom another names. A body and its spokesperson or head are one; an
// unnamed source is one for each first carrier, and cannot be verified; an outlet that only carries is none.
#pragma once

#include <string>
#include <vector>

#include "claims/members.h"
#include "sayso/claim.h"

namespace sayso::claims {

struct Origin {
  std::string name;    // "unattributed: OUTLET" where the article itself speaks
  std::string entity;  // "DOCUMENT#e3", the smallest of its group; empty for an article
  bool known = false;  // somebody else than the article
  bool verifiable = true;
  std::vector<std::string> via;  // carriers, nearest to the article first, without its own outlet
  std::string why;               // how it was found, where the statement itself does not say; for a person
  std::size_t voice = 0;         // index into Origins::voices
};

struct Origins {
  std::vector<Origin> of;           // of each member
  std::vector<ClaimOrigin> voices;  // each once, independent ones first
};

// `polarity` has one value for each member. Cost: square of the members.
Origins find_origins(const std::vector<Member>& members, const std::vector<Polarity>& polarity);

}  // namespace sayso::claims
