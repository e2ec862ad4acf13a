#include "reading/speech_act.h"

namespace sayso::reading {
namespace {

// "He should go", "we need to talk"; but not "it should rain" or "you would think".
bool is_called_for(const ContentClause& content) {
  if (content.modal != Modal::should || content.doubted) return false;
  return content.subject != "it" && content.subject != "this" && content.subject != "that" &&
         content.subject != "there";
}

// "I will", "he would", "they are going to": with a verb of doing, so that "she would be glad" says nothing.
bool announces_deed(const ContentClause& content) {
  return content.speaker && (content.modal == Modal::will || content.modal == Modal::would) &&
         content.likelihood != Likelihood::probable && content.verbal;
}

// A report takes the force of its words.
CueForce force_of_words(const CuePhrase& cue, const ContentClause& content) {
  if (content.question && content.quoted) return CueForce::ask;
  if (content.imperative && content.quoted) return CueForce::demand;
  if (content.own) {
    switch (*content.own) {
      case CueForce::wish:
      case CueForce::plan:
      case CueForce::consider:
      case CueForce::promise:
      case CueForce::refuse:
      case CueForce::demand:
      case CueForce::praise:
        return *content.own;
      case CueForce::fear:
        return CueForce::wish;
      default:
        break;
    }
  }
  if (is_called_for(content)) return CueForce::demand;
  if (cue.lemma == "tell" && content.opening == Opening::infinitive) return CueForce::demand;
  if (announces_deed(content)) return CueForce::promise;
  return CueForce::report;
}

// What did not take place leaves its content open; who would not name or discuss something refuses.
CueForce force_of_silence(const CuePhrase& cue) {
  const bool would_not = cue.modal == Modal::would || cue.modal == Modal::will;
  return would_not && cue.lemma != "say" && cue.lemma != "tell" ? CueForce::refuse : CueForce::unclear;
}

}  // namespace

CueForce force_of(const CuePhrase& cue, const ContentClause& content) {
  const bool infinitive = content.opening == Opening::infinitive;
  switch (cue.force) {
    case CueForce::report:
      if (cue.lemma == "agree" && infinitive) return CueForce::promise;
      return cue.negated ? force_of_silence(cue) : force_of_words(cue, content);
    case CueForce::suggest:
      if (is_called_for(content) && !content.negated) return CueForce::demand;
      return infinitive || content.opening == Opening::gerund ? CueForce::demand : CueForce::suggest;
    case CueForce::propose:
      return infinitive ? CueForce::plan : CueForce::propose;
    case CueForce::ask:
      if (infinitive || (content.to_infinitive && !content.question)) return CueForce::demand;
      return CueForce::ask;
    case CueForce::wish:
      return cue.lemma == "want" && !infinitive && content.to_infinitive ? CueForce::demand : CueForce::wish;
    case CueForce::label:
      return infinitive || (content.to_infinitive && content.opening == Opening::other) ? CueForce::demand : CueForce::label;
    case CueForce::warn:
      if (infinitive || content.imperative) return CueForce::demand;
      return announces_deed(content) ? CueForce::promise : CueForce::report;
    case CueForce::consider:
      if (cue.lemma == "consider" && !cue.ongoing && content.opening == Opening::other) return CueForce::report;
      return CueForce::consider;
    case CueForce::refuse:
      if (cue.refused == CueForce::refuse) return CueForce::consider;
      if (cue.refused == CueForce::report && cue.lemma == "refuse" && content.opening == Opening::interrogative)
        return CueForce::unclear;
      return cue.negated ? CueForce::consider : CueForce::refuse;
    default:
      return cue.force;
  }
}

SpeechAct speech_act(CueForce force, const CuePhrase&, const ContentClause&) {
  return default_of(force).act;
}

}  // namespace sayso::reading
