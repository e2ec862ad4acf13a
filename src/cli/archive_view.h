// What the verbs share that ask an archive: their options, the open archive, and how they end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/styled_wrap.h"
#include "sayso/archive.h"
#include "sayso/claim_queries.h"

namespace CLI {
class App;
}

namespace sayso::cli {

struct ArchiveViewOptions {
  std::string archive;
  bool json = false;
  std::size_t limit = 0;  // 0: all
  int width = 0;          // 0: see text_width()
  bool no_color = false;
};

// ARCHIVE, --json, --limit with this many unless said otherwise, --width, --no-color.
void add_view_options(CLI::App& command, ArchiveViewOptions& options, std::size_t limit);

WrapOptions wrap_options(const ArchiveViewOptions& options, const Environment& environment);

// None where it cannot be opened; that is said on standard error.
std::optional<Archive> open_archive(const std::string& file, ArchiveAccess access,
                                    const Environment& environment);

// Says what went wrong; gives the status.
int fail(const Error& error, const Environment& environment);

// Whether the output took everything; if not, says so and gives its status instead of `status`.
int finish_output(int status, const Environment& environment);

// Who is called so. Where nobody is, that is said on standard error, with names that look like it, and the
// list is empty; none on an error, which is said too.
std::optional<std::vector<EntitySummary>> look_up_name(Archive& archive, const std::string& name,
                                                       const Environment& environment);

}  // namespace sayso::cli
