// `sayso read`: prints what the articles' attributions are, or their linguistic layers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "sayso/intake.h"

namespace CLI {
class App;
}

namespace sayso::cli {

struct ReadOptions {
  std::vector<std::string> inputs;
  bool json = false;
  bool layers = false;
  std::string published;
  std::string outlet;
  std::vector<FieldPath> fields;
  std::uint64_t max_bytes = 20'000'000;
  unsigned max_seconds = 600;
  std::string quarantine;  // file for what could not be read; empty: none
  unsigned threads = 0;    // 0: one for each core
  std::string model;       // empty: see find_model()
  int width = 0;           // 0: see text_width()
  bool no_color = false;
  bool quiet = false;
};

// Gives an ExitStatus. Output stands in the order of the inputs, whatever the number of threads.
int read_articles(const ReadOptions& options, const Environment& environment);

// Adds the verb; when it is parsed, it runs and sets `status`. All three outlive the parsing.
void add_read_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace sayso::cli
