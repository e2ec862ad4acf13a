// Who did what to whom: a list with timeline and network of the pairs, and one event with all its reports.
#include <algorithm>
#include <array>

#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/event_chart.h"
#include "serve/event_dyads.h"
#include "serve/event_filters.h"
#include "serve/export_pages.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"

namespace sayso::serve {
namespace {

constexpr std::uint64_t kDrawn = 1000;  // the latest; timeline and network are made of them
constexpr std::size_t kPairs = 30;      // more is no picture

std::string pair_url(const Request& request, const std::string& actor, const std::string& recipient) {
  return address_with(request, {{"actor", actor}, {"recipient", recipient}}, "/events");
}

Json sides_of(const std::vector<SharedEventSide>& sides) {
  Json list = Json::array();
  for (const SharedEventSide& side : sides)
    list.push_back({{"text", side.text},
                    {"code", or_null(side.code)},
                    {"sector", or_null(side.sector)},
                    {"name", or_null(side.name)},
                    {"catalog", or_null(side.catalog)},
                    {"url", "/events?actor=" + percent_encoded(side_filter(side))}});
  return list;
}

// "accuse: allege".
std::string deed_of(const SharedEvent& event) {
  std::string deed = event.type;
  std::ranges::transform(deed, deed.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return event.mode.empty() ? deed : deed + ": " + event.mode;
}

Json event_row(const SharedEvent& event) {
  return {{"id", event.id},
          {"date", or_null(event.date)},
          {"type", event.type},
          {"mode", or_null(event.mode)},
          {"deed", deed_of(event)},
          {"cameo", event.cameo},
          {"quad", event.quad},
          {"quad_name", quad_name(event.quad)},
          {"tone", tone_of(event.quad)},
          {"actors", sides_of(event.actors)},
          {"recipients", sides_of(event.recipients)},
          {"contexts", event.contexts},
          {"place", event.place ? or_null(event.place->name) : Json(nullptr)},
          {"factuality", to_string(event.factuality)},
          {"label", or_null(factuality_label(event.factuality))},
          {"disputed", event.disputed},
          {"text", event.text},
          {"articles", event.articles},
          {"outlets", event.outlets},
          {"origins", event.independent_origins},
          {"reach", reach_of(event.articles, event.outlets, event.independent_origins)},
          {"url", "/events/" + event.id}};
}

Json with_urls(Json dyads, const Request& request) {
  for (Json& edge : dyads["edges"])
    edge["url"] = pair_url(request, edge["from"].get<std::string>(), edge["to"].get<std::string>());
  for (Json& node : dyads["nodes"])
    node["url"] =
        address_with(request, {{"actor", node["id"].get<std::string>()}, {"recipient", ""}}, "/events");
  return dyads;
}

// The filters in force, each with the address that drops it.
Json chosen_of(const Request& request) {
  struct Named {
    const char* parameter;
    const char* name;
  };
  constexpr std::array<Named, 9> kNamed = {{{"actor", "by"},
                                            {"recipient", "to"},
                                            {"type", "type"},
                                            {"quad", "class"},
                                            {"factuality", "told"},
                                            {"origins", "independent origins"},
                                            {"country", "country"},
                                            {"from", "from"},
                                            {"to", "until"}}};
  Json chosen = Json::array();
  for (const Named& one : kNamed) {
    std::string value(request.parameter(one.parameter));
    if (value.empty()) continue;
    std::string url = address_with(request, {{one.parameter, ""}});
    if (std::string_view(one.parameter) == "quad") value = quad_name(static_cast<int>(number_of(value, 0)));
    chosen.push_back({{"name", one.name}, {"value", std::move(value)}, {"url", std::move(url)}});
  }
  return chosen;
}

Result<Page> events(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const std::int64_t size = size_of(request), offset = offset_of(request);
  EventFilter filter = event_filter(request);
  filter.limit = std::max<std::uint64_t>(kDrawn, static_cast<std::uint64_t>(offset + size)) + 1;
  std::vector<SharedEvent> found;
  const auto done = list_events(**archive, filter, [&](const SharedEvent& event) {
    found.push_back(event);
    return true;
  });
  if (!done) return done.error();
  Json rows = Json::array();
  for (auto i = static_cast<std::size_t>(offset); i < found.size() && rows.size() < std::size_t(size); ++i)
    rows.push_back(event_row(found[i]));
  const bool more = found.size() > static_cast<std::size_t>(offset + size);
  const bool cut = found.size() > kDrawn;
  if (cut) found.resize(kDrawn);
  Dyads dyads;
  for (const SharedEvent& event : found) dyads.add(event);
  Page page{"events", "Events", with_urls(dyads.json(kPairs), request)};
  page.view = event_choices(request);
  page.view["chart"] = event_chart(found, request);
  page.view["chosen"] = chosen_of(request);
  page.view["fields"] = Json::object();
  for (const char* field : {"actor", "recipient", "country", "from", "to", "quad"})
    page.view["fields"][field] = or_null(request.parameter(field));
  page.view["shown"] = (cut ? "the latest " : "") + counted(found.size(), "event", "events");
  page.model["rows"] = std::move(rows);
  page.model["next"] = more ? Json(std::to_string(offset + size)) : Json(nullptr);
  page.script = "graph";
  page.downloads = {{"PLOVER", export_address(request, "/export/events", "plover")},
                    {"CAMEO", export_address(request, "/export/events", "cameo")},
                    {"Counts by month", export_address(request, "/export/events", "counts")}};
  return page;
}

Json report_row(const SharedEventReport& report, const DocumentCards& documents) {
  const auto card = documents.find(report.document);
  Json chain = Json::array();
  chain.push_back({{"name", report.outlet.empty() ? "unknown outlet" : report.outlet}});
  for (const std::string& via : report.via) chain.push_back({{"name", via}});
  if (!report.attribution.empty()) chain.push_back({{"name", report.origin}});
  std::string url = "/documents/" + report.document;
  if (!report.attribution.empty()) url += "#" + report.attribution;
  return {{"document", report.document},
          {"event", report.event},
          {"attribution", or_null(report.attribution)},
          {"quote", report.quote},
          {"words", report.words},
          {"factuality", to_string(report.factuality)},
          {"label", or_null(factuality_label(report.factuality))},
          {"origin", report.origin},
          {"chain", std::move(chain)},
          {"date", or_null(report.date)},
          {"title", card == documents.end() ? Json(nullptr) : or_null(card->second.title)},
          {"url", std::move(url)}};
}

Result<Page> event(ArchivePool& archives, const std::string& id) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto found = find_event(**archive, id);
  if (!found) return found.error();
  Json model = event_row(found->event);
  Json reports = Json::array(), origins = Json::array();
  for (const SharedEventReport& report : found->event.reports)
    reports.push_back(report_row(report, found->documents));
  for (const ClaimOrigin& origin : found->event.origins)
    origins.push_back({{"name", origin.name},
                       {"independent", origin.independent},
                       {"verifiable", origin.verifiable},
                       {"why", origin.why}});
  model["reports"] = std::move(reports);
  model["origin_list"] = std::move(origins);
  Page page{"event", "Event: " + deed_of(found->event), std::move(model)};
  page.table = page.model["reports"];
  const std::string address = "/export/events/" + found->event.id;
  page.downloads = {{"PLOVER", address + "?format=plover"}, {"CAMEO", address + "?format=cameo"}};
  return page;
}

}  // namespace

void add_event_pages(Site& site, ArchivePool& archives) {
  site.add_page(
      "/events", "listEvents", "Who did what to whom, the latest first, and how often by pairs",
      {{"actor", "a country's code with or without a sector, or part of a name"},
       {"recipient", "as actor"},
       {"type", "PLOVER's type, or the beginning of a CAMEO code"},
       {"quad", "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
        "integer"},
       {"factuality", "fact, likely, denied or open"},
       {"origins", "how many independent origins at least", "integer"},
       {"country", "alpha-3 of a side, or alpha-2 of the place"},
       {"from", "a date or its beginning"},
       {"to", "a date or its beginning; it is in"},
       {"_size", "rows on a page, 1 to 500", "integer"},
       {"_next", "where the page before ended"}},
      [&archives](const Request& request, const PathValues&) { return events(archives, request); });
  site.add_page(
      "/events/{id}", "getEvent", "One event with all its reports, and whose word it is", {},
      [&archives](const Request&, const PathValues& values) { return event(archives, values.at("id")); });
}

}  // namespace sayso::serve
