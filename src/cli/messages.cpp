#include "cli/messages.h"

#include <ostream>
#include <string>

#include "cli/visible_text.h"

namespace sayso::cli {

void print_message(std::ostream& err, std::string_view message) {
  err << "sayso: " + visible_line(message) + "\n"
      << std::flush;  // one write, whole among other programs' lines
}

void print_error(std::ostream& err, const Error& error) {
  print_message(err, error.describe());
}

}  // namespace sayso::cli
