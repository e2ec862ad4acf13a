#include "reading/clauses.h"

#include <algorithm>
#include <array>

#include "reading/nominalisations.h"

namespace sayso::reading {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::uint32_t kNear =
    6;  // "is a major cause" keeps its words together; "is, as everybody knows, a cause" does not
constexpr int kHighest = 64;  // steps up a tree: deeper ones are errors of the parser

constexpr std::array<std::string_view, 6> kRelative = {"that", "which", "who", "whom", "whose", "where"};
// Verbs whose object does what the infinitive says: "urged them to leave".
constexpr std::array<std::string_view, 22> kObjectControl = {
    "allow", "ask",  "cause", "compel", "enable", "encourage", "expect", "force", "get",  "help", "invite",
    "let",   "make", "order", "permit", "press",  "pressure",  "tell",   "urge",  "want", "warn", "persuade"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

class Finder {
 public:
  explicit Finder(const SentenceTree& tree) : tree_(tree), clause_of_(tree.words().size(), kNone) {}

  std::vector<Clause> run() {
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (is_clause(w)) begin_clause(w);
    }
    for (std::size_t i = 0; i < clauses_.size(); ++i) clauses_[i].over = clause_over(clauses_[i].predicate);
    for (Clause& clause : clauses_) own_arguments(clause);
    for (Clause& clause : clauses_) add_shared_subject(clause);
    find_nouns();
    return std::move(clauses_);
  }

 private:
  Relation relation(std::uint32_t w) const { return tree_.word(w).relation; }

  bool is_clause(std::uint32_t w) const {
    const Word& word = tree_.word(w);
    if (tree_.has(w, Relation::cop)) return true;
    if (word.tag != Upos::verb) return tree_.has(w, Relation::nsubj) && word.tag != Upos::aux;
    switch (word.relation) {
      case Relation::root:
      case Relation::conj:
      case Relation::ccomp:
      case Relation::xcomp:
      case Relation::advcl:
      case Relation::acl:
      case Relation::csubj:
      case Relation::parataxis:
        return true;
      default:
        return tree_.has(w, Relation::nsubj) || tree_.has(w, Relation::obj) || is_headless(w);
    }
  }

  // "Fighters in the town handed in their weapons", where the parser makes a noun the sentence's root and its
  // verb a participle.
  bool is_headless(std::uint32_t w) const {
    const auto noun = tree_.word(w).head;
    if (relation(w) != Relation::amod || !noun || *noun > w || !tree_.holds(*noun)) return false;
    return tree_.word(*noun).relation == Relation::root &&
           (tree_.has(w, Relation::obj) || tree_.has(w, Relation::obl));
  }

  void begin_clause(std::uint32_t w) {
    Clause clause;
    clause.predicate = w;
    clause.lemma = tree_.lemma(w);
    clause.words = tree_.word(w).text;
    if (const auto copula = tree_.dependent(w, Relation::cop)) {
      const std::string where = case_of(w);  // "is in danger"
      clause.lemma = "be " + (where.empty() ? where : where + " ") + clause.lemma;
      if (*copula < w && w - *copula <= kNear) clause.words.begin = tree_.word(*copula).text.begin;
    } else {
      clause.passive = is_passive(w);
      add_particle(w, clause);
      look_through_light_verb(w, clause);
    }
    clause_of_[w - tree_.words().begin] = static_cast<std::uint32_t>(clauses_.size());
    clauses_.push_back(std::move(clause));
  }

  // "was closed", "got fired", and a participle that hangs on a noun: "the man arrested".
  bool is_passive(std::uint32_t w) const {
    const std::string& form = tree_.form(w);
    if (tree_.word(w).tag != Upos::verb || form.ends_with("ing") || form == tree_.lemma(w)) return false;
    bool have = false;
    for (const std::uint32_t d : tree_.dependents(w)) {
      if (relation(d) != Relation::aux) continue;
      if (tree_.lemma(d) == "be" || tree_.lemma(d) == "get") return true;
      have = true;
    }
    return !have && relation(w) == Relation::acl && !tree_.has(w, Relation::nsubj);
  }

  // "carry out", "shut down": parts without a relation of their own here, an adverb or adposition right
  // behind.
  void add_particle(std::uint32_t w, Clause& clause) const {
    static constexpr std::array<std::string_view, 8> kParticles = {"out",  "up",   "down", "off",
                                                                   "back", "away", "over", "in"};
    if (!tree_.holds(w + 1) || !is_one_of(tree_.form(w + 1), kParticles)) return;
    if (tree_.word(w + 1).head != w || relation(w + 1) == Relation::case_) return;
    clause.lemma += " " + tree_.form(w + 1);
    clause.words.end = tree_.word(w + 1).text.end;
  }

  // "made a decision" decides.
  void look_through_light_verb(std::uint32_t w, Clause& clause) const {
    const auto object = tree_.dependent(w, Relation::obj);
    if (!object || !is_light_verb(tree_.lemma(w)) || *object < w || *object - w > 4) return;
    const std::string_view verb = verb_of_noun(tree_.lemma(*object));
    if (verb.empty()) return;
    clause.lemma = verb;
    clause.words.end = tree_.word(*object).text.end;
  }

  std::optional<std::uint32_t> clause_over(std::uint32_t w) const {
    auto head = tree_.word(w).head;
    for (int step = 0; head && tree_.holds(*head) && step < kHighest; ++step) {
      const std::uint32_t clause = clause_of_[*head - tree_.words().begin];
      if (clause != kNone) return clause;
      head = tree_.word(*head).head;
    }
    return std::nullopt;
  }

  void add(Clause& clause, std::string role, std::uint32_t w) {
    clause.arguments.push_back({std::move(role), w});
    for (const std::uint32_t d : tree_.dependents(w)) {  // "Smith and Jones"
      const bool clausal = clause_of_[d - tree_.words().begin] != kNone;
      if (relation(d) == Relation::conj && !clausal)
        clause.arguments.push_back({clause.arguments.back().role, d});
    }
  }

  std::string case_of(std::uint32_t w) const {
    std::string out;
    for (const std::uint32_t d : tree_.dependents(w)) {
      if (relation(d) != Relation::case_ || d > w) continue;
      if (!out.empty()) out += '_';
      out += tree_.form(d);
    }
    return out;
  }

  void own_arguments(Clause& clause) {
    const std::uint32_t w = clause.predicate;
    const bool light = clause.lemma.find(' ') == std::string::npos && clause.lemma != tree_.lemma(w);
    for (const std::uint32_t d : tree_.dependents(w)) {
      switch (relation(d)) {
        case Relation::nsubj:
          add_subject(clause, d);
          break;
        case Relation::obj:
          if (light) {
            add_of_noun(clause, d);
          } else {
            add(clause, clause.passive ? "obj2" : "obj", resolved(clause, d));
          }
          break;
        case Relation::iobj:
          add(clause, "iobj", d);
          break;
        case Relation::obl: {
          const std::string by = case_of(d);
          if (clause.passive && by == "by") {
            add(clause, "nsubj", d);
          } else if (!by.empty()) {
            add(clause, "obl:" + by, resolved(clause, d));
          } else if (is_particle_object(tree_, d)) {
            add(clause, "obj", resolved(clause, d));
          }
          break;
        }
        case Relation::xcomp:
          if (clause_of_[d - tree_.words().begin] == kNone) add(clause, "xcomp", d);
          break;
        default:
          break;
      }
    }
    if (relation(w) == Relation::acl) add_modified_noun(clause);
    if (relation(w) == Relation::amod && is_headless(w))
      clause.arguments.push_back({"nsubj", *tree_.word(w).head});
  }

  void add_subject(Clause& clause, std::uint32_t d) {
    add(clause, clause.passive ? "obj" : "nsubj", resolved(clause, d));
  }

  // The noun that a relative clause describes, in place of its pronoun.
  std::uint32_t resolved(const Clause& clause, std::uint32_t d) const {
    const Word& predicate = tree_.word(clause.predicate);
    const bool pronoun = tree_.word(d).tag == Upos::pron || tree_.word(d).tag == Upos::det;
    if (!pronoun || relation(clause.predicate) != Relation::acl || !predicate.head ||
        !tree_.holds(*predicate.head))
      return d;
    return is_one_of(tree_.form(d), kRelative) ? *predicate.head : d;
  }

  // "the deal signed", "troops entering", "the house they built".
  void add_modified_noun(Clause& clause) {
    const auto noun = tree_.word(clause.predicate).head;
    if (!noun || !tree_.holds(*noun)) return;
    if (std::ranges::find(clause.arguments, *noun, &ClauseArgument::word) != clause.arguments.end()) return;
    const bool infinitive = tree_.has(clause.predicate, Relation::mark);
    if (infinitive) return;  // "a plan to leave": the plan does not leave
    const bool has_subject = role_word(clause, "nsubj") != kNone;
    if (clause.passive && role_word(clause, "obj") == kNone) {
      clause.arguments.push_back({"obj", *noun});
    } else if (!has_subject && (tree_.form(clause.predicate).ends_with("ing") || is_finite(clause))) {
      clause.arguments.push_back({"nsubj", *noun});
    } else if (has_subject && role_word(clause, "obj") == kNone &&
               tree_.word(clause.predicate).tag == Upos::verb) {
      clause.arguments.push_back({"obj", *noun});
    }
  }

  // "said soldiers had tortured suspects", which the parser hangs on "soldiers".
  bool is_finite(const Clause& clause) const {
    return !clause.passive && std::ranges::any_of(tree_.dependents(clause.predicate), [&](std::uint32_t d) {
      return relation(d) == Relation::aux && d < clause.predicate && tree_.lemma(d) != "be";
    });
  }

  static std::uint32_t role_word(const Clause& clause, std::string_view role) {
    const auto argument = std::ranges::find(clause.arguments, role, &ClauseArgument::role);
    return argument == clause.arguments.end() ? kNone : argument->word;
  }

  // "said he left and closed the door", "wants to leave", "leaving, he said": who does it.
  void add_shared_subject(Clause& clause) {
    if (!clause.over || role_word(clause, clause.passive ? "obj" : "nsubj") != kNone) return;
    const Relation how = relation(clause.predicate);
    if (how != Relation::conj && how != Relation::xcomp && how != Relation::advcl) return;
    const Clause& over = clauses_[*clause.over];
    if (&over == &clause) return;
    std::uint32_t who = kNone;
    if (how == Relation::xcomp && is_one_of(over.lemma, kObjectControl)) who = role_word(over, "obj");
    if (who == kNone) who = role_word(over, over.passive ? "obj" : "nsubj");
    if (who != kNone)
      clause.arguments.insert(clause.arguments.begin(), {clause.passive ? "obj" : "nsubj", who});
  }

  // What a nominalisation says of who does what to whom.
  void add_of_noun(Clause& clause, std::uint32_t noun) {
    for (const std::uint32_t d : tree_.dependents(noun)) {
      if (relation(d) != Relation::nmod) continue;
      const std::string by = case_of(d);
      if (by == "by") {
        add(clause, "nsubj", d);
      } else if (by == "of" || by == "on" || by == "against") {
        add(clause, role_word(clause, "obj") == kNone ? "obj" : "obl:" + by, d);
      } else if (by.empty() && d < noun) {  // "Russia's withdrawal"
        add(clause, role_word(clause, "nsubj") == kNone ? "nsubj" : "obj", d);
      } else if (!by.empty()) {
        add(clause, "obl:" + by, d);
      }
    }
  }

  void find_nouns() {
    const std::size_t real = clauses_.size();
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (tree_.word(w).tag != Upos::noun || clause_of_[w - tree_.words().begin] != kNone) continue;
      const std::string_view verb = verb_of_noun(tree_.lemma(w));
      if (verb.empty() || is_light_object(w, real)) continue;
      Clause clause;
      clause.predicate = w;
      clause.lemma = verb;
      clause.words = tree_.word(w).text;
      clause.noun = true;
      clause.over = clause_over(w);
      add_of_noun(clause, w);
      const bool told = role_word(clause, "nsubj") != kNone || role_word(clause, "obj") != kNone;
      if (told) clauses_.push_back(std::move(clause));
    }
    std::ranges::stable_sort(clauses_, {}, &Clause::predicate);
    renumber();
  }

  bool is_light_object(std::uint32_t w, std::size_t real) const {
    const auto head = tree_.word(w).head;
    if (relation(w) != Relation::obj || !head || !tree_.holds(*head)) return false;
    const std::uint32_t clause = clause_of_[*head - tree_.words().begin];
    return clause < real && clauses_[clause].lemma == verb_of_noun(tree_.lemma(w));
  }

  void renumber() {
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      clause_of_[clauses_[i].predicate - tree_.words().begin] =
          clauses_[i].noun ? kNone : static_cast<std::uint32_t>(i);
    }
    for (Clause& clause : clauses_) clause.over = clause_over(clause.predicate);
  }

  const SentenceTree& tree_;
  std::vector<std::uint32_t> clause_of_;  // of each word that is a predicate
  std::vector<Clause> clauses_;
};

}  // namespace

bool is_particle_object(const SentenceTree& tree, std::uint32_t word) {
  const auto verb = tree.word(word).head;
  if (!verb || word < *verb || tree.word(word).relation != Relation::obl || tree.has(word, Relation::case_))
    return false;
  if (tree.has(*verb, Relation::obj)) return false;
  const auto particle = tree.dependent(*verb, Relation::compound);
  return particle && *particle > *verb && *particle < word;
}

std::vector<Clause> find_clauses(const SentenceTree& tree) {
  return Finder(tree).run();
}

}  // namespace sayso::reading
