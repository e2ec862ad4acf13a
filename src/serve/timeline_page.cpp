// When things happened, were said and were published.
#include <algorithm>
#include <array>

#include "sayso/claim_queries.h"
#include "serve/address.h"
#include "serve/archive_pages.h"
#include "serve/named_entities.h"
#include "serve/paging.h"
#include "serve/statement_rows.h"
#include "serve/timeline_chart.h"

namespace sayso::serve {
namespace {

constexpr std::int64_t kRowsShown = 200;

struct Axis {
  const char* id;
  const char* field;
  const char* name;
};
constexpr std::array<Axis, 3> kAxes = {{{"said", "date", "By day of saying"},
                                        {"published", "published", "By day of publication"},
                                        {"event", "event", "By time of the event"}}};

const Axis& axis_of(const Request& request) {
  for (const Axis& axis : kAxes)
    if (request.parameter("axis") == axis.id) return axis;
  return kAxes[0];
}

Result<TimelineFilter> filter_of(const Archive& archive, const Request& request) {
  TimelineFilter filter;
  filter.claim = request.parameter("claim");
  filter.limit = static_cast<std::size_t>(offset_of(request) + size_of(request, kRowsShown));
  auto entities = ids_named(archive, std::string(request.parameter("entity")));
  if (!entities) return entities.error();
  filter.entities = *std::move(entities);
  return filter;
}

// When what the statement says happened: the time expression of its clause.
Result<std::string> event_time(const Archive& archive, const ClaimStatement& statement) {
  std::string value;
  if (statement.proposition.empty()) return value;
  const std::vector<SqlValue> values = {statement.document, statement.proposition};
  const auto done = archive.query(
      "SELECT x.value FROM propositions p JOIN timexes x ON x.document = p.document AND x.id = p.time "
      "WHERE p.document = ?1 AND p.id = ?2 AND x.type IN ('DATE', 'TIME')",
      values, [&](const SqlRow& row) {
        value = row.text(0);
        return true;
      });
  if (!done) return done.error();
  if (value.empty() || value.front() < '0' || value.front() > '9') value.clear();  // "PAST_REF"
  // "2024-10-22TNI", a night: the day is enough here.
  return value.substr(0, 10);
}

Result<Json> rows_of(const Archive& archive, const Timeline& timeline) {
  Json rows = Json::array();
  for (const TimelineRow& row : timeline.rows) {
    const auto event = event_time(archive, row.statement);
    if (!event) return event.error();
    Json one = statement_row(row.statement, timeline.documents);
    one["event"] = or_null(*event);
    one["claim"] = row.claim;
    one["claim_text"] = row.claim_text;
    const std::string_view says = to_string(row.statement.polarity);
    one["status"] = says == "affirm" ? "affirmed" : says == "deny" ? "denied" : "uncertain";
    if (one["published"].is_string()) one["published"] = one["published"].get<std::string>().substr(0, 10);
    rows.push_back(std::move(one));
  }
  return rows;
}

void sort_by(Json& rows, const std::string& field) {
  std::stable_sort(rows.begin(), rows.end(), [&](const Json& a, const Json& b) {
    const auto key = [&](const Json& row) {
      return row[field].is_string() ? row[field].get<std::string>() : "~";
    };
    return key(a) < key(b);
  });
}

Json axes_of(const Request& request, const Axis& chosen) {
  Json axes = Json::array();
  for (const Axis& axis : kAxes) {
    axes.push_back({{"name", axis.name},
                    {"chosen", axis.id == chosen.id},
                    {"url", address_with(request, {{"axis", axis.id}})}});
  }
  return axes;
}

std::string shown(std::size_t rows, std::size_t offset, std::uint64_t count) {
  const std::string all = counted(count, "statement", "statements");
  if (rows == count) return all;
  return (offset == 0 ? "The latest " : "Earlier ones, ") + std::to_string(rows) + " of " + all;
}

Result<Page> timeline(ArchivePool& archives, const Request& request) {
  const auto archive = archives.lend();
  if (!archive) return archive.error();
  const auto filter = filter_of(**archive, request);
  if (!filter) return filter.error();
  auto made = make_timeline(**archive, *filter);
  if (!made) return made.error();
  // The pages before this one had the latest.
  const auto offset = static_cast<std::size_t>(offset_of(request));
  const bool more = made->count > made->rows.size();
  made->rows.resize(made->rows.size() - std::min(made->rows.size(), offset));
  auto rows = rows_of(**archive, *made);
  if (!rows) return rows.error();
  const Axis& axis = axis_of(request);
  sort_by(*rows, axis.field);
  Page page{"timeline", "Timeline", {}};
  page.script = "timeline";
  page.view = {{"chart", timeline_chart(*rows)},
               {"axes", axes_of(request, axis)},
               {"search_entity", "/search?source=" + percent_encoded(request.parameter("entity"))},
               {"filtered", !filter->claim.empty() || !filter->entities.empty()},
               {"shown", shown(rows->size(), offset, made->count)}};
  if (!filter->claim.empty() && !rows->empty())
    page.view["claim_text"] = headline_of((*rows)[0]["claim_text"].get<std::string>());
  page.model = {{"axis", axis.id},
                {"claim", or_null(filter->claim)},
                {"entity", or_null(request.parameter("entity"))},
                {"count", made->count},
                {"rows", *std::move(rows)},
                {"next", more ? Json(std::to_string(filter->limit)) : Json(nullptr)}};
  return page;
}

}  // namespace

void add_timeline_page(Site& site, ArchivePool& archives) {
  site.add_page(
      "/timeline", "getTimeline", "Statements by the day of saying, of publication or of the event",
      {{"claim", "a claim's id: only its statements"},
       {"entity", "a name, or an entity's id: only what it said"},
       {"axis", "said, published or event: what they are ordered by"},
       {"_size", "the latest of them, 1 to 500", "integer"},
       {"_next", "where the page before ended"}},
      [&archives](const Request& request, const PathValues&) { return timeline(archives, request); });
}

}  // namespace sayso::serve
