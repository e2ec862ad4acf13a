// A list of the inputs that were left out, for whoever wants to look at them later.
#pragma once

#include <fstream>
#include <optional>
#include <string>

#include "sayso/result.h"

namespace CLI {
class App;
}

namespace sayso::cli {

// One JSON object a line, {"input", "reason", "code"} and, where it is known, "offset" in bytes; added to
// what the file has, as it happens.
class Quarantine {
 public:
  // An empty name: nothing is written. Errors: unwritable.
  std::optional<Error> open(const std::string& file);
  // Errors: unwritable, once; nothing is written after it.
  std::optional<Error> add(const Error& error);

 private:
  std::string file_;
  std::ofstream out_;
};

// `--quarantine FILE`.
void add_quarantine_option(CLI::App& command, std::string& file);

}  // namespace sayso::cli
