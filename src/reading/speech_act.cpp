#include "reading/speech_act.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso::reading {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

// "He should go", "we need to talk"; but not "it should rain" or "you would think".
bool is_called_for(const ContentClause& content) {
  static constexpr std::array<std::string_view, 4> kNobody = {"it", "this", "that", "there"};
  return content.modal == Modal::should && !content.doubted && !is_one_of(content.subject, kNobody);
}

// "I will go", "he would vote", "they are going to leave": a deed, so "she would be glad" and "I would say"
// are none.
bool announces_deed(const CuePhrase& cue, const ContentClause& content) {
  static constexpr std::array<std::string_view, 17> kNoDeed = {
      "say",  "describe", "argue",  "appear",  "discount", "think", "guess", "imagine", "expect",
      "like", "love",     "prefer", "believe", "know",     "win",   "lose",  "see"};
  if (!content.speaker || content.passive || cue.lemma == "know") return false;
  if (content.modal != Modal::will && content.modal != Modal::would) return false;
  return content.likelihood != Likelihood::probable && !is_one_of(content.lemma, kNoDeed);
}

// "I urge", "I hope": by these words it is done. Of others' acts in the past the cue only reports.
std::optional<CueForce> own_act(const ContentClause& content) {
  if (!content.own) return std::nullopt;
  const bool under_will = content.modal == Modal::will;
  switch (*content.own) {
    case CueForce::wish:
      // "He does not want to" says what he does not want; "we don't want them" wishes them away.
      if (under_will || (content.own_negated && !content.first_person)) return std::nullopt;
      return CueForce::wish;
    case CueForce::fear:
      return CueForce::wish;
    case CueForce::plan:
    case CueForce::consider:
    case CueForce::promise:
    case CueForce::refuse:
      return content.modal == Modal::should ? std::nullopt : content.own;
    case CueForce::demand:
      return content.first_person && content.present ? content.own : std::nullopt;
    case CueForce::ask:
      return content.first_person && content.present ? std::optional(CueForce::demand) : std::nullopt;
    case CueForce::praise:
      return content.first_person ? content.own : std::nullopt;
    default:
      return std::nullopt;
  }
}

// "announced his support", "made a threat": the noun is what was done.
std::optional<CueForce> act_of_noun(const ContentClause& content) {
  if (content.verbal || content.quoted || !content.head) return std::nullopt;
  const auto force = force_of(content.lemma, Upos::noun);
  if (!force) return std::nullopt;
  static constexpr std::array kActs = {CueForce::wish, CueForce::praise, CueForce::plan, CueForce::promise,
                                       CueForce::doubt};
  return std::ranges::find(kActs, *force) != kActs.end() ? force : std::nullopt;
}

bool does_what_it_names(std::string_view lemma) {
  static constexpr std::array<std::string_view, 16> kVerbs = {
      "",    "announce", "continue", "declare", "state",   "reiterate", "repeat",   "outline",
      "lay", "voice",    "express",  "affirm",  "explain", "reaffirm",  "proclaim", "make"};
  return is_one_of(lemma, kVerbs);
}

// Words that are passed on as they are: an infinitive behind them is a demand ("tweeted her to resign").
bool passes_on(std::string_view lemma) {
  static constexpr std::array<std::string_view, 5> kVerbs = {"tell", "tweet", "write", "text", "shout"};
  return is_one_of(lemma, kVerbs);
}

// A report takes the force of its words.
CueForce force_of_words(const CuePhrase& cue, const ContentClause& content) {
  if (content.question && content.quoted) return CueForce::ask;
  if (content.imperative && content.quoted) return CueForce::demand;
  if (const auto own = own_act(content)) return *own;
  if (is_called_for(content)) return CueForce::demand;
  if (passes_on(cue.lemma) && content.opening == Opening::infinitive) return CueForce::demand;
  if (announces_deed(cue, content)) return CueForce::promise;
  if (does_what_it_names(cue.lemma)) return act_of_noun(content).value_or(CueForce::report);
  return CueForce::report;
}

// What did not take place leaves its content open; who would not name or discuss something refuses.
CueForce force_of_silence(const CuePhrase& cue) {
  const bool would_not = cue.modal == Modal::would || cue.modal == Modal::will;
  return would_not && cue.lemma != "say" && cue.lemma != "tell" ? CueForce::refuse : CueForce::unclear;
}

// "suggested that he leave": a plain form where the subject asks for another.
bool is_subjunctive(const ContentClause& content) {
  return content.verbal && content.bare_singular;
}

bool is_proposal(std::string_view noun) {
  static constexpr std::array<std::string_view, 14> kProposals = {
      "proposal", "offer", "request", "demand", "invitation", "bid",  "plea",
      "call",     "plan",  "deal",    "idea",   "appeal",     "that", "assignment"};
  return is_one_of(noun, kProposals);
}

bool wants_words(std::string_view verb) {
  static constexpr std::array<std::string_view, 10> kVerbs = {"describe", "explain", "name",    "say",
                                                              "comment",  "respond", "clarify", "elaborate",
                                                              "react",    "identify"};
  return is_one_of(verb, kVerbs);
}

CueForce force_of_asking(const CuePhrase& cue, const ContentClause& content) {
  const bool infinitive = content.opening == Opening::infinitive;
  if (content.that && content.verbal) return CueForce::demand;
  if (infinitive && wants_words(content.lemma)) return CueForce::ask;
  if (infinitive || (cue.lemma == "ask" && content.to_infinitive && content.opening == Opening::other))
    return CueForce::demand;
  return CueForce::ask;
}

}  // namespace

CueForce force_of(const CuePhrase& cue, const ContentClause& content) {
  const bool infinitive = content.opening == Opening::infinitive;
  switch (cue.force) {
    case CueForce::report:
      if (cue.lemma == "agree" && infinitive) return CueForce::promise;
      if (cue.lemma == "determine" && infinitive) return CueForce::plan;
      return cue.negated ? force_of_silence(cue) : force_of_words(cue, content);
    case CueForce::suggest:
      if (cue.negated) return force_of_silence(cue);
      if (is_called_for(content) && !content.negated) return CueForce::demand;
      return infinitive || content.opening == Opening::gerund || is_subjunctive(content) ? CueForce::demand
                                                                                         : CueForce::suggest;
    case CueForce::speculate:
      if (cue.negated) return force_of_silence(cue);
      return content.verbal ? CueForce::speculate : CueForce::unclear;
    case CueForce::believe:
      return cue.asked ? CueForce::unclear : CueForce::believe;
    case CueForce::deny:
      return cue.lemma == "reject" && !content.verbal && is_proposal(content.lemma) ? CueForce::refuse
                                                                                    : CueForce::deny;
    case CueForce::propose:
      return infinitive && cue.verb ? CueForce::plan : CueForce::propose;
    case CueForce::ask:
      return force_of_asking(cue, content);
    case CueForce::praise:
      return content.question && content.quoted ? CueForce::ask : CueForce::praise;
    case CueForce::doubt:
      return content.question && content.quoted ? CueForce::ask : CueForce::doubt;
    case CueForce::wish:
      if (infinitive && (content.lemma == "know" || content.lemma == "learn")) return CueForce::ask;
      return cue.lemma == "want" && !infinitive && content.to_infinitive ? CueForce::demand : CueForce::wish;
    case CueForce::label:
      return infinitive || (content.to_infinitive && content.opening == Opening::other) ? CueForce::demand
                                                                                        : CueForce::label;
    case CueForce::warn:
      if (infinitive || content.imperative) return CueForce::demand;
      return announces_deed(cue, content) ? CueForce::promise : CueForce::report;
    case CueForce::consider:
      if (cue.lemma == "consider" && !cue.ongoing && content.opening == Opening::other)
        return CueForce::report;
      return CueForce::consider;
    case CueForce::refuse:
      if (cue.refused == CueForce::refuse) return CueForce::consider;
      if (cue.refused == CueForce::report && cue.lemma == "refuse" &&
          content.opening == Opening::interrogative)
        return CueForce::unclear;
      return cue.negated ? CueForce::consider : CueForce::refuse;
    default:
      return cue.force;
  }
}

SpeechAct speech_act(CueForce force) {
  return default_of(force).act;
}

}  // namespace sayso::reading
