// `sayso export`: an archive in other people's formats.
#pragma once

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// Adds the verb; when it is parsed, it runs and sets `status`. All three outlive the parsing.
void add_export_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
