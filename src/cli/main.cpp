#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/command_line.h"
#include "cli/interrupt.h"

int main(int argc, char** argv) {
  using namespace sayso::cli;
  open_missing_streams();
  handle_interrupts();
  std::signal(SIGPIPE, SIG_IGN);  // a write to a closed pipe fails instead, so that the terminal is left tidy
  std::signal(SIGXFSZ, SIG_IGN);  // likewise a write beyond the largest size that a file may have
  StandardInput buffer;
  std::istream in(&buffer);
  return run(argc, argv,
             Environment{.in = in,
                         .out = std::cout,
                         .err = std::cerr,
                         .out_terminal = inspect_terminal(STDOUT_FILENO),
                         .err_terminal = inspect_terminal(STDERR_FILENO),
                         .variable = [](const char* name) -> const char* { return std::getenv(name); },
                         .interrupted = interrupted,
                         .close_input = close_standard_input});
}
