// A record for a person to read: the article's head, then its attributions in their words.
#pragma once

#include <string>

#include "cli/styled_wrap.h"
#include "sayso/record.h"

namespace sayso::cli {

// The line that says how source, cue and content are told apart; once, above the first record.
std::string view_legend(const WrapOptions& options);

// Ends with an empty line. Whatever the article holds, only the styles' own escape sequences reach the
// terminal.
std::string view_record(const Record& record, const WrapOptions& options);

}  // namespace sayso::cli
