// Whether what a clause tells is an event as PLOVER means them: between actors of public life, or by them.
//
// Words are used of private life and of campaigns as they are of states: voters support, guests arrive, a
// candidate attacks a plan. What is required of the sides depends on what was coded.
#pragma once

#include "reading/event_actors.h"
#include "reading/event_words.h"
#include "sayso/record.h"

namespace sayso::reading {

// `event` has its sides; `code` is what it was coded as. Cost: a few look-ups.
bool is_worth_coding(const ActorReader& actors, const ToldEvent& told, const EventCode& code,
                     const Event& event);

// Politicians who attack each other use words: no weapon is named, and the attacker has no forces.
bool is_attack_in_words(const ActorReader& actors, const ToldEvent& told, const EventCode& code,
                        const Event& event);

}  // namespace sayso::reading
