#include "reading/content_clause.h"

#include <algorithm>
#include <array>

#include "reading/content_words.h"
#include "reading/lemma.h"

namespace sayso::reading {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 8> kProbable = {"likely",    "probably", "presumably", "apparently",
                                                       "seemingly", "arguably", "supposedly", "doubtless"};
constexpr std::array<std::string_view, 5> kPossible = {"perhaps", "maybe", "possibly", "potentially",
                                                       "conceivably"};
constexpr std::array<std::string_view, 4> kHearsay = {"reportedly", "allegedly", "purportedly", "alleged"};
constexpr std::array<std::string_view, 22> kFalse = {
    "false",      "untrue",      "baseless",  "unfounded", "nonsense", "lie",  "lies",       "fake",
    "groundless", "fabrication", "falsehood", "untruth",   "fiction",  "hoax", "fabricated", "erroneous",
    "bogus",      "tale",        "myth",      "fantasy",   "rumour",   "rumor"};
constexpr std::array<std::string_view, 8> kFirst = {"i",  "we",  "me",     "us",
                                                    "my", "our", "myself", "ourselves"};
// Verbs that say of the clause below them only that it is so: "it means that", "it turns out that".
constexpr std::array<std::string_view, 3> kTransparent = {"mean", "turn", "happen"};

class Reader {
 public:
  Reader(std::string_view text, const Layers& layers, const SentenceTree& tree, std::string_view source,
         const Passage& cue, const Passage& content)
      : text_(text), tree_(tree), words_(layers, tree, source, content), cue_(cue), content_(content) {}

  ContentClause run() {
    clause_.quoted = begins_quoted();
    look_at_opening();
    const auto head = words_.head();
    if (!head) return std::move(clause_);
    descend(*head);
    look_at_head();
    look_at_first_words();
    if (clause_.likelihood == Likelihood::certain) look_for_belief();
    clause_.question = ends_with_question_mark();
    clause_.names_falsehood = names_falsehood();
    clause_.that = first_ && tree_.form(*first_) == "that";
    look_at_openness();
    clause_.for_not = blames_omission();
    return std::move(clause_);
  }

 private:
  bool begins_quoted() const {
    if (content_.spans.empty()) return false;
    const std::string_view first = content_.spans.front().of(text_);
    for (const std::string_view mark : {"\"", "''", "``", "“", "‘", "«", "'"}) {
      if (first.starts_with(mark)) return true;
    }
    return cue_.text.ends_with(':');
  }

  void look_at_opening() {
    static constexpr std::array<std::string_view, 10> kAsking = {"whether", "if",   "how",   "why",   "who",
                                                                 "what",    "when", "where", "which", "whom"};
    static constexpr std::array<std::string_view, 5> kSkipped = {"not", "n't", "on", "about", "never"};
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (!words_.inside(w) || !is_word(tree_, w)) continue;
      const std::string& form = tree_.form(w);
      if (is_one_of(form, kSkipped)) continue;
      if (!first_) first_ = w;
      if (form == "to" && tree_.word(w).tag == Upos::part) clause_.opening = Opening::infinitive;
      if (is_one_of(form, kAsking)) clause_.opening = Opening::interrogative;
      if (tree_.word(w).tag == Upos::verb && form.ends_with("ing")) clause_.opening = Opening::gerund;
      return;
    }
  }

  void hedge(std::uint32_t from, std::uint32_t to) {
    clause_.hedges.push_back({tree_.word(from).text.begin, tree_.word(to).text.end});
  }

  void weaken(Likelihood likelihood) { clause_.likelihood = std::max(clause_.likelihood, likelihood); }

  // From the outermost predicate down to the one that the content is about. Each step goes one level down the
  // tree, so it ends.
  void descend(std::uint32_t w) {
    while (true) {
      clause_.head = w;
      const std::string& lemma = tree_.lemma(w);
      const auto subject = words_.subject_of(w);
      if (subject && clause_.subject.empty()) {
        clause_.subject = tree_.form(*subject);
        clause_.speaker = words_.is_speaker(*subject);
        clause_.first_person = clause_.subject == "i" || clause_.subject == "we";
      }
      look_at_adverbs(w);
      if (const auto below = step(w, lemma, subject)) {
        w = *below;
        continue;
      }
      return;
    }
  }

  std::optional<std::uint32_t> step(std::uint32_t w, const std::string& lemma,
                                    std::optional<std::uint32_t> subject) {
    const Word& word = tree_.word(w);
    const auto clause =
        words_.complement(w, {Relation::ccomp, Relation::csubj, Relation::xcomp, Relation::parataxis});
    const auto infinitive = words_.complement(w, {Relation::xcomp});
    if (word.tag == Upos::verb) {
      const bool speaks = subject && words_.is_speaker(*subject);
      if (lemma == "doubt" && speaks) {
        hedge(*subject < w ? *subject : w, w);
        weaken(Likelihood::probable);
        clause_.doubted = !is_negated(tree_, w);
        return std::nullopt;
      }
      if (speaks && clause && is_belief(lemma)) {
        const auto ccomp = words_.complement(w, {Relation::ccomp, Relation::parataxis});
        if (ccomp) {
          hedge(*subject < w ? *subject : w, w);
          weaken(Likelihood::probable);
          if (is_negated(tree_, w)) clause_.doubted = true;
          return restart(*ccomp);
        }
      }
      if ((lemma == "seem" || lemma == "appear") && clause) {
        hedge(w, w);
        weaken(Likelihood::probable);
        if (is_negated(tree_, w)) clause_.doubted = true;
        return clause;
      }
      if (tree_.form(w) == "going" && clause_.subject.empty() && clause_.quoted) {
        clause_.speaker = clause_.first_person = true;  // "Not going to go into that."
      }
      if (tree_.form(w) == "going" && infinitive && words_.has_infinitive(*infinitive)) {
        set_modal(Modal::will);
        note_negation(w);
        return infinitive;
      }
      if ((lemma == "have" || lemma == "need") && infinitive && words_.has_infinitive(*infinitive)) {
        const bool present = tree_.form(w) != "had" && modal_over(w) == Modal::none;
        if (present && !is_negated(tree_, w)) set_modal(Modal::should);
        note_negation(w);
        return infinitive;
      }
      if (is_one_of(lemma, kTransparent)) {
        if (const auto ccomp = words_.complement(w, {Relation::ccomp})) return restart(*ccomp);
      }
      return std::nullopt;
    }
    const std::string& form = tree_.form(w);
    const bool unlikely = form == "unlikely";
    if ((form == "likely" || unlikely || form == "possible" || form == "probable") && word.tag == Upos::adj) {
      hedge(w, w);
      weaken(form == "possible" ? Likelihood::possible : Likelihood::probable);
      if (unlikely || is_negated(tree_, w)) clause_.doubted = true;
      return words_.complement(w, {Relation::xcomp, Relation::ccomp, Relation::csubj, Relation::advcl});
    }
    if ((form == "skeptical" || form == "sceptical" || form == "doubtful") && subject &&
        words_.is_speaker(*subject)) {
      hedge(w, w);
      weaken(Likelihood::probable);
      clause_.doubted = true;
      return std::nullopt;
    }
    if ((form == "sure" || form == "certain" || form == "convinced") && subject &&
        words_.is_speaker(*subject) && is_negated(tree_, w)) {
      hedge(*subject < w ? *subject : w, w);
      weaken(Likelihood::probable);
      clause_.doubted = true;
      return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<std::uint32_t> restart(std::uint32_t w) {
    clause_.subject.clear();
    clause_.speaker = false;
    return w;
  }

  static bool is_belief(std::string_view lemma) {
    static constexpr std::array<std::string_view, 9> kBeliefs = {
        "think", "believe", "guess", "suppose", "suspect", "imagine", "feel", "assume", "reckon"};
    return is_one_of(lemma, kBeliefs);
  }

  Modal modal_over(std::uint32_t w) const {
    for (const std::uint32_t d : tree_.dependents(w)) {
      if (tree_.word(d).relation != Relation::aux) continue;
      if (const Modal modal = modal_of(tree_.form(d)); modal != Modal::none) return modal;
    }
    return Modal::none;
  }

  void set_modal(Modal modal) {
    if (clause_.modal == Modal::none) clause_.modal = modal;
  }

  void note_negation(std::uint32_t w) { clause_.negated = clause_.negated || is_negated(tree_, w); }

  void look_at_head() {
    const std::uint32_t head = *clause_.head;
    const Word& word = tree_.word(head);
    clause_.lemma = tree_.lemma(head);
    clause_.verbal = word.tag == Upos::verb || word.tag == Upos::aux || tree_.has(head, Relation::cop) ||
                     tree_.has(head, Relation::nsubj);
    const Modal modal = modal_over(head);
    set_modal(modal);
    note_negation(head);
    clause_.passive = is_passive(head);
    clause_.present = tree_.form(head) == clause_.lemma || tree_.form(head).ends_with("ing");
    if (clause_.modal == Modal::may && !clause_.negated) weaken(Likelihood::possible);
    clause_.bare_singular = is_bare_singular(head);
    clause_.called_false = is_one_of(tree_.form(head), kFalse);
    clause_.to_infinitive = words_.has_infinitive(head);
    clause_.imperative = is_imperative(head);
    look_at_own_act(head);
  }

  bool is_bare_singular(std::uint32_t head) const {
    const auto subject = words_.subject_of(head);
    if (!subject || tree_.word(head).tag != Upos::verb || tree_.form(head) != tree_.lemma(head)) return false;
    if (tree_.has(head, Relation::aux) || tree_.has(*subject, Relation::conj)) return false;
    const std::string& form = tree_.form(*subject);
    const Upos tag = tree_.word(*subject).tag;
    if (tag == Upos::pron) return form == "he" || form == "she" || form == "it";
    return (tag == Upos::noun || tag == Upos::propn) && !form.ends_with('s') &&
           form == lemma_of(form, Upos::noun);
  }

  bool is_passive(std::uint32_t head) const {
    if (tree_.word(head).tag != Upos::verb || tree_.has(head, Relation::cop)) return true;
    if (tree_.form(head).ends_with("ing")) return false;
    return std::ranges::any_of(tree_.dependents(head), [&](std::uint32_t d) {
      return tree_.word(d).relation == Relation::aux && tree_.lemma(d) == "be";
    });
  }

  // "Go home.", "Don't go.", "Let's go."
  bool is_imperative(std::uint32_t head) const {
    const Word& word = tree_.word(head);
    if (word.tag != Upos::verb || tree_.form(head) != tree_.lemma(head)) return false;
    for (const std::uint32_t d : tree_.dependents(head)) {
      if (!words_.inside(d)) continue;
      if (tree_.word(d).relation == Relation::nsubj || tree_.word(d).relation == Relation::mark) return false;
      if (tree_.word(d).relation == Relation::aux && tree_.lemma(d) != "do") return false;
    }
    // Only soft words stand before it.
    static constexpr std::array<std::string_view, 16> kBefore = {
        "please", "so",  "and",    "but",  "just", "now", "never",  "do",
        "n't",    "not", "always", "then", "well", "oh",  "better", "go"};
    bool initial = false;
    for (std::uint32_t w = tree_.words().begin; w < head; ++w) {
      if (!words_.inside(w)) continue;
      const bool soft = !is_word(tree_, w) || is_mark(tree_.form(w)) || is_one_of(tree_.form(w), kBefore) ||
                        tree_.word(w).relation == Relation::vocative ||
                        tree_.word(w).relation == Relation::discourse;
      if (!soft) return false;
      if (is_word(tree_, w) && !initial) initial = is_capital(w);
      if (is_word(tree_, w) && !is_capital(w) && !initial) return false;
    }
    return initial || is_capital(head);
  }

  bool is_capital(std::uint32_t w) const {
    const std::string_view form = tree_.word(w).text.of(text_);
    return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
  }

  // "I hope", "he wanted to", "they plan to", "I'm concerned": the speaker tells what they do or feel.
  void look_at_own_act(std::uint32_t head) {
    if (!clause_.speaker) return;
    const Word& word = tree_.word(head);
    std::optional<CueForce> force = force_of(clause_.lemma, word.tag);
    if (clause_.lemma == "like" && (modal_over(head) == Modal::would)) force = CueForce::wish;
    if (!force && word.tag == Upos::verb) force = force_of(tree_.form(head), Upos::adj);
    if (word.tag == Upos::noun || word.tag == Upos::propn) force.reset();
    if (const auto plan = plan_that_is_had(head)) {
      clause_.own = CueForce::plan;
      clause_.own_negated = is_negated(tree_, head) || is_negated(tree_, *plan);
      return;
    }
    clause_.own = force;
    clause_.own_negated = is_negated(tree_, head);
  }

  // "She has no plans to", "we have every intention of".
  std::optional<std::uint32_t> plan_that_is_had(std::uint32_t head) const {
    const auto object = tree_.dependent(head, Relation::obj);
    if (clause_.lemma != "have" || !object || !words_.inside(*object)) return std::nullopt;
    return force_of(tree_.lemma(*object), tree_.word(*object).tag) == CueForce::plan ? object : std::nullopt;
  }

  void look_at_adverbs(std::uint32_t w) {
    const bool negated = is_negated(tree_, w);
    for (const std::uint32_t d : tree_.dependents(w)) {
      const std::string& form = tree_.form(d);
      const Relation relation = tree_.word(d).relation;
      if (relation == Relation::aux && modal_of(form) == Modal::may) {
        if (form == "could" && negated) continue;  // "could not" denies
        weaken(Likelihood::possible);
        hedge(d, tree_.form(d + 1) == "well" && tree_.holds(d + 1) ? d + 1 : d);
      }
      look_at_adverb(d, form);
      look_at_view(d);
    }
    // A sentence adverb may hang elsewhere: only what opens the content counts.
    if (first_ && tree_.word(*first_).head != clause_.head) look_at_adverb(*first_, tree_.form(*first_));
  }

  // What stands first holds even where the tree went wrong: "no one knew", "there is no way", "she may be one
  // of those".
  void look_at_first_words() {
    if (!first_) return;
    static constexpr std::array<std::string_view, 5> kNo = {"nobody", "none", "nothing", "neither", "not"};
    static constexpr std::array<std::string_view, 6> kIdioms = {"doubt",  "idea", "question",
                                                                "matter", ",",    "only"};
    static constexpr std::array<std::string_view, 7> kMine = {
        "understanding", "guess", "impression", "sense", "feeling", "belief", "hunch"};
    std::uint32_t w = *first_;
    if (tree_.form(w) == "that" || tree_.form(w) == "but" || tree_.form(w) == "and") ++w;
    if (tree_.form(w) == "my" && is_one_of(tree_.form(w + 1), kMine) && words_.inside(w + 1)) {
      hedge(w, w + 1);
      weaken(Likelihood::probable);
    }
    if (tree_.form(w) == "there" && words_.inside(w + 1)) w += 2;
    const bool no = words_.inside(w) && (tree_.form(w) == "no" || is_one_of(tree_.form(w), kNo));
    if (no && !is_one_of(tree_.form(w + 1), kIdioms) && clause_.opening != Opening::infinitive)
      clause_.negated = true;
    for (w = *first_; words_.inside(w); ++w) {
      const std::string& form = tree_.form(w);
      if (form == "if" || form == "who" || form == "which" || form == "when" || form == "while") return;
      const Upos tag = tree_.word(w).tag;
      if (tag == Upos::adv) look_at_adverb(w, form);
      if (tag != Upos::aux && tag != Upos::verb) continue;
      if (modal_of(form) == Modal::may && clause_.likelihood == Likelihood::certain && !clause_.negated) {
        weaken(Likelihood::possible);
        hedge(w, w);
      }
      return;
    }
  }

  // "I think", "we do not believe" anywhere in the sentence, unless it hangs on a question word ("what I
  // think").
  void look_for_belief() {
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (!words_.inside(w) || tree_.form(w) != "i") continue;
      if (w > tree_.words().begin &&
          (tree_.form(w - 1) == "what" || tree_.form(w - 1) == "if" || tree_.form(w - 1) == "as"))
        continue;
      bool negated = false;
      for (std::uint32_t v = w + 1; words_.inside(v); ++v) {
        const Upos tag = tree_.word(v).tag;
        negated = negated || tree_.form(v) == "not" || tree_.form(v) == "n't" || tree_.form(v) == "never";
        if (tag == Upos::verb && is_belief(tree_.lemma(v)) && tree_.form(v) == tree_.lemma(v)) {
          if (!words_.inside(v + 1) || tree_.form(v + 1) == "in" || tree_.form(v + 1) == "about") return;
          hedge(w, v);
          weaken(Likelihood::probable);
          clause_.doubted = clause_.doubted || negated;
          return;
        }
        if (tag != Upos::aux && tag != Upos::adv && tag != Upos::part) break;
      }
    }
  }

  // "in my view", "in our estimation".
  void look_at_view(std::uint32_t w) {
    static constexpr std::array<std::string_view, 6> kViews = {"view",     "opinion", "estimation",
                                                               "judgment", "mind",    "understanding"};
    if (!words_.inside(w) || !is_one_of(tree_.form(w), kViews) || w < tree_.words().begin + 2) return;
    if (!is_one_of(tree_.form(w - 1), kFirst) || !words_.inside(w - 1)) return;
    if (tree_.form(w - 2) == "in" && words_.inside(w - 2)) hedge(w - 2, w);
  }

  void look_at_adverb(std::uint32_t w, const std::string& form) {
    if (tree_.word(w).tag != Upos::adv && tree_.word(w).tag != Upos::adj && form != "alleged") return;
    const bool probable = is_one_of(form, kProbable);
    const bool possible = is_one_of(form, kPossible);
    if (!probable && !possible && !is_one_of(form, kHearsay)) return;
    if (probable) weaken(Likelihood::probable);
    if (possible) weaken(Likelihood::possible);
    const bool most = form == "likely" && tree_.holds(w - 1) && tree_.form(w - 1) == "most";
    hedge(most ? w - 1 : w, w);
  }

  // The sentence of the head ends with a question mark that belongs to the content.
  bool ends_with_question_mark() const {
    for (std::uint32_t w = tree_.words().end; w-- > tree_.words().begin;) {
      if (!words_.inside(w)) continue;
      const std::string& form = tree_.form(w);
      if (form.starts_with('?')) return true;
      if (is_word(tree_, w)) return false;
    }
    return false;
  }

  // "It was too early to tell whether", "there is no evidence that", "it is not known if": the speaker leaves
  // open.
  void look_at_openness() {
    static constexpr std::array<std::string_view, 4> kOpen = {"unclear", "unknown", "uncertain", "undecided"};
    static constexpr std::array<std::string_view, 3> kKnown = {"clear", "known", "certain"};
    static constexpr std::array<std::string_view, 4> kEvidence = {"evidence", "indication", "proof", "sign"};
    static constexpr std::array<std::string_view, 3> kTelling = {"tell", "say", "know"};
    const std::string& form = tree_.form(*clause_.head);
    if (is_one_of(form, kOpen) || (is_one_of(form, kKnown) && clause_.negated)) clause_.open = true;
    std::uint32_t early = tree_.words().end;
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (!words_.inside(w)) continue;
      if (tree_.form(w) == "early" && w > tree_.words().begin && tree_.form(w - 1) == "too") early = w - 1;
      if (early < w && w <= early + 3 && is_one_of(tree_.form(w), kTelling)) {
        hedge(early, w);
        clause_.open = true;
      }
      if (is_one_of(tree_.form(w), kEvidence) && w > tree_.words().begin && tree_.form(w - 1) == "no") {
        hedge(w - 1, w);
        clause_.open = clause_.open || w == *clause_.head || (first_ && tree_.form(*first_) == "there");
      }
    }
  }

  // "call it a lie", "branded the report false".
  bool names_falsehood() const {
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (words_.inside(w) && is_one_of(tree_.form(w), kFalse)) return !is_negated(tree_, w);
    }
    return false;
  }

  // "for not releasing", "for failing to".
  bool blames_omission() const {
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (!words_.inside(w) || tree_.form(w) != "for" || !words_.inside(w + 1)) continue;
      if (tree_.form(w + 1) == "not" || tree_.form(w + 1) == "failing" || tree_.form(w + 1) == "never")
        return true;
    }
    return false;
  }

  std::string_view text_;
  const SentenceTree& tree_;
  const ContentWords words_;
  const Passage& cue_;
  const Passage& content_;
  std::optional<std::uint32_t> first_;
  ContentClause clause_;
};

bool is_predicate(const Word& word) {
  return word.tag == Upos::verb || word.tag == Upos::aux;
}

}  // namespace

SentenceTree tree_of_content(std::string_view text, const Layers& layers, const Passage& content) {
  std::optional<std::uint32_t> sentence;
  for (const Span& span : content.spans) {
    const WordRange range = words_of(layers, span);
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      if (!sentence) sentence = layers.words[w].sentence;
      if (is_predicate(layers.words[w])) return SentenceTree(text, layers, layers.words[w].sentence);
    }
  }
  return SentenceTree(text, layers, sentence.value_or(static_cast<std::uint32_t>(layers.sentences.size())));
}

ContentClause read_content(std::string_view text, const Layers& layers, const SentenceTree& tree,
                           std::string_view source, const Passage& cue, const Passage& content) {
  return Reader(text, layers, tree, source, cue, content).run();
}

}  // namespace sayso::reading
