// What an archive can be asked about events. The answers are values; they stay what they are when the archive
// changes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sayso/claim_queries.h"
#include "sayso/result.h"
#include "sayso/shared_event.h"

namespace sayso {

class Archive;

// Filters that are empty let everything through; all others must hold.
struct EventFilter {
  std::vector<std::string>
      types;  // PLOVER's: "ACCUSE"; or CAMEO's codes, or beginnings of them: "11", "1121"
  // A side: a code with or without its sector ("RUS", "RUSGOV"), or part of a name, in any letter case.
  std::string actor, recipient;
  std::string country;                 // alpha-3 of either side, or alpha-2 of the place
  std::string from, to;                // ISO 8601 date or its beginning; `to` is in
  std::vector<Commitment> factuality;  // one of these
  std::uint32_t min_origins = 0;       // independent ones
  std::uint64_t limit = 0;             // 0: all
};

// The latest first, ties in the order of their ids, without reports and origins, until `take` says false.
// Gives how many were taken. Errors: bad_argument for a type, a code or a date that there is not. Cost: the
// events in the archive.
Result<std::uint64_t> list_events(const Archive& archive, const EventFilter& filter,
                                  const std::function<bool(const SharedEvent&)>& take);

struct EventPage {
  SharedEvent event;
  DocumentCards documents;  // of all its reports
};

// With its reports and origins. `id` may be cut short where it still means one event. Errors: not_found,
// bad_argument where it means several.
Result<EventPage> find_event(const Archive& archive, const std::string& id);

// How often somebody did something to somebody in a month.
struct EventCount {
  std::string month;             // "2016-12"; empty where the events have no date
  std::string actor, recipient;  // codes of countries or kinds of bodies; empty where not known
  std::string type;
  int quad = 0;
  std::uint64_t events = 0;
  std::uint64_t reports = 0;
  std::uint64_t origins = 0;  // independent ones, added up
};

// In the order of month, actor, recipient, type. An event with several actors or recipients counts for each
// pair. Of events that the filter lets through; `limit` has no meaning here.
Result<std::vector<EventCount>> count_events(const Archive& archive, const EventFilter& filter);

// Articles that were read and in which no event was found, in the order of their addition.
Result<std::vector<DocumentCard>> documents_without_events(const Archive& archive);

}  // namespace sayso
