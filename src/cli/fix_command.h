// `sayso fix` and `sayso undo`: corrections by a person, laid over an archive.
#pragma once

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// Adds both verbs; when one is parsed, it runs and sets `status`. All three outlive the parsing.
void add_fix_commands(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
