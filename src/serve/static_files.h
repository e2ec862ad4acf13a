// Style sheets and scripts, built into the program.
#pragma once

#include <string_view>

#include "serve/site.h"

namespace sayso::serve {

void add_static_files(Site& site);

// By name without ending; empty if there is none.
std::string_view static_text(std::string_view name);

}  // namespace sayso::serve
