// PROV-O, as JSON-LD and as Turtle: articles and what they quote are entities, who said or published it
// agents, reading it an activity of the program.
#include <set>

#include "publish/claim_objects.h"
#include "publish/code_points.h"
#include "publish/rdf_nodes.h"
#include "publish/record_formats.h"
#include "publish/record_names.h"

namespace sayso::publish {
namespace {

Json link(const std::string& iri) {
  return {{"@id", iri}};
}

std::string outlet_urn(const std::string& name) {
  return "urn:sayso:outlet:" + iri_part(name);
}

const char* agent_type(EntityKind kind) {
  if (kind == EntityKind::person) return "prov:Person";
  return kind == EntityKind::organization || kind == EntityKind::place ? "prov:Organization" : "prov:Agent";
}

Json typed_date(const std::string& date) {
  const bool is_time = date.size() == 20 && date[10] == 'T' && date.back() == 'Z';
  return {{"@value", date},
          {"@type", date.size() == 10 ? "xsd:date"
                    : is_time         ? "xsd:dateTime"
                                      : "xsd:string"}};
}

// A bare number would be a double in JSON-LD and a decimal in Turtle.
Json decimal(double number) {
  return {{"@value", Json(number).dump()}, {"@type", "xsd:decimal"}};
}

// The nodes of one record, in the order of the text.
class Nodes {
 public:
  explicit Nodes(const Record& record) : record_(record), points_(record.document.text) {}

  std::vector<Json> make() {
    add_article();
    for (const Attribution& attribution : record_.attributions) add_attribution(attribution);
    for (const std::uint32_t agent : agents_) {
      const Entity& entity = record_.entities[agent];
      nodes_.push_back({{"@id", urn_of(record_.id, entity.id)},
                        {"@type", agent_type(entity.kind)},
                        {"rdfs:label", entity.name}});
    }
    return std::move(nodes_);
  }

 private:
  void add_article() {
    const Article& article = record_.document;
    Json node = {{"@id", urn_of(record_.id)},
                 {"@type", Json::array({"prov:Entity", "schema:NewsArticle"})},
                 {"sayso:sha256", record_.text_hash}};
    if (!article.title.empty()) node["schema:headline"] = article.title;
    if (!address_of(article).empty()) node["schema:url"] = address_of(article);
    if (!article.published.empty()) node["schema:datePublished"] = typed_date(article.published);
    if (!article.outlet.empty()) {
      node["prov:wasAttributedTo"] = link(outlet_urn(article.outlet));
      nodes_.push_back({{"@id", outlet_urn(article.outlet)},
                        {"@type", "prov:Organization"},
                        {"rdfs:label", article.outlet}});
    }
    nodes_.push_back(std::move(node));
    const Generator& generator = record_.generator;
    const std::string program = "urn:sayso:program:" + iri_part(generator.version + "-" + generator.model);
    nodes_.push_back(
        {{"@id", program}, {"@type", "prov:SoftwareAgent"}, {"rdfs:label", "sayso " + generator.version}});
    nodes_.push_back({{"@id", urn_of(record_.id, "reading")},
                      {"@type", "prov:Activity"},
                      {"prov:used", link(urn_of(record_.id))},
                      {"prov:wasAssociatedWith", link(program)}});
  }

  void add_attribution(const Attribution& a) {
    Json quotation = {{"@type", "prov:Quotation"},
                      {"prov:entity", link(urn_of(record_.id))},
                      {"sayso:cue", a.cue.text},
                      {"sayso:quote", to_string(a.quote)},
                      {"sayso:commitment", to_string(a.commitment)},
                      {"sayso:confidence", decimal(a.confidence)},
                      {"sayso:begin", points_.before(a.content.spans.front().begin)},
                      {"sayso:end", points_.before(a.content.spans.back().end)}};
    Json node = {{"@id", urn_of(record_.id, a.id)},
                 {"@type", "prov:Entity"},
                 {"prov:value", a.content.text},
                 {"prov:wasQuotedFrom", link(urn_of(record_.id))},
                 {"prov:qualifiedQuotation", std::move(quotation)},
                 {"prov:wasGeneratedBy", link(urn_of(record_.id, "reading"))}};
    if (a.origin) node["prov:wasAttributedTo"] = agent(*a.origin);
    if (a.within)
      node["prov:hadPrimarySource"] = link(urn_of(record_.id, record_.attributions[*a.within].id));
    Json carriers = Json::array();
    for (std::size_t i = 1; i + 1 < a.chain.size(); ++i) {
      if (a.chain[i].entity)
        carriers.push_back({{"@type", "prov:Attribution"},
                            {"prov:agent", agent(*a.chain[i].entity)},
                            {"prov:hadRole", link("urn:sayso:ns:carrier")}});
    }
    if (!carriers.empty()) node["prov:qualifiedAttribution"] = std::move(carriers);
    nodes_.push_back(std::move(node));
  }

  Json agent(std::uint32_t entity) {
    agents_.insert(entity);
    return link(urn_of(record_.id, record_.entities[entity].id));
  }

  const Record& record_;
  const CodePoints points_;
  std::vector<Json> nodes_;
  std::set<std::uint32_t> agents_;  // indices into Record::entities
};

class Prov final : public RecordFormat {
 public:
  std::string begin() override { return "{\"@context\":" + write(json_ld_context()) + ",\"@graph\":["; }
  std::string one(const Record& record) override {
    std::string out;
    for (const Json& node : Nodes(record).make()) {
      out += first_ ? "\n" : ",\n";
      first_ = false;
      out += write(node);
    }
    return out;
  }
  std::string end() override { return "\n]}\n"; }

 private:
  bool first_ = true;
};

class Turtle final : public RecordFormat {
 public:
  std::string begin() override { return turtle_prefixes(); }
  std::string one(const Record& record) override {
    std::string out;
    for (const Json& node : Nodes(record).make()) out += to_turtle(node);
    return out;
  }
};

}  // namespace

std::unique_ptr<RecordFormat> prov_format() {
  return std::make_unique<Prov>();
}
std::unique_ptr<RecordFormat> turtle_format() {
  return std::make_unique<Turtle>();
}

}  // namespace sayso::publish
