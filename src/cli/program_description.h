// The command line as the program itself knows it, for what is made from it: the manual page and the shells'
// completions.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace sayso::cli {

struct OptionDescription {
  std::vector<std::string> names;    // "-h", "--help"; none for what is told by its place
  std::string value;                 // what follows, as "DIR", or what stands in the place; empty for a flag
  std::vector<std::string> choices;  // of the value; empty where it may be anything
  std::string text;
  bool required = false;
  bool repeats = false;
};

struct VerbDescription {
  std::string name;
  std::string text;
  std::string footer;
  std::vector<OptionDescription> options;
  std::vector<OptionDescription> places;
  std::vector<VerbDescription> verbs;
};

VerbDescription describe(CLI::App& app);

}  // namespace sayso::cli
