#include "cli/graph_command.h"

#include <CLI/CLI.hpp>
#include <cerrno>
#include <memory>
#include <ostream>

#include "cli/archive_view.h"
#include "cli/graph_view.h"
#include "sayso/claim_export.h"
#include "sayso/query_json.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kListed = 50;

constexpr const char* kFooter =
    R"(Edges go from whoever publishes or carries words to whoever they are from, and with --acts from
whoever acts to whoever is acted upon, with the verb. With --json it is one object of nodes and edges.

Examples:
  sayso graph news.sayso
  sayso graph news.sayso --about "Edda Thorsby"
  sayso graph news.sayso --graphml --limit 0 > news.graphml
  sayso graph news.sayso --acts --limit 0 --json

Exit codes:
  0    done
  1    nobody is called so, or the archive could not be read
  2    wrong use)";

struct GraphOptions : ArchiveViewOptions {
  bool acts = false;
  bool graphml = false;
  std::string about;
};

int run_graph(const GraphOptions& options, const Environment& environment) {
  errno = 0;
  std::optional<Archive> archive = open_archive(options.archive, ArchiveAccess::read, environment);
  if (!archive) return kSomeFailed;
  GraphFilter filter{.kind = options.acts ? GraphKind::acts : GraphKind::citations, .limit = options.limit};
  if (!options.about.empty()) {
    const auto entities = look_up_name(*archive, options.about, environment);
    if (!entities || entities->empty()) return kSomeFailed;
    for (const EntitySummary& entity : *entities) filter.entities.push_back(entity.id);
  }
  const Result<Graph> graph = make_graph(*archive, filter);
  if (!graph) return fail(graph.error(), environment);
  environment.out << (options.json      ? to_json(*graph) + "\n"
                      : options.graphml ? to_graphml(*graph)
                                        : view_graph(*graph, wrap_options(options, environment)));
  return finish_output(kDone, environment);
}

}  // namespace

void add_graph_command(CLI::App& app, const Environment& environment, int& status) {
  CLI::App* const command = app.add_subcommand("graph", "Who cites whom, or who acts on whom");
  const auto options = std::make_shared<GraphOptions>();
  add_view_options(*command, *options, kListed);
  command->add_flag("--acts", options->acts, "Who acts on whom, by what was said to be the case");
  command->add_option("--about", options->about, "Only what goes from or to somebody of this name or id")
      ->type_name("NAME");
  command->add_flag("--graphml", options->graphml, "Print GraphML, for Gephi, yEd, NetworkX and others");
  command->footer(kFooter);
  command->callback([options, &environment, &status] { status = run_graph(*options, environment); });
}

}  // namespace sayso::cli
