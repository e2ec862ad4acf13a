// Completions for shells, from the description of the command line.
#pragma once

#include <string>

#include "cli/program_description.h"

namespace sayso::cli {

// Scripts that a shell loads; what they offer: verbs, options, the words that an option takes, files and
// folders.
std::string bash_completions(const VerbDescription& program);
std::string zsh_completions(const VerbDescription& program);
std::string fish_completions(const VerbDescription& program);

}  // namespace sayso::cli
