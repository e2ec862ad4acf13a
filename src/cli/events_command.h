// `sayso events`: who did what to whom, on whose word, and how surely.
#pragma once

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// Adds the verb; when it is parsed, it runs and sets `status`. All three outlive the parsing.
void add_events_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
