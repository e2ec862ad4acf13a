#include "cli/shell_commands.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "cli/choices.h"
#include "cli/completions.h"
#include "cli/manual.h"
#include "cli/messages.h"
#include "sayso/version.h"

namespace sayso::cli {
namespace {

constexpr const char* kCompletionsFooter =
    R"(Prints a script that the shell loads; packages bring it along.

Examples:
  source <(sayso completions bash)
  sayso completions zsh > ~/.zfunc/_sayso        with ~/.zfunc in $fpath
  sayso completions fish > ~/.config/fish/completions/sayso.fish)";

constexpr const char* kManFooter = R"(Example:
  sayso man | man -l -)";

int print(const std::string& text, const Environment& environment) {
  environment.out << text << std::flush;
  return environment.out ? kDone : kOutputClosed;
}

std::string completions_for(const std::string& shell, const VerbDescription& program) {
  if (shell == "bash") return bash_completions(program);
  return shell == "zsh" ? zsh_completions(program) : fish_completions(program);
}

}  // namespace

void add_shell_commands(CLI::App& app, const Environment& environment, int& status) {
  const auto shell = std::make_shared<std::string>();
  CLI::App* const completions = app.add_subcommand("completions", "Print completions for a shell");
  completions->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->type_name("")
      ->check(one_of({"bash", "zsh", "fish"}));
  completions->footer(kCompletionsFooter);
  completions->callback([shell, &app, &environment, &status] {
    status = print(completions_for(*shell, describe(app)), environment);
  });
  CLI::App* const man = app.add_subcommand("man", "Print the manual page");
  man->footer(kManFooter);
  man->callback([&app, &environment, &status] {
    status = print(manual_page(describe(app), SAYSO_VERSION), environment);
  });
}

}  // namespace sayso::cli
