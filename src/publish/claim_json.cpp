// Claims and shared entities to JSON (include/sayso/claim_json.h); the schemas in docs/ are the contract.
#include "sayso/claim_json.h"

#include "publish/claim_objects.h"

namespace sayso {
namespace {

using publish::Json;
using publish::or_null;
using publish::to_list;

Json origin_to_json(const ClaimOrigin& origin) {
  return {{"name", origin.name},
          {"entity", or_null(origin.entity)},
          {"documents", origin.documents},
          {"independent", origin.independent},
          {"verifiable", origin.verifiable},
          {"why", origin.why}};
}

Json copy_to_json(const Copy& copy) {
  return {{"of", copy.of}, {"document", copy.document}, {"kind", to_string(copy.kind)}, {"why", copy.why}};
}

Json position_to_json(const Position& position) {
  return {{"entity", position.entity},
          {"date", or_null(position.date)},
          {"polarity", to_string(position.polarity)}};
}

}  // namespace

std::string to_json(const Claim& claim) {
  return publish::write(
      {{"schema", "sayso.claim/1"},
       {"id", claim.id},
       {"text", claim.text},
       {"status", to_string(claim.status)},
       {"independent_origins", claim.independent_origins},
       {"first", or_null(claim.first)},
       {"last", or_null(claim.last)},
       {"entities", claim.entities},
       {"statements", to_list(claim.statements, [](const auto& s) { return publish::to_object(s); })},
       {"origins", to_list(claim.origins, origin_to_json)},
       {"copies", to_list(claim.copies, copy_to_json)},
       {"positions", to_list(claim.positions, position_to_json)}});
}

std::string to_json(const SharedEntity& entity) {
  return publish::write(publish::to_object(entity));
}

}  // namespace sayso
