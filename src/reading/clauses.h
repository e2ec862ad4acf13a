// Words that are predicates of clauses of their own, and what each clause consists of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reading/sentence_tree.h"
#include "sayso/record.h"

namespace sayso::reading {

// A word with a role in a clause.
struct ClauseArgument {
  std::string role;  // as in sayso::Argument
  std::uint32_t word = 0;
};

struct Clause {
  std::uint32_t predicate = 0;
  std::string lemma;
  Span words;         // of the predicate: with a copula, a light verb's noun
  bool noun = false;  // a nominalisation: no clause in the grammar's sense
  bool passive = false;
  std::optional<std::uint32_t> over;  // the clause that it hangs on, index into the list
  std::vector<ClauseArgument> arguments;
};

// The clauses of a sentence in the order of their predicates; a clause stands behind the one it hangs on in
// no particular order. Cost: linear in the sentence, but for sentences whose words hang on each other in a
// long chain.
std::vector<Clause> find_clauses(const SentenceTree& tree);

// "handed over the rebels", whose object the parser takes for an oblique without a preposition.
bool is_particle_object(const SentenceTree& tree, std::uint32_t word);

}  // namespace sayso::reading
