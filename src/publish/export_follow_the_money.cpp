// FollowTheMoney, an entity a line: the article, the persons and organizations that it names, that it
// mentions them, and a note for each attribution, since the model has no word for a statement. Ids hold
// within one article: who is who across articles is for whoever loads them.
#include <set>

#include "publish/claim_objects.h"
#include "publish/record_formats.h"
#include "publish/record_names.h"

namespace sayso::publish {
namespace {

constexpr std::size_t kDay = 10;  // of an ISO 8601 date

const char* schema_of(const Entity& entity) {
  if (entity.kind == EntityKind::person) return "Person";
  return entity.kind == EntityKind::organization ? "Organization" : nullptr;
}

class FollowTheMoney final : public RecordFormat {
 public:
  std::string one(const Record& record) override {
    std::string out = line(id_of(record), "Article", article_of(record));
    for (const Entity& entity : record.entities) {
      if (!is_named(entity)) continue;
      out += line(id_of(record, entity.id), schema_of(entity), entity_of(entity));
      out += line(id_of(record, entity.id) + "-mention", "Mention",
                  {{"document", {id_of(record)}},
                   {"resolved", {id_of(record, entity.id)}},
                   {"name", names_of(entity)},
                   {"detectedSchema", {schema_of(entity)}}});
    }
    for (const Attribution& attribution : record.attributions)
      out += line(id_of(record, attribution.id), "Note", note_of(record, attribution));
    return out;
  }

 private:
  static bool is_named(const Entity& entity) {
    return schema_of(entity) != nullptr && !entity.name.starts_with("anonymous:");
  }

  static std::string id_of(const Record& record, const std::string& id = {}) {
    return "sayso-" + record.id + (id.empty() ? "" : "-" + id);
  }

  static std::string line(const std::string& id, const char* schema, Json properties) {
    for (auto at = properties.begin(); at != properties.end();) {
      at = at->empty() || at->front() == Json("") ? properties.erase(at) : std::next(at);
    }
    return write({{"id", id}, {"schema", schema}, {"properties", std::move(properties)}}) + "\n";
  }

  static Json list(const std::string& value) { return value.empty() ? Json::array() : Json::array({value}); }

  static Json article_of(const Record& record) {
    const Article& article = record.document;
    return {{"title", list(article.title.empty() ? article.input : article.title)},
            {"author", article.authors},
            {"publisher", list(article.outlet)},
            {"publishedAt", list(article.published.substr(0, kDay))},
            {"sourceUrl", list(address_of(article))},
            {"language", list(article.language.starts_with("en") ? "eng" : "")},
            {"bodyText", list(article.text)}};
  }

  static Json names_of(const Entity& entity) {
    Json names = Json::array({entity.name});
    for (const std::string& alias : entity.aliases) names.push_back(alias);
    return names;
  }

  static Json entity_of(const Entity& entity) {
    Json properties = {{"name", list(entity.name)}, {"alias", entity.aliases}};
    if (entity.kind != EntityKind::person) return properties;
    Json positions = Json::array();
    for (const Role& role : entity.roles)
      positions.push_back(role.of.empty() ? role.title : role.title + ", " + role.of);
    properties["position"] = std::move(positions);
    return properties;
  }

  static Json note_of(const Record& record, const Attribution& attribution) {
    Json about = Json::array({id_of(record)});
    if (attribution.origin && is_named(record.entities[*attribution.origin]))
      about.push_back(id_of(record, record.entities[*attribution.origin].id));
    const std::string origin = origin_name(record, attribution);
    return {{"entity", std::move(about)},
            {"description", {(origin.empty() ? "The article" : origin) + ": " + attribution.content.text}},
            {"createdAt", list(record.document.published.substr(0, kDay))}};
  }
};

}  // namespace

std::unique_ptr<RecordFormat> follow_the_money_format() {
  return std::make_unique<FollowTheMoney>();
}

}  // namespace sayso::publish
