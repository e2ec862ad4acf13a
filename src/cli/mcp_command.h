// `sayso mcp`: an archive for assistants, over standard input and output.
#pragma once

#include "cli/environment.h"

namespace CLI {
class App;
}

namespace sayso::cli {

void add_mcp_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
