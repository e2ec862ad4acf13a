#include "archive/graph_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "archive/sqlite_claim_store.h"
#include "sayso/claim_queries.h"

namespace sayso::archive {
namespace {

using claims::ItemKind;

struct Edge {
  std::int64_t count = 0;
  std::string first, last;
  std::uint32_t evidence = 0;
};

class EdgeMaker {
 public:
  EdgeMaker(Database& database, std::int64_t document, const Record& record)
      : database_(database), document_(document), record_(record) {
    outlet_ = database.find_integer("SELECT outlet FROM document WHERE key = ?1", document);
    day_ = database.find_text("SELECT day FROM document WHERE key = ?1", document).value_or("");
  }

  void put() {
    for (std::uint32_t i = 0; i < record_.attributions.size(); ++i) add_chain(i);
    for (std::uint32_t i = 0; i < record_.propositions.size(); ++i) add_deed(i);
    for (const auto& [key, edge] : edges_) {
      const auto& [kind, a, b, label] = key;
      database_.run(
          "INSERT INTO actor_edge (document, kind, a, b, label, count, first, last, evidence) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
          document_, static_cast<int>(kind), a, b, label, edge.count, edge.first, edge.last, edge.evidence);
    }
  }

 private:
  void add(GraphKind kind, std::int64_t a, std::int64_t b, const std::string& label, const std::string& day,
           std::uint32_t evidence) {
    if (a == b) return;
    Edge& edge = edges_[{kind, a, b, label}];
    if (edge.count++ == 0) edge.evidence = evidence;
    if (day.empty()) return;
    if (edge.first.empty() || day < edge.first) edge.first = day;
    edge.last = std::max(edge.last, day);
  }

  std::int64_t actor(std::uint32_t entity) const { return item_key_of(document_, ItemKind::entity, entity); }

  std::optional<std::int64_t> actor(const ChainLink& link, bool first) const {
    if (link.entity) return actor(*link.entity);
    if (first && outlet_) return -*outlet_;
    return std::nullopt;
  }

  // From whoever publishes over those who carry it to whoever said it.
  void add_chain(std::uint32_t number) {
    const Attribution& attribution = record_.attributions[number];
    const std::string& day = attribution.time ? attribution.time->value : day_;
    std::optional<std::int64_t> before;
    for (std::size_t i = 0; i < attribution.chain.size(); ++i) {
      const auto now = actor(attribution.chain[i], i == 0);
      if (before && now) add(GraphKind::citations, *before, *now, "", day, number + 1);
      if (now) before = now;
    }
  }

  // Who has a name, or is many who have none: "residents" act too, "a statement" does not.
  bool acts(std::uint32_t entity) const {
    const EntityKind kind = record_.entities[entity].kind;
    return kind == EntityKind::person || kind == EntityKind::organization || kind == EntityKind::place ||
           kind == EntityKind::group;
  }

  bool is_sure(const Proposition& proposition) const {
    return !proposition.negated && (proposition.factuality == Commitment::certain_plus ||
                                    proposition.factuality == Commitment::probable_plus);
  }

  // From the subject to the object of a clause that holds.
  void add_deed(std::uint32_t number) {
    const Proposition& proposition = record_.propositions[number];
    if (!is_sure(proposition)) return;
    for (const Argument& subject : proposition.arguments) {
      if (subject.role != "nsubj" || !subject.entity || !acts(*subject.entity)) continue;
      for (const Argument& object : proposition.arguments) {
        const bool suffers = object.role == "obj" || object.role == "iobj";
        if (!suffers || !object.entity || !acts(*object.entity)) continue;
        add(GraphKind::acts, actor(*subject.entity), actor(*object.entity), proposition.predicate.lemma, day_,
            number + 1);
      }
    }
  }

  Database& database_;
  std::int64_t document_;
  const Record& record_;
  std::optional<std::int64_t> outlet_;
  std::string day_;
  std::map<std::tuple<GraphKind, std::int64_t, std::int64_t, std::string>, Edge> edges_;
};

}  // namespace

void put_edges(Database& database, std::int64_t document, const Record& record) {
  EdgeMaker(database, document, record).put();
}

void remove_edges(Database& database, std::int64_t document) {
  database.run("DELETE FROM actor_edge WHERE document = ?1", document);
}

}  // namespace sayso::archive
