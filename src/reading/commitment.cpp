#include "reading/commitment.h"

#include <algorithm>

namespace sayso::reading {
namespace {

Commitment value(Likelihood likelihood, bool minus) {
  using enum Commitment;
  switch (likelihood) {
    case Likelihood::certain:
      return minus ? certain_minus : certain_plus;
    case Likelihood::probable:
      return minus ? probable_minus : probable_plus;
    case Likelihood::possible:
      return minus ? possible_minus : possible_plus;
  }
  return certain_plus;
}

bool is_minus(const ContentClause& content) {
  return content.negated || content.doubted || content.called_false;
}

// The content's own words, taken with no more certainty than the cue leaves.
Commitment of_content(const ContentClause& content, Likelihood at_best) {
  return value(std::max(content.likelihood, at_best), is_minus(content));
}

}  // namespace

Commitment commitment_of(CueForce force, SpeechAct act, const CuePhrase& cue, const ContentClause& content) {
  using enum Commitment;
  if (act == SpeechAct::directive || act == SpeechAct::question) return uncommitted;
  switch (force) {
    case CueForce::label:
      if (content.names_falsehood) return certain_minus;
      return of_content(content, Likelihood::certain);
    case CueForce::report:
    case CueForce::hearsay:
      if (content.open) return uncommitted;
      return of_content(content, Likelihood::certain);
    case CueForce::suggest:
      return cue.negated ? uncommitted : of_content(content, Likelihood::probable);
    case CueForce::believe:
      if (cue.negated) return probable_minus;
      return of_content(content, cue.modal == Modal::may ? Likelihood::possible : Likelihood::probable);
    case CueForce::speculate:
      return cue.negated ? uncommitted : of_content(content, Likelihood::possible);
    case CueForce::doubt:
      return cue.negated ? certain_plus : probable_minus;
    case CueForce::deny:
      return cue.negated ? uncommitted : certain_minus;
    case CueForce::promise: {
      const bool own = cue.force == CueForce::report || cue.force == CueForce::warn;
      if (!own && cue.negated) return uncommitted;
      return value(content.likelihood, is_minus(content));
    }
    case CueForce::plan: {
      const bool own = cue.force == CueForce::report;
      const bool possible = cue.force == CueForce::plan && cue.modal == Modal::may;
      return value(possible ? Likelihood::possible : Likelihood::probable,
                   is_minus(content) || (own ? content.own_negated : cue.negated));
    }
    case CueForce::consider:
      return value(Likelihood::possible, cue.force == CueForce::consider && cue.negated);
    case CueForce::refuse:
      return certain_minus;
    case CueForce::fear:
      return content.verbal && !cue.negated ? probable_plus : uncommitted;
    case CueForce::praise:
      if (cue.negated || (content.own && content.own_negated)) return uncommitted;
      return content.for_not ? certain_minus : certain_plus;
    default:
      return default_of(force).commitment;
  }
}

}  // namespace sayso::reading
