// Events across documents to JSON (include/sayso/event_json.h); docs/event.schema.json is the contract.
#include "sayso/event_json.h"

#include "publish/claim_objects.h"
#include "publish/event_objects.h"

namespace sayso {
namespace {

using publish::Json;
using publish::or_null;
using publish::reference;
using publish::to_list;

Json side_to_json(const SharedEventSide& side) {
  return {{"text", side.text},
          {"code", or_null(side.code)},
          {"sector", or_null(side.sector)},
          {"catalog", or_null(side.catalog)}};
}

Json report_to_json(const SharedEventReport& report) {
  return {{"document", report.document},
          {"event", reference(report.document, report.event)},
          {"attribution", reference(report.document, report.attribution)},
          {"proposition", reference(report.document, report.proposition)},
          {"quote", report.quote},
          {"words", report.words},
          {"factuality", to_string(report.factuality)},
          {"origin", report.origin},
          {"origin_entity", or_null(report.origin_entity)},
          {"via", report.via},
          {"outlet", or_null(report.outlet)},
          {"date", or_null(report.date)}};
}

Json origin_to_json(const ClaimOrigin& origin) {
  return {{"name", origin.name},
          {"entity", or_null(origin.entity)},
          {"documents", origin.documents},
          {"independent", origin.independent},
          {"verifiable", origin.verifiable},
          {"why", origin.why}};
}

}  // namespace

std::string to_json(const SharedEvent& event) {
  Json mode = Json::array();
  if (!event.mode.empty()) mode.push_back(event.mode);
  return publish::write({{"schema", "sayso.event/1"},
                         {"id", event.id},
                         {"date", or_null(event.date)},
                         {"actor", to_list(event.actors, side_to_json)},
                         {"recipient", to_list(event.recipients, side_to_json)},
                         {"event", Json::array({event.type})},
                         {"mode", std::move(mode)},
                         {"context", event.contexts},
                         {"event_loc", event.place ? publish::to_object(*event.place) : Json(nullptr)},
                         {"quad_code", event.quad},
                         {"cameo", event.cameo},
                         {"text", event.text},
                         {"factuality", to_string(event.factuality)},
                         {"disputed", event.disputed},
                         {"independent_origins", event.independent_origins},
                         {"articles", event.articles},
                         {"outlets", event.outlets},
                         {"first", or_null(event.first)},
                         {"last", or_null(event.last)},
                         {"reports", to_list(event.reports, report_to_json)},
                         {"origins", to_list(event.origins, origin_to_json)}});
}

}  // namespace sayso
