// What goes to standard error: one line a message, "sayso: MESSAGE".
#pragma once

#include <iosfwd>
#include <string_view>

#include "sayso/result.h"

namespace sayso::cli {

// Foreign names and words in the message cannot control the terminal.
void print_message(std::ostream& err, std::string_view message);
void print_error(std::ostream& err, const Error& error);

}  // namespace sayso::cli
