// The manual page, from the description of the command line.
#pragma once

#include <string>

#include "cli/program_description.h"

namespace sayso::cli {

// sayso(1) in man's roff macros. It has no date, so that one version makes one page.
std::string manual_page(const VerbDescription& program, const std::string& version);

}  // namespace sayso::cli
