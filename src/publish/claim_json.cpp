// Claims and shared entities to JSON (include/sayso/claim_json.h); the schemas in docs/ are the contract.
#include "sayso/claim_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace sayso {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

// "DOCUMENT#a1", as attributions are named outside their record.
Json reference(const std::string& document, const std::string& id) {
  return id.empty() ? Json(nullptr) : Json(document + "#" + id);
}

Json statement_to_json(const ClaimStatement& statement) {
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

Json origin_to_json(const ClaimOrigin& origin) {
  return {{"name", origin.name},
          {"entity", or_null(origin.entity)},
          {"documents", origin.documents},
          {"independent", origin.independent},
          {"verifiable", origin.verifiable},
          {"why", origin.why}};
}

template <typename Item, typename Convert>
Json list_to_json(const std::vector<Item>& items, Convert convert) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(convert(item));
  return list;
}

Json copy_to_json(const Copy& copy) {
  return {{"of", copy.of}, {"document", copy.document}, {"kind", to_string(copy.kind)}, {"why", copy.why}};
}

Json position_to_json(const Position& position) {
  return {{"entity", position.entity},
          {"date", or_null(position.date)},
          {"polarity", to_string(position.polarity)}};
}

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

// Everything that comes from articles is valid UTF-8; names that a person gave on a command line may not be.
std::string write(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Claim& claim) {
  return write({{"schema", "sayso.claim/1"},
                {"id", claim.id},
                {"text", claim.text},
                {"status", to_string(claim.status)},
                {"independent_origins", claim.independent_origins},
                {"first", or_null(claim.first)},
                {"last", or_null(claim.last)},
                {"entities", claim.entities},
                {"statements", list_to_json(claim.statements, statement_to_json)},
                {"origins", list_to_json(claim.origins, origin_to_json)},
                {"copies", list_to_json(claim.copies, copy_to_json)},
                {"positions", list_to_json(claim.positions, position_to_json)}});
}

std::string to_json(const SharedEntity& entity) {
  return write({{"schema", "sayso.entity/1"},
                {"id", entity.id},
                {"name", entity.name},
                {"type", to_string(entity.kind)},
                {"aliases", list_to_json(entity.aliases, alias_to_json)},
                {"roles", list_to_json(entity.roles, role_to_json)},
                {"members", entity.members},
                {"why", entity.why}});
}

}  // namespace sayso
