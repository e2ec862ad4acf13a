#include "cli/terminal.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace sayso::cli {
namespace {

constexpr int kWidestText = 120;
constexpr int kNarrowestText = 20;
constexpr int kFileWidth = 100;

bool understands_escapes(const Variables& variable) {
  const char* const term = variable("TERM");
  return term != nullptr && *term != '\0' && std::string_view(term) != "dumb";
}

}  // namespace

Terminal inspect_terminal(int descriptor) {
  Terminal terminal;
  terminal.is_tty = isatty(descriptor) == 1;
  winsize size{};
  if (terminal.is_tty && ioctl(descriptor, TIOCGWINSZ, &size) == 0) terminal.columns = size.ws_col;
  return terminal;
}

bool shows_colour(const Terminal& terminal, const Variables& variable, bool no_color) {
  if (no_color) return false;
  const char* const refused = variable("NO_COLOR");
  if (refused != nullptr && *refused != '\0') return false;
  const char* const forced = variable("CLICOLOR_FORCE");
  if (forced != nullptr && *forced != '\0' && std::string_view(forced) != "0") return true;
  return can_redraw(terminal, variable);
}

bool can_redraw(const Terminal& terminal, const Variables& variable) {
  return terminal.is_tty && understands_escapes(variable);
}

int text_width(const Terminal& terminal, int requested) {
  if (requested > 0) return requested;
  if (!terminal.is_tty || terminal.columns == 0) return kFileWidth;
  return std::clamp(terminal.columns, kNarrowestText, kWidestText);
}

void open_missing_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) != -1) continue;
    // The lowest free descriptor is the missing one. The wrong direction makes its use fail as if it were
    // closed.
    [[maybe_unused]] const int opened = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace sayso::cli
