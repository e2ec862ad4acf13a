// Events to PLOVER's JSON and to GDELT's columns (include/sayso/event_export.h).
#include "sayso/event_export.h"

#include <array>
#include <cstdio>

#include "publish/claim_objects.h"
#include "publish/event_objects.h"
#include "sayso/version.h"

namespace sayso {
namespace {

using publish::Json;
using publish::or_null;
using publish::reference;

constexpr std::array<std::string_view, 61> kGdeltColumns = {"GLOBALEVENTID",
                                                            "SQLDATE",
                                                            "MonthYear",
                                                            "Year",
                                                            "FractionDate",
                                                            "Actor1Code",
                                                            "Actor1Name",
                                                            "Actor1CountryCode",
                                                            "Actor1KnownGroupCode",
                                                            "Actor1EthnicCode",
                                                            "Actor1Religion1Code",
                                                            "Actor1Religion2Code",
                                                            "Actor1Type1Code",
                                                            "Actor1Type2Code",
                                                            "Actor1Type3Code",
                                                            "Actor2Code",
                                                            "Actor2Name",
                                                            "Actor2CountryCode",
                                                            "Actor2KnownGroupCode",
                                                            "Actor2EthnicCode",
                                                            "Actor2Religion1Code",
                                                            "Actor2Religion2Code",
                                                            "Actor2Type1Code",
                                                            "Actor2Type2Code",
                                                            "Actor2Type3Code",
                                                            "IsRootEvent",
                                                            "EventCode",
                                                            "EventBaseCode",
                                                            "EventRootCode",
                                                            "QuadClass",
                                                            "GoldsteinScale",
                                                            "NumMentions",
                                                            "NumSources",
                                                            "NumArticles",
                                                            "AvgTone",
                                                            "Actor1Geo_Type",
                                                            "Actor1Geo_FullName",
                                                            "Actor1Geo_CountryCode",
                                                            "Actor1Geo_ADM1Code",
                                                            "Actor1Geo_ADM2Code",
                                                            "Actor1Geo_Lat",
                                                            "Actor1Geo_Long",
                                                            "Actor1Geo_FeatureID",
                                                            "Actor2Geo_Type",
                                                            "Actor2Geo_FullName",
                                                            "Actor2Geo_CountryCode",
                                                            "Actor2Geo_ADM1Code",
                                                            "Actor2Geo_ADM2Code",
                                                            "Actor2Geo_Lat",
                                                            "Actor2Geo_Long",
                                                            "Actor2Geo_FeatureID",
                                                            "ActionGeo_Type",
                                                            "ActionGeo_FullName",
                                                            "ActionGeo_CountryCode",
                                                            "ActionGeo_ADM1Code",
                                                            "ActionGeo_ADM2Code",
                                                            "ActionGeo_Lat",
                                                            "ActionGeo_Long",
                                                            "ActionGeo_FeatureID",
                                                            "DATEADDED",
                                                            "SOURCEURL"};

constexpr std::size_t kDay = 10;  // characters of an ISO 8601 day

// GDELT's kinds of places.
constexpr std::string_view kCountryPlace = "1", kCityOfTheWorld = "4";

Json entity_of(const SharedEventSide& side) {
  Json out = {{"code", side.code}, {"entity_text", side.text}};
  if (!side.sector.empty()) out["sector"] = side.sector;
  if (!side.catalog.empty()) out["identifier_id"] = side.catalog;
  return out;
}

// The report that the event's own text is from, else the first.
const SharedEventReport* leading_report(const SharedEvent& event) {
  for (const SharedEventReport& report : event.reports) {
    if (report.quote == event.text) return &report;
  }
  return event.reports.empty() ? nullptr : &event.reports.front();
}

const DocumentCard* card_of(const EventPage& page, const SharedEventReport* report) {
  if (report == nullptr) return nullptr;
  const auto card = page.documents.find(report->document);
  return card == page.documents.end() ? nullptr : &card->second;
}

// No tab or line break ends a cell.
std::string in_one_line(std::string cell) {
  for (char& c : cell) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return cell;
}

// Cells of one row, by the columns' names' places.
class Row {
 public:
  void set(std::string_view column, std::string value) {
    value = in_one_line(std::move(value));
    for (std::size_t i = 0; i < kGdeltColumns.size(); ++i) {
      if (kGdeltColumns[i] == column) cells_[i] = std::move(value);
    }
  }
  std::string line() const {
    std::string out;
    for (std::size_t i = 0; i < cells_.size(); ++i) out += (i == 0 ? "" : "\t") + cells_[i];
    return out + "\n";
  }

 private:
  std::array<std::string, kGdeltColumns.size()> cells_;
};

// A number out of the id's first 15 hexadecimal digits and the pair's place: below 2^63, as databases want
// it.
std::string global_id(const std::string& id, std::size_t pair) {
  const std::uint64_t number = std::stoull("0" + id.substr(0, 14), nullptr, 16);
  return std::to_string(number * 16 + pair % 16);
}

void set_date(Row& row, const std::string& date) {
  if (date.size() < 4) return;
  const std::string year = date.substr(0, 4), month = date.size() >= 7 ? date.substr(5, 2) : "",
                    day = date.size() >= 10 ? date.substr(8, 2) : "";
  row.set("Year", year);
  if (month.empty()) return;
  row.set("MonthYear", year + month);
  if (day.empty()) return;
  row.set("SQLDATE", year + month + day);
  char fraction[16];
  std::snprintf(fraction, sizeof fraction, "%.4f",
                std::stoi(year) + (std::stoi(month) * 30 + std::stoi(day)) / 365.0);
  row.set("FractionDate", fraction);
}

// CAMEO's letters for PLOVER's sectors: PLOVER's MED are doctors, CAMEO's are the press; what CAMEO has no
// letters for is empty.
std::string_view cameo_type(std::string_view sector) {
  if (sector == "JRN") return "MED";
  if (sector == "MED") return "HLH";
  if (sector == "PRM") return "UAF";
  if (sector == "SOC") return "CVL";
  if (sector == "UNK" || sector == "REL" || sector == "PRE") return {};
  return sector;
}

void set_side(Row& row, const std::string& which, const SharedEventSide& side) {
  const std::string type(cameo_type(side.sector));
  row.set(which + "Code", side.code + type);
  row.set(which + "Name", side.text);
  row.set(which + "CountryCode", side.code);
  row.set(which + "Type1Code", type);
}

void set_place(Row& row, const SharedEventPlace& place) {
  const bool city = place.catalog.starts_with("city:");
  row.set("ActionGeo_Type", std::string(city ? kCityOfTheWorld : kCountryPlace));
  row.set("ActionGeo_FullName", place.name);
  row.set("ActionGeo_CountryCode", place.country);
  if (city) row.set("ActionGeo_FeatureID", place.catalog.substr(5));
  if (!place.latitude || !place.longitude) return;
  char number[32];
  std::snprintf(number, sizeof number, "%.4f", *place.latitude);
  row.set("ActionGeo_Lat", number);
  std::snprintf(number, sizeof number, "%.4f", *place.longitude);
  row.set("ActionGeo_Long", number);
}

Row row_of(const EventPage& page) {
  const SharedEvent& event = page.event;
  Row row;
  set_date(row, event.date);
  row.set("IsRootEvent", "1");
  row.set("EventCode", event.cameo);
  row.set("EventBaseCode", event.cameo.substr(0, 3));
  row.set("EventRootCode", event.cameo.substr(0, 2));
  row.set("QuadClass", std::to_string(event.quad));
  row.set("NumMentions", std::to_string(event.report_count));
  row.set("NumSources", std::to_string(event.outlets));
  row.set("NumArticles", std::to_string(event.articles));
  if (event.place) set_place(row, *event.place);
  if (const DocumentCard* const card = card_of(page, leading_report(event)))
    row.set("SOURCEURL", card->url.empty() ? card->id : card->url);
  return row;
}

}  // namespace

std::string to_plover(const EventPage& page) {
  const SharedEvent& event = page.event;
  Json actors = Json::array(), recipients = Json::array();
  for (const SharedEventSide& side : event.actors) actors.push_back(entity_of(side));
  for (const SharedEventSide& side : event.recipients) recipients.push_back(entity_of(side));
  Json out = {{"id", event.id},
              {"date", event.date.size() == kDay ? event.date : event.first.substr(0, kDay)},
              {"actor", std::move(actors)},
              {"event", Json::array({event.type})}};
  if (!recipients.empty()) out["recipient"] = std::move(recipients);
  if (!event.mode.empty()) out["mode"] = Json::array({event.mode});
  if (!event.contexts.empty()) out["context"] = event.contexts;
  if (event.place) out["event_loc"] = publish::to_object(*event.place);
  const SharedEventReport* const report = leading_report(event);
  if (report != nullptr) out["event_text"] = report->words;
  out["quad_code"] = event.quad;
  out["text"] = event.text;
  if (const DocumentCard* const card = card_of(page, report)) {
    if (!card->url.empty()) out["link"] = card->url;
    out["cite_info"] = {
        {"citation", card->id}, {"title", card->title}, {"publication", card->outlet}, {"url", card->url}};
  }
  out["coder"] = "sayso " SAYSO_VERSION;
  Json sources = Json::array();
  for (const ClaimOrigin& origin : event.origins) {
    sources.push_back(
        {{"name", origin.name}, {"independent", origin.independent}, {"verifiable", origin.verifiable}});
  }
  Json reports = Json::array();
  for (const SharedEventReport& r : event.reports) reports.push_back(reference(r.document, r.event));
  out["sayso"] = {
      {"cameo", event.cameo},
      {"factuality", to_string(event.factuality)},
      {"disputed", event.disputed},
      {"attribution", report != nullptr ? reference(report->document, report->attribution) : Json(nullptr)},
      {"independent_origins", event.independent_origins},
      {"articles", event.articles},
      {"outlets", event.outlets},
      {"origins", std::move(sources)},
      {"reports", std::move(reports)}};
  return publish::write(out);
}

std::string gdelt_header() {
  std::string out;
  for (const std::string_view column : kGdeltColumns) out += (out.empty() ? "" : "\t") + std::string(column);
  return out + "\n";
}

std::string to_gdelt(const EventPage& page) {
  const SharedEvent& event = page.event;
  const bool table = event.recipients.empty() && event.actors.size() > 1;
  const std::vector<SharedEventSide>& others = table ? event.actors : event.recipients;
  std::string out;
  std::size_t pair = 0;
  const auto add = [&](const SharedEventSide* a, const SharedEventSide* b) {
    Row row = row_of(page);
    row.set("GLOBALEVENTID", global_id(event.id, pair++));
    if (a != nullptr) set_side(row, "Actor1", *a);
    if (b != nullptr) set_side(row, "Actor2", *b);
    out += row.line();
  };
  for (const SharedEventSide& a : event.actors) {
    if (others.empty()) add(&a, nullptr);
    for (const SharedEventSide& b : others) {
      if (&a != &b) add(&a, &b);
    }
  }
  if (event.actors.empty()) {
    for (const SharedEventSide& b : others) add(nullptr, &b);
  }
  return out;
}

std::string to_card_table(const std::vector<DocumentCard>& cards) {
  std::string out = "document\texternal_id\tpublished\toutlet\ttitle\turl\n";
  for (const DocumentCard& card : cards) {
    std::string line;
    for (const std::string* cell :
         {&card.id, &card.external_id, &card.published, &card.outlet, &card.title, &card.url})
      line += (line.empty() ? "" : "\t") + in_one_line(*cell);
    out += line + "\n";
  }
  return out;
}

std::string to_count_table(const std::vector<EventCount>& counts) {
  std::string out = "month\tactor\trecipient\tevent\tquad_code\tevents\treports\tindependent_origins\n";
  for (const EventCount& c : counts) {
    out += c.month + "\t" + c.actor + "\t" + c.recipient + "\t" + c.type + "\t" + std::to_string(c.quad) +
           "\t" + std::to_string(c.events) + "\t" + std::to_string(c.reports) + "\t" +
           std::to_string(c.origins) + "\n";
  }
  return out;
}

}  // namespace sayso
