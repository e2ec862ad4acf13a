// When two parties in one claim are the same, and when one speaks for the other.
//
// Looser than linking entities across an archive (shared_entities.h): whoever speaks to the same claim comes
// from one affair, where "Orsin" is the Orsin whom the other paper calls Pavel.
#pragma once

#include <optional>
#include <string>

#include "claims/statement.h"

namespace sayso::claims {

// The reason, for a person; none where they are not known to be the same.
std::optional<std::string> same_party(const Party& a, const Party& b);

// Whether `person` is the head or the spokesperson of `body`, by an office or by its description ("hospital
// spokeswoman"); with the reason.
std::optional<std::string> speaks_for(const Party& person, const Party& body);

}  // namespace sayso::claims
