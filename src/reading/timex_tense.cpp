#include "reading/timex_tense.h"

#include <algorithm>
#include <array>

#include "intake/ascii.h"

namespace sayso::reading {
namespace {

constexpr int kMaxSteps = 12;  // up the tree; a clause's head is nearer

enum Sign : std::uint16_t {
  kWill = 1,  // an auxiliary of the future
  kPastAuxiliary = 2,
  kPastForm = 4,  // "said", "voted"
  kTo = 8,        // "to resume"
  kPlans = 16,    // its infinitive or date lies ahead: "expected", "due"
  kVerb = 32,
  kHave = 64,  // "will have", "would have": of the past, whatever stands before it
  kOwnAuxiliary = 128,
  kLeans = 256,      // only its infinitive does: "likely", "ready"
  kPresentBe = 512,  // "is", "are" hang on it
};

constexpr std::array<std::string_view, 12> kWillForms = {"'ll",  "can",   "could",  "ll",   "may", "might",
                                                         "must", "shall", "should", "will", "wo",  "would"};
static_assert(std::ranges::is_sorted(kWillForms));

constexpr std::array<std::string_view, 9> kPastAuxiliaries = {"'d",   "did", "got",  "had", "has",
                                                              "have", "was", "went", "were"};
static_assert(std::ranges::is_sorted(kPastAuxiliaries));

// Verbs, adjectives and nouns of what is arranged or foreseen.
constexpr std::array<std::string_view, 17> kPlanWords = {
    "deadline", "due",     "expect",   "expected", "expects",  "forecast",  "plan", "planned", "planning",
    "plans",    "promise", "promised", "promises", "schedule", "scheduled", "set",  "slated"};
static_assert(std::ranges::is_sorted(kPlanWords));

// Those whose infinitive lies ahead, but not a date of their own: "he vowed on Monday to stay".
constexpr std::array<std::string_view, 18> kLeaningWords = {
    "agreed",  "aim",    "aims",    "bound",  "going",    "hope",      "hopes", "hoping", "intend",
    "intends", "likely", "pledged", "poised", "prepares", "preparing", "ready", "vowed",  "wants"};
static_assert(std::ranges::is_sorted(kLeaningWords));

// Past forms of the commonest irregular verbs; those in -ed are known by their ending.
constexpr std::array<std::string_view, 74> kPastForms = {
    "beat",  "became", "began",  "bought", "broke", "brought", "built",   "came",  "caught", "chose",
    "cut",   "dealt",  "did",    "drew",   "drove", "fell",    "felt",    "fled",  "flew",   "fought",
    "found", "gave",   "got",    "grew",   "had",   "heard",   "held",    "hit",   "hurt",   "kept",
    "knew",  "laid",   "led",    "left",   "lent",  "let",     "lost",    "made",  "meant",  "met",
    "paid",  "put",    "quit",   "ran",    "read",  "rose",    "said",    "sang",  "sat",    "saw",
    "sent",  "set",    "shot",   "shut",   "sold",  "sought",  "spent",   "split", "spoke",  "spread",
    "stole", "stood",  "struck", "swept",  "swore", "taught",  "thought", "threw", "told",   "took",
    "was",   "went",   "won",    "wrote"};
static_assert(std::ranges::is_sorted(kPastForms));

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::ranges::binary_search(words, word);
}

std::uint16_t signs_of(std::string_view word, Upos tag) {
  std::uint16_t signs = 0;
  if (holds(kPlanWords, word)) signs |= kPlans;
  if (holds(kLeaningWords, word)) signs |= kLeans;
  if (tag != Upos::verb && tag != Upos::aux) return signs;
  signs |= kVerb;
  if (holds(kPastForms, word) || (word.size() > 3 && word.ends_with("ed"))) signs |= kPastForm;
  return signs;
}

}  // namespace

ClauseTenses::ClauseTenses(std::string_view text, const Layers& layers)
    : layers_(layers), signs_(layers.words.size()) {
  for (std::size_t i = 0; i < layers.words.size(); ++i) {
    const Word& word = layers.words[i];
    if (word.text.size() > 15) continue;
    const std::string form = intake::ascii_lower(word.text.of(text));
    signs_[i] |= signs_of(form, word.tag);
    if (!word.head || *word.head >= signs_.size()) continue;
    std::uint16_t& head = signs_[*word.head];
    if (form == "is" || form == "are") head |= kPresentBe;
    const bool auxiliary = word.relation == Relation::aux || word.relation == Relation::cop;
    if (auxiliary) head |= kOwnAuxiliary;
    if (auxiliary && holds(kWillForms, form)) head |= kWill;
    if (auxiliary && holds(kPastAuxiliaries, form))
      head |= form == "have" ? kPastAuxiliary | kHave : kPastAuxiliary;
    if (form == "to" && (word.relation == Relation::mark || word.tag == Upos::part)) head |= kTo;
  }
}

Tense ClauseTenses::of_verb(std::size_t verb) const {
  const std::uint16_t signs = signs_[verb];
  if ((signs & kWill) != 0) return (signs & kHave) != 0 ? Tense::past : Tense::future;
  const Word& word = layers_.words[verb];
  if ((signs & kPlans) != 0) return (signs & kPastAuxiliary) != 0 ? Tense::unclear : Tense::future;
  if ((signs & kTo) != 0 && word.head && *word.head < signs_.size() &&
      (signs_[*word.head] & (kPlans | kLeans)) != 0) {
    return Tense::future;
  }
  if ((signs & kTo) != 0 && (signs & kPresentBe) != 0) return Tense::future;  // "is to be held"
  if ((signs & kPastAuxiliary) != 0) return Tense::past;
  if ((signs & kPastForm) != 0 && (signs & kTo) == 0) return Tense::past;  // not "to be held"
  return Tense::unclear;
}

Tense ClauseTenses::at(std::size_t word) const {
  bool in_noun_phrase = false;
  for (int step = 0; step < kMaxSteps && word < signs_.size(); ++step) {
    const Word& here = layers_.words[word];
    const bool clause = (signs_[word] & (kVerb | kOwnAuxiliary)) != 0;
    if (step > 0 && ((signs_[word] & kPlans) != 0 || clause)) {
      const Tense tense = of_verb(word);
      // "will discuss Monday's attack" says nothing about the attack.
      if (tense == Tense::future && in_noun_phrase) return Tense::unclear;
      const bool bare = (signs_[word] & (kPastForm | kOwnAuxiliary | kTo)) == 0;
      const bool joined = here.relation == Relation::conj && bare && tense == Tense::unclear;
      if (!joined)
        return tense;  // else "will travel and meet": the second verb has the first one's auxiliary
    } else if (step == 0 && (here.relation == Relation::nmod || here.relation == Relation::compound ||
                             here.relation == Relation::amod)) {
      in_noun_phrase = true;
    }
    if (!here.head) break;
    word = *here.head;
  }
  return Tense::unclear;
}

}  // namespace sayso::reading
