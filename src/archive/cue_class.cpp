#include "archive/cue_class.h"

#include <array>

#include "reading/cue_lexicon.h"

namespace sayso::archive {
namespace {

using reading::CueForce;

std::string_view name_of(CueForce force) {
  switch (force) {
    case CueForce::report:
      return "report";
    case CueForce::suggest:
      return "suggest";
    case CueForce::believe:
      return "believe";
    case CueForce::speculate:
      return "speculate";
    case CueForce::doubt:
      return "doubt";
    case CueForce::deny:
      return "deny";
    case CueForce::refuse:
      return "refuse";
    case CueForce::promise:
      return "promise";
    case CueForce::plan:
      return "plan";
    case CueForce::consider:
      return "consider";
    case CueForce::demand:
      return "demand";
    case CueForce::propose:
      return "propose";
    case CueForce::ask:
      return "ask";
    case CueForce::wish:
      return "wish";
    case CueForce::fear:
      return "fear";
    case CueForce::praise:
      return "praise";
    case CueForce::label:
      return "label";
    case CueForce::warn:
      return "warn";
    case CueForce::unclear:
      return "unclear";
    case CueForce::hearsay:
      return "hearsay";
  }
  return {};
}

}  // namespace

std::string_view cue_class(std::string_view lemma) {
  // A lemma does not tell its part of speech; a cue is a verb before anything else.
  for (const Upos tag : {Upos::verb, Upos::noun, Upos::adj, Upos::adv}) {
    if (const auto force = reading::force_of(lemma, tag)) return name_of(*force);
  }
  return {};
}

std::span<const std::string_view> cue_classes() {
  static constexpr std::array<std::string_view, 20> kNames = {
      "ask",     "believe",   "consider", "demand",  "deny",    "doubt",   "fear",
      "hearsay", "label",     "plan",     "praise",  "promise", "propose", "refuse",
      "report",  "speculate", "suggest",  "unclear", "warn",    "wish"};
  return kNames;
}

}  // namespace sayso::archive
