// Which of the names that a page's metadata has for its authors are names of authors.
#pragma once

#include <string>
#include <vector>

#include "intake/json_ld.h"

namespace sayso::intake {

// The people, and the desks and agencies that have signed; each once, in the order given. Without the outlet
// itself, jobs there ("CNN Editor-at-large"), an outlet's name behind a person's, and the names of accounts
// ("admin").
std::vector<std::string> clean_authors(std::vector<LinkedAuthor> names, const std::string& outlet);

}  // namespace sayso::intake
