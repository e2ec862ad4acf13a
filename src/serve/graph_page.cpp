// Who cites whom, and who acts on whom, as a table; a script draws the same.
#include <map>
#include <set>

#include "sayso/claim_queries.h"
#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/export_pages.h"
#include "serve/named_entities.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

constexpr std::int64_t kEdges = 60;  // more is no picture

std::string url_of(const GraphNode& node) {
  if (node.type == "outlet") return "/search?outlet=" + percent_encoded(node.name);
  return "/entities?name=" + percent_encoded(node.name);
}

Json nodes_of(const Graph& graph) {
  Json nodes = Json::array();
  for (const GraphNode& node : graph.nodes)
    nodes.push_back({{"id", node.id},
                     {"name", node.name},
                     {"type", node.type},
                     {"weight", node.weight},
                     {"url", url_of(node)}});
  return nodes;
}

Json edges_of(const Graph& graph) {
  std::map<std::string, const GraphNode*> nodes;
  for (const GraphNode& node : graph.nodes) nodes.emplace(node.id, &node);
  const auto name = [&](const std::string& id) { return nodes.contains(id) ? nodes[id]->name : id; };
  const auto url = [&](const std::string& id) {
    return nodes.contains(id) ? url_of(*nodes[id]) : std::string("/");
  };
  Json rows = Json::array();
  for (const GraphEdge& edge : graph.edges) {
    Json evidence = Json::array();
    for (const std::string& place : edge.evidence) {
      const std::size_t cut = place.find('#');
      const bool attribution = cut != std::string::npos && place.compare(cut, 2, "#a") == 0;
      evidence.push_back(
          {{"id", place}, {"url", "/documents/" + (attribution ? place : place.substr(0, cut))}});
    }
    rows.push_back({{"from", edge.from},
                    {"to", edge.to},
                    {"from_name", name(edge.from)},
                    {"to_name", name(edge.to)},
                    {"from_url", url(edge.from)},
                    {"to_url", url(edge.to)},
                    {"label", edge.label},
                    {"count", edge.count},
                    {"first", or_null(edge.first)},
                    {"last", edge.last == edge.first ? Json(nullptr) : or_null(edge.last)},
                    {"evidence", std::move(evidence)}});
  }
  return rows;
}

std::string shown(std::size_t edges, std::size_t offset, std::uint64_t count) {
  const std::string all = counted(count, "edge", "edges");
  if (edges == count) return all;
  return std::to_string(edges) + (offset == 0 ? " most frequent of " : " less frequent of ") + all;
}

// Pages before this one had the first edges; their nodes go where no edge of this page has them.
void drop_before(Graph& graph, std::size_t offset) {
  const std::size_t dropped = std::min(offset, graph.edges.size());
  if (dropped == 0) return;
  graph.edges.erase(graph.edges.begin(), graph.edges.begin() + static_cast<std::ptrdiff_t>(dropped));
  std::set<std::string> kept;
  for (const GraphEdge& edge : graph.edges) kept.insert({edge.from, edge.to});
  std::erase_if(graph.nodes, [&](const GraphNode& node) { return !kept.contains(node.id); });
}

Result<Page> graph(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const bool acts = request.parameter("kind") == "acts";
  const auto offset = static_cast<std::size_t>(offset_of(request));
  const std::size_t limit = offset + static_cast<std::size_t>(size_of(request, kEdges));
  const std::string name(request.parameter("about"));
  auto about = ids_named(**archive, name);
  if (!about) return about.error();
  auto made =
      make_graph(**archive, {acts ? GraphKind::acts : GraphKind::citations, *std::move(about), limit});
  if (!made) return made.error();
  const bool more = made->edge_count > made->edges.size();
  drop_before(*made, offset);
  Page page{"graph", "Graph",
            Json{{"kind", acts ? "acts" : "citations"},
                 {"edge_count", made->edge_count},
                 {"about", or_null(name)},
                 {"nodes", nodes_of(*made)},
                 {"rows", edges_of(*made)},
                 {"next", more ? Json(std::to_string(limit)) : Json(nullptr)}}};
  page.downloads = {{"GraphML", export_address(request, "/export/graph", "graphml")}};
  page.view = {{"acts", acts},
               {"citations_url", address_with(request, {{"kind", "citations"}})},
               {"all_url", address_with(request, {{"about", ""}})},
               {"acts_url", address_with(request, {{"kind", "acts"}})},
               {"shown", shown(made->edges.size(), offset, made->edge_count)}};
  page.script = "graph";
  return page;
}

}  // namespace

void add_graph_page(Site& site, ArchivePool& archives) {
  site.add_page("/graph", "getGraph", "Who cites whom, or who acts on whom",
                {{"kind", "citations or acts"},
                 {"about", "a name, or an entity's id: only its edges"},
                 {"_size", "edges, 1 to 500", "integer"},
                 {"_next", "where the page before ended"}},
                [&archives](const Request& request, const PathValues&) { return graph(archives, request); });
}

}  // namespace sayso::serve
