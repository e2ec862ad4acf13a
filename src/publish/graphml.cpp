// A graph as GraphML (include/sayso/query_json.h).
#include <array>

#include "sayso/query_json.h"

namespace sayso {
namespace {

// Characters that XML 1.0 has no way to write are left out.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out += c;
    }
  }
  return out;
}

std::string data(const char* key, const std::string& value) {
  if (value.empty()) return {};
  return std::string("<data key=\"") + key + "\">" + escaped(value) + "</data>";
}

struct Attribute {
  const char* id;
  const char* of;
  const char* type;
};
constexpr std::array<Attribute, 7> kAttributes = {{{"name", "node", "string"},
                                                   {"type", "node", "string"},
                                                   {"weight", "node", "long"},
                                                   {"label", "edge", "string"},
                                                   {"count", "edge", "long"},
                                                   {"first", "edge", "string"},
                                                   {"last", "edge", "string"}}};

}  // namespace

std::string to_graphml(const Graph& graph) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
      "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  for (const auto& [id, of, type] : kAttributes) {
    out += std::string("  <key id=\"") + id + "\" for=\"" + of + "\" attr.name=\"" + id + "\" attr.type=\"" +
           type + "\"/>\n";
  }
  out += std::string("  <graph id=\"") + (graph.kind == GraphKind::acts ? "acts" : "citations") +
         "\" edgedefault=\"directed\">\n";
  for (const GraphNode& node : graph.nodes) {
    out += "    <node id=\"" + escaped(node.id) + "\">" + data("name", node.name) + data("type", node.type) +
           data("weight", std::to_string(node.weight)) + "</node>\n";
  }
  for (const GraphEdge& edge : graph.edges) {
    out += "    <edge source=\"" + escaped(edge.from) + "\" target=\"" + escaped(edge.to) + "\">" +
           data("label", edge.label) + data("count", std::to_string(edge.count)) + data("first", edge.first) +
           data("last", edge.last) + "</edge>\n";
  }
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace sayso
