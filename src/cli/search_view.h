// What a search found, for people.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/archive.h"

namespace sayso::cli {

// The words with what was found in them, then who said it, where and when; of an article its title first.
std::string view_hit(const SearchHit& hit, const WrapOptions& options);

}  // namespace sayso::cli
