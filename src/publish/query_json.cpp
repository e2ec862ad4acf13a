// Answers of an archive to JSON (include/sayso/query_json.h).
#include "sayso/query_json.h"

#include <cmath>

#include "publish/claim_objects.h"

namespace sayso {
namespace {

using publish::Json;
using publish::or_null;
using publish::reference;
using publish::to_list;

Json said_to_json(const SaidRow& row) {
  return {{"document", row.document},
          {"attribution", reference(row.document, row.attribution)},
          {"date", or_null(row.date)},
          {"source", or_null(row.source)},
          {"chain", to_list(row.chain, or_null)},
          {"words", row.words},
          {"commitment", to_string(row.commitment)},
          {"claim", or_null(row.claim)}};
}

Json pair_to_json(const JudgedPair& pair) {
  return {{"a", publish::to_object(pair.a)},
          {"b", publish::to_object(pair.b)},
          {"score", std::round(pair.score * 1000) / 1000},
          {"why", pair.why}};
}

Json node_to_json(const GraphNode& node) {
  return {{"id", node.id}, {"name", node.name}, {"type", node.type}, {"weight", node.weight}};
}

Json edge_to_json(const GraphEdge& edge) {
  return {{"from", edge.from},
          {"to", edge.to},
          {"label", or_null(edge.label)},
          {"count", edge.count},
          {"first", or_null(edge.first)},
          {"last", or_null(edge.last)},
          {"evidence", edge.evidence}};
}

Json anchor_to_json(const Anchor& anchor) {
  return {{"document", anchor.document},
          {"quote", anchor.quote},
          {"prefix", anchor.prefix},
          {"suffix", anchor.suffix}};
}

}  // namespace

std::string to_json(const EntityPage& page) {
  Json json = publish::to_object(page.entity);
  json["documents"] = page.documents;
  json["said_count"] = page.said_count;
  json["said"] = to_list(page.said, said_to_json);
  json["about_count"] = page.about_count;
  json["about"] = to_list(page.about, said_to_json);
  return publish::write(json);
}

std::string to_json(const ClaimExplanation& explanation) {
  return publish::write({{"schema", "sayso.explanation/1"},
                         {"joined", to_list(explanation.joined, pair_to_json)},
                         {"apart", to_list(explanation.apart, pair_to_json)}});
}

std::string to_json(const EntityExplanation& explanation) {
  const auto apart = [](const EntityApart& other) {
    return Json{{"id", other.entity.id},
                {"name", other.entity.name},
                {"type", to_string(other.entity.kind)},
                {"roles", or_null(other.entity.roles)},
                {"documents", other.entity.documents},
                {"why", other.why}};
  };
  return publish::write({{"schema", "sayso.explanation/1"},
                         {"entity", explanation.id},
                         {"joined", explanation.joined},
                         {"apart", to_list(explanation.apart, apart)}});
}

std::string to_json(const Graph& graph) {
  return publish::write({{"schema", "sayso.graph/1"},
                         {"kind", graph.kind == GraphKind::acts ? "acts" : "citations"},
                         {"edge_count", graph.edge_count},
                         {"nodes", to_list(graph.nodes, node_to_json)},
                         {"edges", to_list(graph.edges, edge_to_json)}});
}

std::string to_json(const Correction& correction) {
  return publish::write({{"number", correction.number},
                         {"kind", to_string(correction.kind)},
                         {"name", or_null(correction.name)},
                         {"made", correction.made},
                         {"applies", correction.applies},
                         {"anchors", to_list(correction.anchors, anchor_to_json)}});
}

std::string to_json_lines(const Timeline& timeline) {
  std::string lines;
  for (const TimelineRow& row : timeline.rows) {
    Json json = {{"schema", "sayso.timeline/1"},
                 {"date", or_null(row.date)},
                 {"claim", row.claim},
                 {"claim_text", row.claim_text}};
    json["statement"] = publish::to_object(row.statement);
    lines += publish::write(json) + "\n";
  }
  return lines;
}

}  // namespace sayso
