#include "cli/graph_view.h"

#include <map>

#include "cli/facts.h"

namespace sayso::cli {

std::string view_graph(const Graph& graph, const WrapOptions& options) {
  if (graph.edges.empty()) return wrap({{"nothing is known", Style::faint}}, "", options) + "\n";
  std::map<std::string_view, std::string_view> names;
  for (const GraphNode& node : graph.nodes) names[node.id] = node.name;
  std::string out;
  if (graph.edges.size() < graph.edge_count) {
    const std::string cut =
        "the " + std::to_string(graph.edges.size()) + " most frequent of " + std::to_string(graph.edge_count);
    out += wrap({{cut, Style::faint}}, "", options);
  }
  for (const GraphEdge& edge : graph.edges) {
    const std::string verb = edge.label.empty() ? " cites " : " > " + edge.label + " > ";
    const std::string about = "  " + facts({std::to_string(edge.count) + "x", period(edge.first, edge.last)});
    out += wrap(
        {{names[edge.from], Style::title}, {verb}, {names[edge.to], Style::title}, {about, Style::faint}}, "",
        options);
  }
  return out + "\n";
}

}  // namespace sayso::cli
