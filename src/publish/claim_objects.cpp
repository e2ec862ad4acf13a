#include "publish/claim_objects.h"

#include <cmath>

namespace sayso::publish {
namespace {

Json alias_to_json(const SharedEntity::Alias& alias) {
  return {{"text", alias.text},
          {"count", alias.count},
          {"first", or_null(alias.first)},
          {"last", or_null(alias.last)}};
}

Json role_to_json(const SharedEntity::DatedRole& role) {
  return {{"title", role.title},
          {"of", or_null(role.of)},
          {"from", or_null(role.from)},
          {"to", or_null(role.to)},
          {"evidence", or_null(role.evidence)}};
}

}  // namespace

Json or_null(const std::string& value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

Json reference(const std::string& document, const std::string& id) {
  return id.empty() ? Json(nullptr) : Json(document + "#" + id);
}

Json to_object(const ClaimStatement& statement) {
  return {{"document", statement.document},
          {"attribution", reference(statement.document, statement.attribution)},
          {"proposition", reference(statement.document, statement.proposition)},
          {"quote", statement.quote},
          {"polarity", to_string(statement.polarity)},
          {"origin", statement.origin},
          {"origin_entity", or_null(statement.origin_entity)},
          {"via", statement.via},
          {"outlet", or_null(statement.outlet)},
          {"date", or_null(statement.date)},
          // Three digits: more would differ from one processor to the next.
          {"confidence", std::round(statement.confidence * 1000) / 1000}};
}

Json to_object(const SharedEntity& entity) {
  return {{"schema", "sayso.entity/1"},
          {"id", entity.id},
          {"name", entity.name},
          {"type", to_string(entity.kind)},
          {"aliases", to_list(entity.aliases, alias_to_json)},
          {"roles", to_list(entity.roles, role_to_json)},
          {"members", entity.members},
          {"why", entity.why}};
}

std::string write(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace sayso::publish
