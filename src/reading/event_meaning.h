// What an event is once verbs such as "agree", "demand" or "lift" have been applied to a deed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "reading/event_lexicon.h"

namespace sayso::reading {

enum class Stance : std::uint8_t { done, promised, requested, refused, threatened };

struct EventMeaning {
  const Deed* deed =
      nullptr;  // null where it is not known what was promised, asked for, refused or threatened
  Stance stance = Stance::done;
};

// With a type and a CAMEO code, or empty where the deed has none in this stance.
EventCode code_of(const EventLexicon& lexicon, const EventMeaning& meaning);

// Against somebody: quad classes 3 and 4.
bool is_hostile(const EventLexicon& lexicon, const EventMeaning& meaning);

bool is_operator(std::string_view verb_class);

// What an operator (a class of event_verbs.tsv in capitals) makes of what it governs, which may be unknown;
// none where the two make no event. "Refused demands to disarm" is a refusal to disarm.
std::optional<EventMeaning> apply(const EventLexicon& lexicon, std::string_view operation,
                                  const std::optional<EventMeaning>& governed);

// What it is not to do what was meant: "will not withdraw" refuses; none where it is no event.
std::optional<EventMeaning> denied(const EventLexicon& lexicon, const EventMeaning& meaning);

}  // namespace sayso::reading
