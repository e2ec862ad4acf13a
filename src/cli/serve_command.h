// `sayso serve`: the archive in a browser.
#pragma once

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// Adds the verb; when it is parsed, it runs and sets `status`. All three outlive the parsing.
void add_serve_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
