// Who cites whom and who acts on whom (make_graph of include/sayso/claim_queries.h).
#include <algorithm>
#include <map>
#include <tuple>

#include "archive/entity_faces.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;
using claims::ItemKind;

constexpr std::size_t kEvidence = 3;

// A group of entities by its item's key; an outlet by its own key, less than 0.
using Node = std::int64_t;

struct Found {
  std::uint64_t count = 0;
  std::string first, last;
  std::vector<std::tuple<std::string, std::int64_t, std::string>>
      evidence;  // the first days, document, id there
};

class GraphMaker {
 public:
  GraphMaker(Reading& reading, const GraphFilter& filter) : reading_(reading), filter_(filter) {}

  Graph make() {
    find_cited_outlets();
    if (filter_.entities.empty()) {
      read_edges("", {});
    } else {
      for (const std::string& id : filter_.entities) read_edges_of(id);
    }
    return to_graph();
  }

 private:
  using Key = std::tuple<Node, Node, std::string>;
  using Entry = std::pair<const Key, Found>;

  void find_cited_outlets();
  void read_edges_of(const std::string& id);
  void read_edges(std::string_view where, std::optional<std::int64_t> value);
  Node node_of(std::int64_t actor, std::int64_t group) const;
  void note(Found& edge, const Statement& row);
  std::string reference(std::int64_t document, const std::string& number);
  const std::string& id_of(Node node);
  GraphNode describe(Node node, std::uint64_t weight);
  static void keep_most_frequent(std::vector<const Entry*>& order, std::size_t limit);
  Graph to_graph();

  Reading& reading_;
  const GraphFilter& filter_;
  std::map<Node, Node> outlet_of_;  // of groups of entities that are outlets
  std::map<Key, Found> edges_;
  std::set<std::tuple<std::int64_t, Node, Node, std::string>> seen_;  // with the document
  std::map<Node, std::string> ids_;
};

// A paper that publishes here and is named there is one node.
void GraphMaker::find_cited_outlets() {
  Statement row = reading_.database.query(
      "SELECT DISTINCT i.group_key, o.key FROM outlet o JOIN entity_name n ON n.folded = o.folded "
      "JOIN item i ON i.key = n.entity");
  while (row.step()) outlet_of_.emplace(row.integer(0), -row.integer(1));
}

void GraphMaker::read_edges_of(const std::string& id) {
  constexpr std::string_view kOutlet = "outlet:";
  std::set<std::int64_t> actors;
  if (id.starts_with(kOutlet)) {
    const auto outlet =
        reading_.database.find_integer("SELECT key FROM outlet WHERE name = ?1", id.substr(kOutlet.size()));
    if (outlet) actors.insert(-*outlet);
  } else if (const auto group = archive::find_entity_group(reading_, id)) {
    actors.insert(*group);
    const auto outlet = outlet_of_.find(*group);
    if (outlet != outlet_of_.end()) actors.insert(outlet->second);
  }
  for (const auto& [group, outlet] : outlet_of_) {
    if (actors.contains(outlet)) actors.insert(group);
  }
  for (const std::int64_t actor : actors) {
    if (actor < 0) {
      read_edges("AND e.a = ?2 ", actor);
      read_edges("AND e.b = ?2 ", actor);
    } else {
      read_edges("AND e.a IN (SELECT key FROM item WHERE group_key = ?2) ", actor);
      read_edges("AND e.b IN (SELECT key FROM item WHERE group_key = ?2) ", actor);
    }
  }
}

void GraphMaker::read_edges(std::string_view where, std::optional<std::int64_t> value) {
  Statement row = reading_.database.query(
      "SELECT e.a, e.b, i.group_key, j.group_key, e.label, e.count, e.first, e.last, e.evidence, e.document "
      "FROM actor_edge e LEFT JOIN item i ON i.key = e.a LEFT JOIN item j ON j.key = e.b WHERE e.kind = ?1 " +
          std::string(where),
      static_cast<int>(filter_.kind));
  if (value) row.bind_one(2, *value);
  while (row.step()) {
    const Node from = node_of(row.integer(0), row.integer(2)), to = node_of(row.integer(1), row.integer(3));
    if (from == to) continue;
    if (value && !seen_.emplace(row.integer(9), row.integer(0), row.integer(1), row.string(4)).second)
      continue;
    note(edges_[{from, to, row.string(4)}], row);
  }
}

Node GraphMaker::node_of(std::int64_t actor, std::int64_t group) const {
  if (actor < 0) return actor;
  const auto outlet = outlet_of_.find(group);
  return outlet == outlet_of_.end() ? group : outlet->second;
}

void GraphMaker::note(Found& edge, const Statement& row) {
  edge.count += static_cast<std::uint64_t>(row.integer(5));
  const std::string first = row.string(6);
  if (!first.empty() && (edge.first.empty() || first < edge.first)) edge.first = first;
  edge.last = std::max(edge.last, row.string(7));
  if (edge.evidence.size() == kEvidence && first > std::get<0>(edge.evidence.back())) return;
  edge.evidence.emplace_back(first, row.integer(9), row.string(8));
  std::ranges::sort(edge.evidence);
  if (edge.evidence.size() > kEvidence) edge.evidence.pop_back();
}

std::string GraphMaker::reference(std::int64_t document, const std::string& number) {
  const char letter = filter_.kind == GraphKind::citations ? 'a' : 'v';
  return reading_.store.item_id(archive::item_key_of(document, ItemKind::entity, 0)).document.text() + "#" +
         letter + number;
}

const std::string& GraphMaker::id_of(Node node) {
  const auto known = ids_.find(node);
  if (known != ids_.end()) return known->second;
  const auto id =
      node < 0 ? reading_.database.find_text("SELECT 'outlet:' || name FROM outlet WHERE key = ?1", -node)
               : reading_.database.find_text("SELECT id FROM shared_entity WHERE item = ?1", node);
  return ids_.emplace(node, id.value_or("")).first->second;
}

GraphNode GraphMaker::describe(Node node, std::uint64_t weight) {
  if (node < 0) {
    return {id_of(node),
            reading_.database.find_text("SELECT name FROM outlet WHERE key = ?1", -node).value_or(""),
            "outlet", weight};
  }
  const archive::EntityFace face = archive::face_of(reading_, node);
  return {face.id, face.name, to_string(face.kind), weight};
}

// Leaves out what is rarer than the last edge that is wanted, so that fewer have to be looked up and sorted.
void GraphMaker::keep_most_frequent(std::vector<const Entry*>& order, std::size_t limit) {
  if (limit == 0 || order.size() <= limit) return;
  const auto count = [](const Entry* entry) { return entry->second.count; };
  const auto last = order.begin() + static_cast<std::ptrdiff_t>(limit - 1);
  std::ranges::nth_element(order, last, std::greater(), count);
  const std::uint64_t least = count(*last);
  std::erase_if(order, [&](const Entry* entry) { return count(entry) < least; });
}

Graph GraphMaker::to_graph() {
  Graph graph;
  graph.kind = filter_.kind;
  graph.edge_count = edges_.size();
  std::map<Node, std::uint64_t> weights;
  std::vector<const Entry*> order;
  for (const Entry& entry : edges_) {
    weights[std::get<0>(entry.first)] += entry.second.count;
    weights[std::get<1>(entry.first)] += entry.second.count;
    order.push_back(&entry);
  }
  keep_most_frequent(order, filter_.limit);
  std::ranges::sort(order, [&](const Entry* x, const Entry* y) {
    if (x->second.count != y->second.count) return x->second.count > y->second.count;
    const auto& [xa, xb, xlabel] = x->first;
    const auto& [ya, yb, ylabel] = y->first;
    return std::tie(id_of(xa), id_of(xb), xlabel) < std::tie(id_of(ya), id_of(yb), ylabel);
  });
  if (filter_.limit > 0 && order.size() > filter_.limit) order.resize(filter_.limit);
  std::set<Node> shown;
  for (const Entry* entry : order) {
    const auto& [from, to, label] = entry->first;
    shown.insert({from, to});
    GraphEdge edge{id_of(from),         id_of(to),          label, entry->second.count,
                   entry->second.first, entry->second.last, {}};
    for (const auto& [day, document, number] : entry->second.evidence)
      edge.evidence.push_back(reference(document, number));
    graph.edges.push_back(std::move(edge));
  }
  for (const Node node : shown) graph.nodes.push_back(describe(node, weights[node]));
  std::ranges::sort(graph.nodes, [](const GraphNode& x, const GraphNode& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.id < y.id;
  });
  return graph;
}

}  // namespace

Result<Graph> make_graph(const Archive& archive, const GraphFilter& filter) {
  Reading reading(archive);
  return reading.checked(GraphMaker(reading, filter).make());
}

}  // namespace sayso
