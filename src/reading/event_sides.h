// The actors and recipients of an event: who stands where in its clauses.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "reading/event_actors.h"
#include "reading/event_words.h"
#include "reading/propositions.h"
#include "sayso/record.h"

namespace sayso::reading {

struct EventSides {
  std::vector<EventActor> actors;
  std::vector<EventActor> recipients;
};

// What the sides are looked for in.
struct SideContext {
  const SentenceTree& tree;
  const ActorReader& actors;
  const std::vector<ClauseReading>& clauses;
  const std::vector<Attribution>& attributions;
};

// `clause` is the index of the event's outermost one; `code` what the event was coded as.
EventSides find_sides(const SideContext& context, std::uint32_t clause, const ToldEvent& event,
                      const EventCode& code);

}  // namespace sayso::reading
