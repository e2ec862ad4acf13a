// When two reports tell of one event: its type, its sides, its day and its place agree, and so do the words.
//
// Types and sides alone would make one event of everything that two countries say to each other in a week;
// words alone would join what one speech threatens to what another one does.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/event_report.h"
#include "claims/grouping.h"
#include "claims/linker.h"

namespace sayso::claims {

// By which reports find those that may tell of the same: type, an actor (else a recipient), a day within the
// window, and a word or the other side. Sorted, each once; some 60 for an ordinary clause.
std::vector<std::uint64_t> keys_of(const EventReport& report);

// One body or person, by name or code: "Russia" and "the Russian government", but not two presidents of one
// country.
bool same_side(const EventSide& a, const EventSide& b);

// A Judge (linker.h); none for payloads that are no reports.
std::optional<Verdict> judge_events(const Item& a, const Item& b);
std::optional<Verdict> judge_reports(const EventReport& a, const EventReport& b);

// Keeps a week of like events from growing into one.
inline constexpr GroupRule kEventRule{.by_density = true, .representatives = 64};

}  // namespace sayso::claims
