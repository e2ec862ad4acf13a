// What an archive can be asked about claims, about who is in it, and how they hang together. The answers are
// values; they stay what they are when the archive changes.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sayso/claim.h"
#include "sayso/result.h"

namespace sayso {

class Archive;

// What stands beside a statement to tell which article it is from. Unknown parts are empty.
struct DocumentCard {
  std::string id;  // Record::id
  std::string external_id;
  std::string outlet;
  std::string title;
  std::string published;
  std::string url;
};

// By Record::id.
using DocumentCards = std::map<std::string, DocumentCard>;

// A claim in a list.
struct ClaimSummary {
  std::string id;
  std::string text;
  ClaimStatus status = ClaimStatus::affirmed;
  std::uint32_t articles = 0;
  std::uint32_t outlets = 0;
  std::uint32_t origins = 0;  // independent ones
  std::string first;
  std::string last;
};

struct ClaimFilter {
  bool contested = false;         // only what is affirmed by one origin and denied by another
  std::uint32_t min_origins = 0;  // independent ones
  // Only claims about, or with a statement by, an entity of one of these ids; none: all claims.
  std::vector<std::string> about;
  std::uint64_t limit = 0;  // 0: all
};

// In how many articles and outlets most; then the latest. Cost: the claims that are given, with a filter
// those that it looks through.
Result<std::vector<ClaimSummary>> list_claims(const Archive& archive, const ClaimFilter& filter);

struct ClaimPage {
  Claim claim;
  DocumentCards documents;  // of all that the claim names
};

// `id` may be cut short, as a list prints it, where it still means one claim. Errors: not_found, bad_argument
// where it means several (the message has them).
Result<ClaimPage> find_claim(const Archive& archive, const std::string& id);

// Two statements that share a key, and what became of them.
struct JudgedPair {
  ClaimStatement a, b;
  double score = 0;
  std::string why;
};

struct ClaimExplanation {
  std::vector<JudgedPair> joined;  // the surest links that hold the claim together, one fewer than statements
  std::vector<JudgedPair> apart;   // statements of others that came nearest, surest first
  DocumentCards documents;
};

// `apart` has `limit` pairs at most. Errors: as find_claim.
Result<ClaimExplanation> explain_claim(const Archive& archive, const std::string& id, std::size_t limit);

// Somebody saying something, in one article.
struct SaidRow {
  std::string document;
  std::string attribution;         // its id there
  std::string date;                // when it was said, else published; may be empty
  std::string source;              // the origin's name
  std::vector<std::string> chain;  // names, first the outlet; "" where it is not known
  std::string words;               // the content
  Commitment commitment = Commitment::certain_plus;
  std::string claim;  // id of the claim that it is part of, or empty
};

struct EntityPage {
  SharedEntity entity;
  std::uint64_t documents = 0;   // that it is in
  std::uint64_t said_count = 0;  // all of them, also where the page has fewer
  std::uint64_t about_count = 0;
  std::vector<SaidRow> said;   // by it, the earliest first
  std::vector<SaidRow> about;  // by others, of it
  DocumentCards cards;
};

struct EntitySummary {
  std::string id;
  std::string name;
  EntityKind kind = EntityKind::other;
  std::uint64_t documents = 0;
  std::uint64_t statements = 0;  // by it
  std::string roles;             // "technician of Coastal Light Board; …", to tell people of one name apart
};

// Who bears the name, as name or alias, without regard to letter case, accents, titles and a leading article;
// most often named first. An entity's id finds that one alone. Nobody: an empty list.
Result<std::vector<EntitySummary>> find_entities(const Archive& archive, const std::string& name,
                                                 std::size_t limit);

// Names that look like one that nobody bears, the nearest first.
Result<std::vector<std::string>> suggest_names(const Archive& archive, const std::string& name,
                                               std::size_t limit);

// The latest `limit` rows of each list (0: all). `id` is an entity's across documents, or DOCUMENT#e1 of any
// of its members. Errors: not_found.
Result<EntityPage> describe_entity(const Archive& archive, const std::string& id, std::size_t limit);

// Somebody of the same name who was not found to be the same.
struct EntityApart {
  EntitySummary entity;
  std::string why;
};

struct EntityExplanation {
  std::string id;                   // of the entity
  std::vector<std::string> joined;  // SharedEntity::why
  std::vector<EntityApart> apart;   // in the most articles first
};

// Why its members are one, and why `limit` others (0: all) who bear one of its names are not. Errors: as
// describe_entity.
Result<EntityExplanation> explain_entity(const Archive& archive, const std::string& id, std::size_t limit);

// What happened when: statements of a claim, of an entity, or of all claims.
struct TimelineRow {
  std::string date;  // may be empty: not known
  std::string claim;
  std::string claim_text;
  ClaimStatement statement;
};

struct Timeline {
  std::vector<TimelineRow> rows;  // the earliest first, undated ones last
  std::uint64_t count = 0;        // of all rows, also where `rows` was cut
  DocumentCards documents;
};

struct TimelineFilter {
  std::string claim;                  // id
  std::vector<std::string> entities;  // ids: statements by one of them
  std::size_t limit = 0;              // the latest; 0: all
};
Result<Timeline> make_timeline(const Archive& archive, const TimelineFilter& filter);

enum class GraphKind : std::uint8_t {
  citations,  // who cites whom: from the outlet over carriers to the origin
  acts,       // who acts on whom, from propositions with two actors
};

struct GraphNode {
  std::string id;  // of an entity across documents; "outlet:NAME"
  std::string name;
  std::string type;          // "outlet", or an EntityKind
  std::uint64_t weight = 0;  // edges in and out, counted as often as they occur
};

struct GraphEdge {
  std::string from, to;  // node ids
  std::string label;     // acts: the predicate's lemma; citations: empty
  std::uint64_t count = 0;
  std::string first, last;            // dates
  std::vector<std::string> evidence;  // DOCUMENT#a1 or DOCUMENT#v1, a few
};

struct Graph {
  GraphKind kind = GraphKind::citations;
  std::vector<GraphNode> nodes;  // heaviest first
  std::vector<GraphEdge> edges;  // most often first
  std::uint64_t edge_count = 0;  // of all edges, also where `edges` was cut
};

struct GraphFilter {
  GraphKind kind = GraphKind::citations;
  std::vector<std::string> entities = {};  // ids: only edges from or to one of them; none: all edges
  std::size_t limit = 0;                   // edges; 0: all
};

// The edges that occur most often, and their nodes. Cost: the edges of all documents, or of the entities.
Result<Graph> make_graph(const Archive& archive, const GraphFilter& filter);

}  // namespace sayso
