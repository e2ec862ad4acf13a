// Whether a clause says that something is so: its polarity, modality and tense, and FactBank's value of it.
#pragma once

#include <string>
#include <vector>

#include "reading/clauses.h"
#include "reading/sentence_tree.h"
#include "sayso/record.h"

namespace sayso::reading {

struct Factuality {
  bool negated = false;
  std::string modality;  // as in Proposition
  std::string tense;
  // Of whoever speaks these words.
  Commitment commitment = Commitment::certain_plus;
};

// Of each clause, for the clause it hangs on matters too: what somebody wants, or what holds if, is not so
// yet. Cost: linear in the sentence.
std::vector<Factuality> clause_factuality(const SentenceTree& tree, const std::vector<Clause>& clauses,
                                          const std::vector<bool>& is_cue);

// The more doubtful of the two, on the second one's side.
Commitment under(Commitment speaker, Commitment clause);

}  // namespace sayso::reading
