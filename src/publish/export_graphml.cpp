// Graphs as GraphML: nodes with name, type and weight, directed edges with their verb, count, dates and
// evidence.
#include "sayso/claim_export.h"
#include "sayso/markup.h"

namespace sayso {
namespace {

constexpr const char* kBegin =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
    "<key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
    "<key id=\"type\" for=\"node\" attr.name=\"type\" attr.type=\"string\"/>\n"
    "<key id=\"weight\" for=\"node\" attr.name=\"weight\" attr.type=\"long\"/>\n"
    "<key id=\"label\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>\n"
    "<key id=\"count\" for=\"edge\" attr.name=\"count\" attr.type=\"long\"/>\n"
    "<key id=\"first\" for=\"edge\" attr.name=\"first\" attr.type=\"string\"/>\n"
    "<key id=\"last\" for=\"edge\" attr.name=\"last\" attr.type=\"string\"/>\n"
    "<key id=\"evidence\" for=\"edge\" attr.name=\"evidence\" attr.type=\"string\"/>\n";

std::string data(const char* key, const std::string& value) {
  return value.empty() ? std::string()
                       : std::string("<data key=\"") + key + "\">" + escape_markup(value) + "</data>";
}

}  // namespace

std::string to_graphml(const Graph& graph) {
  std::string out = std::string(kBegin) + "<graph id=\"" +
                    (graph.kind == GraphKind::acts ? "acts" : "citations") + "\" edgedefault=\"directed\">\n";
  for (const GraphNode& node : graph.nodes)
    out += "<node id=\"" + escape_markup(node.id) + "\">" + data("name", node.name) +
           data("type", node.type) + data("weight", std::to_string(node.weight)) + "</node>\n";
  std::size_t number = 0;
  for (const GraphEdge& edge : graph.edges) {
    std::string evidence;
    for (const std::string& one : edge.evidence) evidence += (evidence.empty() ? "" : " ") + one;
    out += "<edge id=\"edge" + std::to_string(++number) + "\" source=\"" + escape_markup(edge.from) +
           "\" target=\"" + escape_markup(edge.to) + "\">" + data("label", edge.label) +
           data("count", std::to_string(edge.count)) + data("first", edge.first) + data("last", edge.last) +
           data("evidence", evidence) + "</edge>\n";
  }
  return out + "</graph>\n</graphml>\n";
}

}  // namespace sayso
