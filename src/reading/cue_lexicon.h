// What the words of saying do: to deny, to urge, to promise, to hope, to ask.
//
// Classes after Searle's taxonomy of illocutionary acts and FactBank's source-introducing predicates; which
// word is in which class was read off the train part of PolNeAR's chains where it occurs there, else it is
// plain English.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

enum class CueForce : std::uint8_t {
  report,     // say, note, claim, accuse, according to: the content's own words decide
  suggest,    // suggest, imply: probable
  believe,    // believe, expect, seem: probable
  speculate,  // speculate, raise the possibility: possible
  doubt,      // probably not
  deny,       // not so
  refuse,     // will not
  promise,    // will
  plan,       // will, if nothing comes between
  consider,   // may
  demand,     // somebody else shall
  propose,    // somebody else should; or oneself
  ask,        // a question, or a request where an infinitive follows
  wish,       // hope, want, support, oppose: nothing is said to be so
  fear,       // probable and unwelcome; a bare feeling where no clause follows
  praise,     // feeling or judgement about what is so: praise, condemn, regret, thank
  label,      // call, brand: a name for something, and a request where an infinitive follows
  warn,       // not to do: demand; that I shall do: promise; that something will be: report
  unclear,    // nobody says whether
  hearsay,    // reportedly, allegedly
};

// Of a lemma (lemma_of) with its part of speech; none for words that are no cue by themselves.
std::optional<CueForce> force_of(std::string_view lemma, Upos tag);

// Of a word with a particle or object behind it: "call for", "rule out", "take issue".
std::optional<CueForce> force_of(std::string_view lemma, std::string_view next);

// The act and the commitment that a cue has before its negation and its content are looked at.
struct ForceDefault {
  SpeechAct act;
  Commitment commitment;
};
ForceDefault default_of(CueForce force);

}  // namespace sayso::reading
