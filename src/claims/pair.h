// Whether two statements are about the same: a pure function of the two, and the reasons for its answer.
//
// A statement and its denial are about the same; which of them denies is for claims.h.
#pragma once

#include <string>
#include <vector>

#include "claims/claim_store.h"
#include "claims/linker.h"
#include "claims/statement.h"

namespace sayso::claims {

// What two statements have in common; every number in 0..1 where nothing else is said.
struct Likeness {
  double meaning = 0;  // cosine of what they mean, -1..1; 0 where unknown
  double words = 0;    // shared content words, names of the affair left out, of the fewer
  double shared = 0;   // their number; 1 for three and more
  double names = 0;    // shared names of the affair, of the fewer
  bool same_words = false;
};

Likeness likeness_of(const Compared& a, const Compared& b);
Likeness likeness_of(const Statement& a, const Statement& b);

// The probability that they are about the same, 0..1.
double probability_of(const Likeness& likeness);

// The same for a person: "meaning 0.71; shares litre, acid; both about Corvane".
std::string describe(const Likeness& likeness, const Statement& a, const Statement& b);

// For Linker: none below kLeastProbability, and for payloads that are no statements. That it lies below one
// half is for the grouping, which looks at many pairs together. The reason is left out: explain() finds it
// again.
inline constexpr double kLeastProbability = 0.12;
std::optional<Verdict> judge_statements(const Item& a, const Item& b);

// Why two statements were linked, or why they were kept apart; for a person.
std::string explain(const Statement& a, const Statement& b);

}  // namespace sayso::claims
