// `sayso completions` and `sayso man`: what a shell and man need to know of the program.
#pragma once

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// To be called when all other verbs are there.
void add_shell_commands(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
