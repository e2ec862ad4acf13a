#include "archive/event_rows.h"

#include <nlohmann/json.hpp>

#include "claims/event_report.h"
#include "claims/shared_events.h"

namespace sayso::archive {
namespace {

using claims::ItemId;
using claims::ItemKind;

std::optional<std::string> or_null(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void put_event(Database& database, std::int64_t group, const SharedEvent& event) {
  const std::optional<SharedEventPlace>& place = event.place;
  database.run(
      "INSERT INTO event (key, id, type, mode, cameo, quad, contexts, date, place, place_catalog, country, "
      "latitude, "
      "longitude, factuality, disputed, text, reports, articles, outlets, origins, first, last) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
      "?21, ?22)",
      group, event.id, event.type, event.mode, event.cameo, event.quad, nlohmann::json(event.contexts).dump(),
      event.date, place ? or_null(place->name) : std::nullopt, place ? or_null(place->catalog) : std::nullopt,
      place ? or_null(place->country) : std::nullopt, place ? place->latitude : std::nullopt,
      place ? place->longitude : std::nullopt, to_string(event.factuality), event.disputed, event.text,
      event.report_count, event.articles, event.outlets, event.independent_origins, event.first, event.last);
}

void put_sides(Database& database, std::int64_t group, int role, const std::vector<SharedEventSide>& sides) {
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const SharedEventSide& side = sides[i];
    database.run(
        "INSERT INTO event_side (event, role, position, text, code, sector, folded, catalog) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        group, role, static_cast<std::int64_t>(i), side.text, side.code, side.sector, side.name,
        side.catalog);
  }
}

// Who stands behind the report, as an item of its own document, so that it is there as long as the report is.
std::optional<std::int64_t> origin_item(SqliteClaimStore& store, const ItemId& id) {
  const auto item = store.get(ItemKind::event, id);
  const auto report = item ? claims::decode_event_report(item->payload) : std::nullopt;
  if (!report || !report->statement.origin || !report->statement.origin->entity) return std::nullopt;
  return store.item_key(ItemKind::entity, {id.document, *report->statement.origin->entity});
}

void put_report(Database& database, SqliteClaimStore& store, std::int64_t group, const ItemId& id,
                const SharedEventReport& report) {
  const auto item = store.item_key(ItemKind::event, id);
  if (!item) return;
  database.run(
      "INSERT OR REPLACE INTO event_report (item, event, number, attribution, proposition, quote, "
      "factuality, origin, "
      "origin_item, via, outlet, date) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      *item, group, report.event, or_null(report.attribution), or_null(report.proposition), report.quote,
      to_string(report.factuality), report.origin, origin_item(store, id), nlohmann::json(report.via).dump(),
      or_null(report.outlet), report.date);
}

void write_event(Database& database, SqliteClaimStore& store, CorrectedStore& corrected, std::int64_t group) {
  const ItemId id = store.item_id(group);
  const std::vector<ItemId> members = store.members(ItemKind::event, id);
  const auto event = members.empty() ? std::nullopt : claims::build_event(corrected, id);
  if (!event || event->reports.size() != members.size()) return;
  put_event(database, group, *event);
  put_sides(database, group, 0, event->actors);
  put_sides(database, group, 1, event->recipients);
  for (std::size_t i = 0; i < members.size(); ++i)
    put_report(database, store, group, members[i], event->reports[i]);
}

std::set<std::int64_t> keys_in(Statement rows) {
  std::set<std::int64_t> keys;
  while (rows.step()) keys.insert(rows.integer(0));
  return keys;
}

}  // namespace

void remove_event(Database& database, std::int64_t group) {
  database.run("DELETE FROM event WHERE key = ?1", group);
}

void write_events(Database& database, SqliteClaimStore& store, const Overlay& overlay,
                  const std::set<std::int64_t>& groups) {
  CorrectedStore corrected(database, store, overlay);
  for (const std::int64_t group : groups) remove_event(database, group);
  for (const std::int64_t group : groups) write_event(database, store, corrected, group);
}

std::set<std::int64_t> events_of_origin(Database& database, std::int64_t entity_item) {
  return keys_in(database.query("SELECT event FROM event_report WHERE origin_item = ?1", entity_item));
}

std::set<std::int64_t> events_of_document(Database& database, std::int64_t document) {
  return keys_in(database.query("SELECT event FROM event_report WHERE item >= ?1 AND item < ?2",
                                item_key_of(document, ItemKind::event, 0),
                                item_key_of(document + 1, ItemKind{}, 0)));
}

}  // namespace sayso::archive
