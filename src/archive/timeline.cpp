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

// The tables are gone through in this order.
constexpr std::string_view kRow =
    "SELECT s.date, c.id, c.text, d.id, s.attribution, s.proposition, s.quote, s.polarity, s.origin, s.via, "
    "s.outlet, s.confidence, e.id FROM claim_statement s CROSS JOIN claim c ON c.key = s.claim "
    "CROSS JOIN document d ON d.key = s.item >> 26 LEFT JOIN item i ON i.key = s.origin_item "
    "LEFT JOIN shared_entity e ON e.item = i.group_key ";

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
  if (!row.is_null(12)) s.origin_entity = row.string(12);
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

// The latest of all claims that several articles make, as the index of dates has them; undated ones count as
// the latest.
void read_latest(Reading& reading, std::size_t limit, std::vector<TimelineRow>& rows) {
  for (const std::string_view dates : {"s.date = ''", "s.date > ''"}) {
    const auto left = static_cast<std::int64_t>(limit - rows.size());
    Statement row =
        reading.database.query(std::string(kRow) + "WHERE c.articles > 1 AND " + std::string(dates) +
                                   " ORDER BY s.date DESC, d.id DESC, s.quote DESC LIMIT ?1",
                               limit == 0 ? std::int64_t{-1} : left);
    while (row.step()) rows.push_back(row_of(row));
  }
}

std::uint64_t count_all(Reading& reading) {
  const auto count = reading.database.find_integer(
      "SELECT count(*) FROM claim c CROSS JOIN claim_statement s ON s.claim = c.key WHERE c.articles > 1");
  return static_cast<std::uint64_t>(count.value_or(0));
}

}  // namespace

Result<Timeline> make_timeline(const Archive& archive, const TimelineFilter& filter) {
  Reading reading(archive);
  Timeline timeline;
  if (!filter.claim.empty()) {
    read_rows(reading, "WHERE s.claim IN (SELECT key FROM claim WHERE id >= ?1 AND id < ?1 || 'g')",
              filter.claim, timeline.rows);
  } else if (!filter.entities.empty()) {
    for (const std::string& id : filter.entities) {
      read_rows(reading,
                "WHERE s.origin_item IN (SELECT i.key FROM shared_entity e JOIN item i ON i.group_key = "
                "e.item WHERE e.id = ?1)",
                id, timeline.rows);
    }
  } else {
    read_latest(reading, filter.limit, timeline.rows);
  }
  // The earliest first, undated ones last; of one day, by document and place.
  std::ranges::stable_sort(timeline.rows, {}, [](const TimelineRow& row) {
    return std::tuple(row.date.empty(), row.date, row.statement.document, row.statement.quote);
  });
  const bool all = filter.claim.empty() && filter.entities.empty();
  timeline.count = all ? count_all(reading) : timeline.rows.size();
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
