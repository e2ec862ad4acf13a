// The `sayso` command. Each verb has a file of its own, and a line in command_line.cpp.
#pragma once

#include "cli/environment.h"

namespace sayso::cli {

// Parses the arguments and runs the verb; gives an ExitStatus. Never throws, never exits.
int run(int argc, const char* const* argv, const Environment& environment);

}  // namespace sayso::cli
