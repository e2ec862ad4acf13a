#include "reading/clause_factuality.h"

#include <algorithm>
#include <array>

#include "reading/cue_phrase.h"

namespace sayso::reading {
namespace {

// Under these nothing is said to be so. Sorted.
constexpr std::array<std::string_view, 36> kUnreal = {
    "agree",  "aim",    "allow",    "appeal", "ask",      "call",    "consider", "decide",  "demand",
    "desire", "expect", "fear",     "hope",   "intend",   "invite",  "let",      "need",    "offer",
    "order",  "plan",   "prepare",  "press",  "pressure", "promise", "propose",  "require", "seek",
    "set",    "tell",   "threaten", "try",    "urge",     "vow",     "want",     "warn",    "wish"};
static_assert(std::ranges::is_sorted(kUnreal));
// What hangs on these did not happen. Sorted.
constexpr std::array<std::string_view, 10> kNegative = {"abandon", "avoid",  "cancel", "decline", "deny",
                                                        "fail",    "forget", "halt",   "prevent", "refuse"};
static_assert(std::ranges::is_sorted(kNegative));
constexpr std::array<std::string_view, 6> kConditions = {"if", "unless", "whether", "lest", "until", "once"};
constexpr std::array<std::string_view, 6> kPossible = {"perhaps",     "maybe", "possibly",
                                                       "potentially", "could", "might"};
constexpr std::array<std::string_view, 7> kProbable = {"probably",  "likely",     "presumably", "apparently",
                                                       "seemingly", "reportedly", "allegedly"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

Commitment value(int doubt, bool minus) {
  using enum Commitment;
  constexpr std::array kPlus = {certain_plus, probable_plus, possible_plus};
  constexpr std::array kMinus = {certain_minus, probable_minus, possible_minus};
  return doubt > 2 ? uncommitted : (minus ? kMinus : kPlus)[static_cast<std::size_t>(doubt)];
}

// 0 certain, 1 probable, 2 possible, 3 uncommitted.
int doubt_of(Commitment commitment) {
  switch (commitment) {
    case Commitment::certain_plus:
    case Commitment::certain_minus:
      return 0;
    case Commitment::probable_plus:
    case Commitment::probable_minus:
      return 1;
    case Commitment::possible_plus:
    case Commitment::possible_minus:
      return 2;
    case Commitment::uncommitted:
      return 3;
  }
  return 3;
}

bool is_minus(Commitment commitment) {
  return commitment == Commitment::certain_minus || commitment == Commitment::probable_minus ||
         commitment == Commitment::possible_minus;
}

class Judge {
 public:
  Judge(const SentenceTree& tree, const std::vector<Clause>& clauses, const std::vector<bool>& is_cue)
      : tree_(tree), clauses_(clauses), is_cue_(is_cue) {}

  Factuality judge(const Clause& clause) const {
    Factuality out;
    int doubt = 0;
    look_at_dependents(clause, out, doubt);
    out.negated = out.negated || is_negated(tree_, clause.predicate);
    look_above(clause, out, doubt);
    if (ends_with_question_mark()) doubt = 3;
    out.commitment = value(doubt, out.negated);
    return out;
  }

 private:
  void look_at_dependents(const Clause& clause, Factuality& out, int& doubt) const {
    const std::uint32_t w = clause.predicate;
    bool past = is_past(w), has_be = false, has_have = false;
    const auto doubted = [&](int least, const std::string& modality) {
      if (doubt < least) out.modality = modality;
      doubt = std::max(doubt, least);
    };
    for (const std::uint32_t d : tree_.dependents(w)) {
      const std::string& form = tree_.form(d);
      const Relation relation = tree_.word(d).relation;
      if (relation == Relation::aux || relation == Relation::cop) {
        look_at_modal(form, out, doubted);
        has_be = has_be || tree_.lemma(d) == "be";
        has_have = has_have || tree_.lemma(d) == "have";
        past = past || form == "was" || form == "were" || form == "had" || form == "did" || form == "been";
      } else if (relation == Relation::advmod && (is_one_of(form, kPossible) || is_one_of(form, kProbable))) {
        doubted(is_one_of(form, kPossible) ? 2 : 1, form);
      } else if (relation == Relation::mark && is_one_of(form, kConditions) && form != "once" &&
                 form != "until") {
        doubted(3, form);
      } else if (relation == Relation::advcl && is_conditional(d)) {
        if (out.modality == "would") doubt = std::max(doubt, 3);
      }
    }
    if (clause.noun || !out.tense.empty()) return;
    const bool participle = has_be && !clause.passive && tree_.word(w).tag == Upos::verb;  // "is going"
    out.tense = has_have || (past && !participle) || (participle && past_be(w)) ? "past" : "present";
    if (tree_.has(w, Relation::mark) && tree_.form(w) == tree_.lemma(w) && !has_be)
      out.tense.clear();  // "to go"
    if (clause.passive && has_be && !has_have && !past_be(w)) out.tense = "present";
  }

  template <typename Doubted>
  void look_at_modal(const std::string& form, Factuality& out, const Doubted& doubted) const {
    switch (modal_of(form)) {
      case Modal::may:
        doubted(2, form);
        break;
      case Modal::would:
        if (out.modality.empty()) out.modality = "would";
        break;
      case Modal::should:
        doubted(3, form);
        break;
      case Modal::will:
        out.tense = "future";
        break;
      case Modal::can:
        if (out.modality.empty()) out.modality = "can";
        break;
      case Modal::none:
        break;
    }
  }

  bool past_be(std::uint32_t w) const {
    return std::ranges::any_of(tree_.dependents(w), [&](std::uint32_t d) {
      return tree_.form(d) == "was" || tree_.form(d) == "were" || tree_.form(d) == "been";
    });
  }

  // A past form, or one that looks like it.
  bool is_past(std::uint32_t w) const {
    const std::string& form = tree_.form(w);
    return tree_.word(w).tag == Upos::verb && form != tree_.lemma(w) && !form.ends_with("ing") &&
           !form.ends_with('s');
  }

  bool is_conditional(std::uint32_t w) const {
    return std::ranges::any_of(tree_.dependents(w), [&](std::uint32_t d) {
      return tree_.word(d).relation == Relation::mark && (tree_.form(d) == "if" || tree_.form(d) == "unless");
    });
  }

  // What it hangs on, one clause up: "wants to leave", "failed to close", and "if" over a conjunct.
  void look_above(const Clause& clause, Factuality& out, int& doubt) const {
    if (!clause.over || is_cue_[*clause.over]) return;
    const Clause& over = clauses_[*clause.over];
    const Relation how = tree_.word(clause.predicate).relation;
    const std::string& lemma = tree_.lemma(over.predicate);
    if (how == Relation::xcomp || (how == Relation::ccomp && tree_.has(clause.predicate, Relation::mark))) {
      if (std::ranges::binary_search(kNegative, std::string_view(lemma))) {
        out.negated = !out.negated;
      } else if (how == Relation::xcomp && std::ranges::binary_search(kUnreal, std::string_view(lemma))) {
        out.modality = lemma;
        doubt = 3;
      }
      if (how == Relation::xcomp && is_negated(tree_, over.predicate)) out.negated = !out.negated;
    }
    if (how == Relation::acl && tree_.has(clause.predicate, Relation::mark))
      doubt = std::max(doubt, 3);  // "a plan to"
    if (how == Relation::advcl && tree_.form(clause.predicate) == tree_.lemma(clause.predicate) &&
        has_to(clause.predicate)) {
      out.modality = "to";
      doubt = std::max(doubt, 3);  // a purpose
    }
  }

  bool has_to(std::uint32_t w) const {
    return std::ranges::any_of(tree_.dependents(w), [&](std::uint32_t d) {
      return tree_.word(d).relation == Relation::mark && tree_.form(d) == "to";
    });
  }

  bool ends_with_question_mark() const {
    for (std::uint32_t w = tree_.words().end; w-- > tree_.words().begin;) {
      if (tree_.form(w).starts_with('?')) return true;
      if (tree_.word(w).tag != Upos::punct) return false;
    }
    return false;
  }

  const SentenceTree& tree_;
  const std::vector<Clause>& clauses_;
  const std::vector<bool>& is_cue_;
};

}  // namespace

std::vector<Factuality> clause_factuality(const SentenceTree& tree, const std::vector<Clause>& clauses,
                                          const std::vector<bool>& is_cue) {
  const Judge judge(tree, clauses, is_cue);
  std::vector<Factuality> out;
  for (const Clause& clause : clauses) out.push_back(judge.judge(clause));
  return out;
}

Commitment under(Commitment speaker, Commitment clause) {
  return value(std::max(doubt_of(speaker), doubt_of(clause)), is_minus(clause));
}

}  // namespace sayso::reading
