// `sayso who`: what somebody said over time, what others said of them, their names and roles.
#pragma once

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// Adds the verb; when it is parsed, it runs and sets `status`. All three outlive the parsing.
void add_who_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
