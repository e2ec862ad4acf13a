// Names on the command line that stand for entities of an archive (cli/archive_view.h).
#include <ostream>
#include <utility>

#include "cli/archive_view.h"
#include "cli/facts.h"
#include "cli/messages.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kSuggestions = 5;
constexpr std::size_t kMostOfOneName = 50;

void say_nobody(Archive& archive, const std::string& name, const Environment& environment) {
  std::string message = "nobody and nothing is called \"" + name + "\" there";
  const auto near = suggest_names(archive, name, kSuggestions);
  if (near && !near->empty()) message += "; did you mean " + join(*near, ", ") + "?";
  print_message(environment.err, message);
}

}  // namespace

std::optional<std::vector<EntitySummary>> look_up_name(Archive& archive, const std::string& name,
                                                       const Environment& environment) {
  Result<std::vector<EntitySummary>> found = find_entities(archive, name, kMostOfOneName);
  if (!found) {
    fail(found.error(), environment);
    return std::nullopt;
  }
  if (found->empty()) say_nobody(archive, name, environment);
  return *std::move(found);
}

}  // namespace sayso::cli
