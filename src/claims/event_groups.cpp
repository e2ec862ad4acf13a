#include "claims/event_groups.h"

#include "claims/event_pair.h"

namespace sayso::claims {
namespace {

// No corrections are made to events yet.
const Corrections& no_corrections() {
  static const Corrections none;
  return none;
}

Linker linker(ClaimStore& store) {
  return Linker(store, ItemKind::event, judge_events, kEventRule, no_corrections());
}

}  // namespace

Change add_events(ClaimStore& store, const Record& record) {
  std::vector<Item> items;
  for (const EventReport& report : make_event_reports(record)) {
    items.push_back({{record.id, static_cast<std::uint32_t>(items.size())}, encode(report), keys_of(report)});
  }
  if (items.empty()) return {};
  return linker(store).add(items);
}

Departure leave_events(ClaimStore& store, const std::string& document) {
  return linker(store).leave(document);
}

Change settle_events(ClaimStore& store, const Departure& departure) {
  return linker(store).settle(departure);
}

}  // namespace sayso::claims
