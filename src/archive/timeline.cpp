// Statements of claims in the order of time.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "archive/archive_reading.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;

Polarity polarity_named(std::string_view name) {
  for (const Polarity polarity : {Polarity::affirm, Polarity::deny}) {
    if (name == to_string(polarity)) return polarity;
  }
  return Polarity::uncertain;
}

constexpr std::string_view kRow =
    "SELECT s.date, c.id, c.text, d.id, s.attribution, s.proposition, s.quote, s.polarity, s.origin, s.via, "
    "s.outlet, "
    "s.confidence, s.origin_item FROM claim_statement s JOIN claim c ON c.key = s.claim "
    "JOIN document d ON d.key = s.item >> 26 ";

TimelineRow row_of(const Statement& row) {
  TimelineRow out;
  out.date = row.string(0);
  out.claim = row.string(1);
  out.claim_text = row.string(2);
  ClaimStatement& s = out.statement;
  s.document = row.string(3);
  if (!row.is_null(4)) s.attribution = "a" + row.string(4);
  if (!row.is_null(5)) s.proposition = "v" + row.string(5);
  s.quote = row.string(6);
  s.polarity = polarity_named(row.text(7));
  s.origin = row.string(8);
  for (const auto& name : nlohmann::json::parse(row.text(9), nullptr, false)) {
    if (name.is_string()) s.via.push_back(name.get<std::string>());
  }
  s.outlet = row.string(10);
  s.confidence = row.real(11);
  s.date = out.date;
  return out;
}

void read_rows(Reading& reading, const std::string& where, std::string_view value,
               std::vector<TimelineRow>& rows) {
  Statement row = reading.database.query(std::string(kRow) + where, value);
  while (row.step()) rows.push_back(row_of(row));
}

}  // namespace

Result<Timeline> make_timeline(const Archive& archive, const TimelineFilter& filter) {
  Reading reading(archive);
  Timeline timeline;
  if (!filter.claim.empty()) {
    read_rows(reading, "WHERE c.id >= ?1 AND c.id < ?1 || 'g'", filter.claim, timeline.rows);
  } else if (!filter.entities.empty()) {
    for (const std::string& id : filter.entities) {
      read_rows(reading,
                "WHERE s.origin_item IN (SELECT i.key FROM shared_entity e JOIN item i ON i.group_key = "
                "e.item WHERE e.id = ?1)",
                id, timeline.rows);
    }
  } else {
    read_rows(reading, "WHERE c.articles > 1 AND ?1 = ''", "", timeline.rows);
  }
  // The earliest first, undated ones last; of one day, by document and place.
  std::ranges::stable_sort(timeline.rows, {}, [](const TimelineRow& row) {
    return std::tuple(row.date.empty(), row.date, row.statement.document, row.statement.quote);
  });
  timeline.count = timeline.rows.size();
  if (filter.limit > 0 && timeline.rows.size() > filter.limit) {
    timeline.rows.erase(timeline.rows.begin(),
                        timeline.rows.end() - static_cast<std::ptrdiff_t>(filter.limit));
  }
  std::set<std::string> documents;
  for (const TimelineRow& row : timeline.rows) documents.insert(row.statement.document);
  timeline.documents = reading.cards_of(documents);
  return reading.checked(std::move(timeline));
}

}  // namespace sayso
