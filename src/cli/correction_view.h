// Corrections for a person to read.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/corrections.h"

namespace sayso::cli {

// Its number, what it does, and the words that it is about.
std::string view_correction(const Correction& correction, const WrapOptions& options);

}  // namespace sayso::cli
