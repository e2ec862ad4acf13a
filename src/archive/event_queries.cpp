// Events as lists, one by one, and counted (include/sayso/event_queries.h).
#include "sayso/event_queries.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "archive/archive_reading.h"
#include "claims/shared_events.h"
#include "reading/event_lexicon.h"
#include "reading/names.h"

namespace sayso {
namespace {

using archive::Reading;
using archive::Statement;
using claims::ItemId;

constexpr std::array kCommitments = {Commitment::certain_plus,   Commitment::probable_plus,
                                     Commitment::possible_plus,  Commitment::certain_minus,
                                     Commitment::probable_minus, Commitment::possible_minus,
                                     Commitment::uncommitted};

constexpr std::string_view kColumns =
    "e.id, e.type, e.mode, e.cameo, e.quad, e.contexts, e.date, e.place, e.place_catalog, e.country, "
    "e.latitude, e.longitude, "
    "e.factuality, e.disputed, e.text, e.reports, e.articles, e.outlets, e.origins, e.first, e.last, e.key";
constexpr int kKeyColumn = 21;

Error bad_argument(std::string message) {
  return {ErrorCode::bad_argument, std::move(message), {}, {}};
}

bool all_of(std::string_view text, bool (*test)(char)) {
  return !text.empty() && std::ranges::all_of(text, test);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_of_date(char c) {
  return is_digit(c) || c == '-';
}

// The conditions of a filter as SQL, with the values of its parameters.
class Conditions {
 public:
  explicit Conditions(const EventFilter& filter) {
    add_types(filter.types);
    add_side(filter.actor, 0);
    add_side(filter.recipient, 1);
    if (!filter.country.empty()) add_country(filter.country);
    if (!filter.from.empty()) add_date(" AND e.date >= ", filter.from, "");
    if (!filter.to.empty()) add_date(" AND e.date <> '' AND e.date <= ", filter.to, "~");
    add_factuality(filter.factuality);
    sql_ += " AND e.origins >= " + bind(static_cast<std::int64_t>(filter.min_origins));
  }

  const std::string& sql() const { return sql_; }
  const std::vector<SqlValue>& values() const { return values_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  std::string bind(SqlValue value) {
    values_.push_back(std::move(value));
    return "?" + std::to_string(values_.size());
  }

  void add_types(const std::vector<std::string>& types) {
    std::string any;
    for (const std::string& type : types) {
      const bool code = all_of(type, is_digit) && type.size() <= 4;
      if (!code && reading::quad_of(type) == 0)
        error_ = bad_argument("\"" + type + "\" is no type of PLOVER and no code of CAMEO");
      any += (any.empty() ? "" : " OR ") +
             (code ? "e.cameo LIKE " + bind(type + "%") : "e.type = " + bind(type));
    }
    if (!any.empty()) sql_ += " AND (" + any + ")";
  }

  void add_side(const std::string& who, int role) {
    if (who.empty()) return;
    std::string test;
    if (all_of(who, is_capital) && who.size() >= 3 && who.size() <= 9) {
      const std::string code = bind(who + "%");
      test = "s.code || s.sector LIKE " + code + " OR s.sector LIKE " + code;
    } else {
      test = "instr(s.folded, " + bind(reading::normal_form(who)) + ") > 0 OR instr(lower(s.text), lower(" +
             bind(who) + ")) > 0";
    }
    sql_ += " AND EXISTS (SELECT 1 FROM event_side s WHERE s.event = e.key AND s.role = " +
            bind(std::int64_t{role}) + " AND (" + test + "))";
  }

  void add_country(const std::string& country) {
    if (!all_of(country, is_capital) || country.size() < 2 || country.size() > 3) {
      error_ = bad_argument("\"" + country + "\" is no country's code: two or three capitals");
    } else if (country.size() == 2) {
      sql_ += " AND e.country = " + bind(country);
    } else {
      sql_ +=
          " AND EXISTS (SELECT 1 FROM event_side s WHERE s.event = e.key AND s.code = " + bind(country) + ")";
    }
  }

  void add_date(std::string_view test, const std::string& date, std::string_view behind) {
    if (!all_of(date, is_of_date) || date.size() < 4 || date.size() > 10)
      error_ = bad_argument("\"" + date + "\" is no date");
    sql_ += std::string(test) + bind(date + std::string(behind));
  }

  void add_factuality(const std::vector<Commitment>& values) {
    std::string any;
    for (const Commitment value : values)
      any += (any.empty() ? "" : ", ") + bind(std::string(to_string(value)));
    if (!any.empty()) sql_ += " AND e.factuality IN (" + any + ")";
  }

  std::string sql_ = " WHERE 1";
  std::vector<SqlValue> values_;
  std::optional<Error> error_;
};

std::vector<std::string> texts_in(std::string_view json) {
  std::vector<std::string> out;
  for (const auto& text : nlohmann::json::parse(json, nullptr, false)) {
    if (text.is_string()) out.push_back(text.get<std::string>());
  }
  return out;
}

Commitment commitment_named(std::string_view name) {
  for (const Commitment value : kCommitments) {
    if (name == to_string(value)) return value;
  }
  return Commitment::uncommitted;
}

SharedEvent event_of(const Statement& row) {
  const auto count = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  SharedEvent out;
  out.id = row.string(0);
  out.type = row.string(1);
  out.mode = row.string(2);
  out.cameo = row.string(3);
  out.quad = static_cast<int>(row.integer(4));
  out.contexts = texts_in(row.text(5));
  out.date = row.string(6);
  if (!row.is_null(7)) {
    out.place = SharedEventPlace{row.string(7), row.string(8), row.string(9), {}, {}};
    if (!row.is_null(10)) out.place->latitude = row.real(10);
    if (!row.is_null(11)) out.place->longitude = row.real(11);
  }
  out.factuality = commitment_named(row.text(12));
  out.disputed = row.integer(13) != 0;
  out.text = row.string(14);
  out.report_count = count(15);
  out.articles = count(16);
  out.outlets = count(17);
  out.independent_origins = count(18);
  out.first = row.string(19);
  out.last = row.string(20);
  return out;
}

void add_sides(Reading& reading, std::int64_t key, SharedEvent& event) {
  Statement row = reading.database.query(
      "SELECT role, text, code, sector, folded, catalog FROM event_side WHERE event = ?1 ORDER BY role, "
      "position",
      key);
  while (row.step()) {
    auto& sides = row.integer(0) == 0 ? event.actors : event.recipients;
    sides.push_back({row.string(1), row.string(2), row.string(3), row.string(4), row.string(5)});
  }
}

void bind_all(Statement& row, const std::vector<SqlValue>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) row.bind_one(static_cast<int>(i + 1), values[i]);
}

// The group that an event's id, or the beginning of one, names.
Result<ItemId> find_group(Reading& reading, const std::string& id) {
  std::vector<std::pair<std::int64_t, std::string>> found;
  Statement row = reading.database.query(
      "SELECT key, id FROM event WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 6", id);
  while (!id.empty() && row.step()) found.emplace_back(row.integer(0), row.string(1));
  if (found.empty()) return Error{ErrorCode::not_found, "the archive has no event " + id, {}, {}};
  if (found.size() == 1 || found.front().second == id) return reading.store.item_id(found.front().first);
  std::string several;
  for (const auto& [key, one] : found) several += (several.empty() ? "" : ", ") + one.substr(0, 12);
  return bad_argument("several events begin with " + id + ": " + several);
}

// Codes of a side, each once; one empty code where there are none, so that the event counts.
std::vector<std::string> codes_of(const std::vector<SharedEventSide>& sides) {
  std::vector<std::string> codes;
  for (const SharedEventSide& side : sides) {
    if (std::ranges::find(codes, side.code) == codes.end()) codes.push_back(side.code);
  }
  if (codes.empty()) codes.emplace_back();
  return codes;
}

}  // namespace

Result<std::uint64_t> list_events(const Archive& archive, const EventFilter& filter,
                                  const std::function<bool(const SharedEvent&)>& take) {
  const Conditions conditions(filter);
  if (conditions.error()) return *conditions.error();
  Reading reading(archive);
  Statement row = reading.database.prepare("SELECT " + std::string(kColumns) + " FROM event e" +
                                           conditions.sql() + " ORDER BY e.date DESC, e.id");
  bind_all(row, conditions.values());
  std::uint64_t taken = 0;
  while ((filter.limit == 0 || taken < filter.limit) && row.step()) {
    SharedEvent event = event_of(row);
    add_sides(reading, row.integer(kKeyColumn), event);
    ++taken;
    if (!take(event)) break;
  }
  return reading.checked(taken);
}

Result<EventPage> find_event(const Archive& archive, const std::string& id) {
  Reading reading(archive);
  const auto group = find_group(reading, id);
  if (!group) return group.error();
  auto event = claims::build_event(reading.corrected, *group);
  if (!event) return Error{ErrorCode::not_found, "the archive has no event " + id, {}, {}};
  EventPage page{*std::move(event), {}};
  std::set<std::string> documents;
  for (const SharedEventReport& report : page.event.reports) documents.insert(report.document);
  page.documents = reading.cards_of(documents);
  return reading.checked(std::move(page));
}

Result<std::vector<EventCount>> count_events(const Archive& archive, const EventFilter& filter) {
  std::map<std::tuple<std::string, std::string, std::string, std::string>, EventCount> counts;
  EventFilter whole = filter;
  whole.limit = 0;
  const auto listed = list_events(archive, whole, [&](const SharedEvent& event) {
    // Meetings have all sides among the actors: each counts with each.
    const bool table = event.recipients.empty() && event.actors.size() > 1;
    const std::vector<std::string> from = codes_of(event.actors),
                                   to = codes_of(table ? event.actors : event.recipients);
    const std::string month = event.date.size() >= 7 ? event.date.substr(0, 7) : std::string();
    for (const std::string& a : from) {
      for (const std::string& b : to) {
        if (table && a == b && from.size() > 1) continue;
        EventCount& count = counts[{month, a, b, event.type}];
        count.month = month;
        count.actor = a;
        count.recipient = b;
        count.type = event.type;
        count.quad = event.quad;
        ++count.events;
        count.reports += event.report_count;
        count.origins += event.independent_origins;
      }
    }
    return true;
  });
  if (!listed) return listed.error();
  std::vector<EventCount> out;
  for (auto& [key, count] : counts) out.push_back(std::move(count));
  return out;
}

Result<std::vector<DocumentCard>> documents_without_events(const Archive& archive) {
  Reading reading(archive);
  std::vector<DocumentCard> out;
  Statement row = reading.database.query(
      "SELECT d.id, d.external_id, o.name, d.title, d.published, d.url FROM document d LEFT JOIN outlet o ON "
      "o.key = d.outlet "
      "WHERE NOT EXISTS (SELECT 1 FROM event_report r WHERE r.item >= (d.key << 26) AND r.item < ((d.key + "
      "1) << 26)) "
      "ORDER BY d.key");
  while (row.step())
    out.push_back({row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), row.string(5)});
  return reading.checked(std::move(out));
}

}  // namespace sayso
