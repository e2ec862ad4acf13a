#include "reading/event_words.h"

#include <algorithm>
#include <array>

#include "reading/clauses.h"
#include "reading/event_actors.h"
#include "reading/head_nouns.h"
#include "reading/lemma.h"

namespace sayso::reading {
namespace {

constexpr std::uint32_t kFarthestParticle = 7;  // words: "forced hundreds of asylum seekers back"
constexpr int kDeepest = 6;  // operators in each other: "agreed to ask them to stop attacking"

// What may stand before an infinitive or gerund that a verb governs. Sorted.
constexpr std::array<std::string_view, 13> kMarks = {
    "about", "against", "by", "for", "from", "in", "into", "of", "on", "over", "that", "to", "with"};
static_assert(std::ranges::is_sorted(kMarks));

// What hangs on a noun by these tells what the noun is about. Sorted.
constexpr std::array<std::string_view, 8> kAbout = {"against", "for", "in", "of", "on", "over", "to", "with"};
static_assert(std::ranges::is_sorted(kAbout));

// What spokesmen decline to do and sources ask for. Sorted.
constexpr std::array<std::string_view, 14> kSpeech = {"answer", "comment",   "confirm", "disclose", "discuss",
                                                      "draw",   "elaborate", "give",    "identify", "name",
                                                      "quote",  "say",       "speak",   "specify"};
static_assert(std::ranges::is_sorted(kSpeech));

// What stands behind these is when or why something is done. Sorted.
constexpr std::array<std::string_view, 11> kAside = {"after",   "amid",   "because",   "before",
                                                     "despite", "during", "following", "pending",
                                                     "since",   "until",  "without"};
static_assert(std::ranges::is_sorted(kAside));

// Deeds that need somebody they are done to: "turned back" deports nobody. Sorted.
constexpr std::array<std::string_view, 14> kTransitive = {
    "abduct", "arrest", "assassinate", "assault", "ban",     "beat",  "censor",
    "coerce", "deport", "give_back",   "kill",    "release", "seize", "torture"};
static_assert(std::ranges::is_sorted(kTransitive));

std::optional<ToldEvent> told(const Deed* deed) {
  if (deed == nullptr) return std::nullopt;
  return ToldEvent{{deed, Stance::done}, {}, {}, false};
}

void add(std::vector<std::string_view>& classes, std::span<const std::string_view> more) {
  for (const std::string_view c : more) {
    if (std::ranges::find(classes, c) == classes.end()) classes.push_back(c);
  }
}

}  // namespace

std::string EventWords::case_of(std::uint32_t word) const {
  for (const std::uint32_t d : tree_.dependents(word)) {
    const Relation relation = tree_.word(d).relation;
    if (d < word && (relation == Relation::case_ || relation == Relation::mark)) return tree_.form(d);
  }
  return {};
}

// "cease" of "cease-fire", which are three words; empty where no hyphen stands before the word.
std::string EventWords::before_hyphen(std::uint32_t word) const {
  if (word < tree_.words().begin + 2 || tree_.form(word - 1) != "-") return {};
  const bool joined = tree_.word(word - 2).text.end == tree_.word(word - 1).text.begin &&
                      tree_.word(word - 1).text.end == tree_.word(word).text.begin;
  return joined ? std::string(tree_.form(word - 2)) : std::string();
}

std::vector<std::string_view> EventWords::noun_classes(std::uint32_t noun) const {
  std::vector<std::string_view> out;
  const Upos tag = tree_.word(noun).tag;
  if (tag == Upos::verb) {
    add(out, lexicon_.noun("to " + tree_.lemma(noun)));  // "barred from entering"
    if (!tree_.form(noun).ends_with("ing")) return out;
  }
  // "the Tour de France" is nobody's visit.
  if (tag == Upos::pron || tag == Upos::num || tag == Upos::det || tag == Upos::propn) return out;
  std::string lemma = lemma_of(tree_.form(noun), Upos::noun);
  if (lemma == "troops") lemma = "troop";  // that lemmas keep the plural of
  const std::string hyphened = before_hyphen(noun);
  if (!hyphened.empty()) {
    add(out, lexicon_.noun(hyphened + "-" + lemma));
  } else if (noun > tree_.words().begin && tree_.word(noun - 1).tag != Upos::adp) {
    const std::string& before = tree_.form(noun - 1);
    if (noun > tree_.words().begin + 1)
      add(out, lexicon_.noun(tree_.form(noun - 2) + " " + before + " " + lemma));
    add(out, lexicon_.noun(before + " " + lemma));
  }
  const bool compound = !out.empty();
  add(out, lexicon_.noun(lemma));
  // "ceasefire agreement", but the coal industry is no coal.
  if (compound || !sector_of_noun(lemma).empty()) return out;
  for (const std::uint32_t d : tree_.dependents(noun)) {  // "ceasefire agreement", "sanctions plan"
    if (tree_.word(d).relation == Relation::compound && d < noun)
      add(out, lexicon_.noun(lemma_of(tree_.form(d), Upos::noun)));
  }
  return out;
}

// "turn down", "call for", "be ready", "reject".
std::vector<std::string_view> EventWords::verb_classes(std::uint32_t verb, bool& adjectival) const {
  std::vector<std::string_view> out;
  adjectival = false;
  bool be = false;
  for (const std::uint32_t d : tree_.dependents(verb)) {
    const Relation relation = tree_.word(d).relation;
    if (relation == Relation::cop || (relation == Relation::aux && tree_.lemma(d) == "be")) be = true;
  }
  if (tree_.word(verb).relation == Relation::xcomp && tree_.word(verb).head)
    be = be || is_copular(tree_.lemma(*tree_.word(verb).head));  // "stands prepared", "feels obliged"
  if (be || tree_.word(verb).tag == Upos::adj) {
    add(out, lexicon_.verb("be " + tree_.form(verb)));
    if (const std::string by = case_of(verb); be && !by.empty()) {
      add(out, lexicon_.verb("be " + by + " " + tree_.form(verb)));  // "is on alert"
      add(out, lexicon_.verb("be " + by));                           // "is behind the attack"
    }
    adjectival = !out.empty();
    if (adjectival || tree_.word(verb).tag != Upos::verb) return out;
  }
  const std::string guess =
      looks_verbal(verb) ? lemma_of(tree_.form(verb), Upos::verb) : std::string(tree_.lemma(verb));
  if (const std::string hyphened = before_hyphen(verb); !hyphened.empty())
    add(out, lexicon_.verb(hyphened + "-" + guess));
  for (const std::string& lemma : lemmas(guess)) {
    if (add_phrasal(verb, lemma, out)) return out;
    // A particle makes another verb of it ("break out"); a preposition does not ("march through").
    if (!out.empty() && !(tree_.holds(verb + 1) && tree_.word(verb + 1).relation == Relation::case_))
      return out;
    add(out, lexicon_.verb(lemma + (tree_.has(verb, Relation::obj) ? " +" : " -")));
    for (const std::uint32_t d : tree_.dependents(verb)) {
      const Word& word = tree_.word(d);
      if (word.relation == Relation::obl || word.relation == Relation::advcl) {
        // "took a heckler in stride" is no "take in".
        if (const std::string by = case_of(d);
            !by.empty() && (by != "in" || word.relation == Relation::advcl ||
                            (is_light(lemma) && tree_.form(verb + 1) == by)))
          add(out, lexicon_.verb(lemma + " " + by));
      } else if (d > verb && (word.tag == Upos::adp || word.tag == Upos::adv) &&
                 d - verb <= kFarthestParticle) {
        add(out, lexicon_.verb(lemma + " " + tree_.form(d)));  // "forced them out"
      } else if (d > verb && (word.relation == Relation::xcomp || word.relation == Relation::ccomp)) {
        add(out, lexicon_.verb(lemma + " " + tree_.form(d)));  // "found them guilty"
      }
      for (const std::uint32_t e : tree_.dependents(d)) {  // "forced them back across the border"
        if (word.relation == Relation::obl && tree_.word(e).relation == Relation::advmod &&
            e - verb <= kFarthestParticle)
          add(out, lexicon_.verb(lemma + " " + tree_.form(e)));
      }
    }
    add(out, lexicon_.verb(lemma));
    if (!out.empty()) return out;
  }
  return out;
}

bool EventWords::is_copular(std::string_view lemma) {
  static constexpr std::array<std::string_view, 7> kCopular = {"appear", "feel",  "look", "remain",
                                                               "seem",   "stand", "stay"};
  return std::ranges::find(kCopular, lemma) != kCopular.end();
}

// Verbs that say nothing without what stands behind "in".
bool EventWords::is_light(std::string_view lemma) {
  static constexpr std::array<std::string_view, 7> kLight = {"descend", "engage",      "hand", "join",
                                                             "lock",    "participate", "turn"};
  return std::ranges::find(kLight, lemma) != kLight.end();
}

// "broke out", "called for", "took to the": with the words right behind, which say more than the verb alone.
// Whether three words are known together.
bool EventWords::add_phrasal(std::uint32_t verb, const std::string& lemma,
                             std::vector<std::string_view>& out) const {
  std::string key = lemma;
  std::vector<std::string> keys;
  for (std::uint32_t w = verb + 1; w <= verb + 2 && tree_.holds(w) && tree_.word(w).tag != Upos::punct; ++w) {
    key += " " + tree_.form(w);
    keys.push_back(key);
  }
  bool long_one = false;
  for (auto k = keys.rbegin(); k != keys.rend() && !long_one; ++k) {
    add(out, lexicon_.verb(*k));
    long_one = keys.size() == 2 && k == keys.rbegin() && !out.empty();
  }
  return long_one;
}

// The lemma, then what it may have been where the rules of spelling guessed wrong: "telephon", "honore",
// "boycot", "freed".
std::vector<std::string> EventWords::lemmas(const std::string& lemma) {
  std::vector<std::string> out = {lemma};
  if (lemma.size() < 3) return out;
  if (lemma == "lie") out.push_back("lay");  // of which it is the past, too
  out.push_back(lemma + "e");
  out.push_back(lemma + lemma.back());
  if (lemma[lemma.size() - 1] == lemma[lemma.size() - 2]) out.push_back(lemma.substr(0, lemma.size() - 1));
  if (lemma.back() == 'e' || lemma.back() == 'd') out.push_back(lemma.substr(0, lemma.size() - 1));
  return out;
}

EventWords::Things EventWords::things_of(std::uint32_t verb) const {
  std::vector<std::uint32_t> objects, others, subjects;
  bool passive = false;
  for (const std::uint32_t d : tree_.dependents(verb)) {
    const Relation relation = tree_.word(d).relation;
    passive = passive || (relation == Relation::aux && tree_.lemma(d) == "be" &&
                          tree_.form(verb) != tree_.lemma(verb) && !tree_.form(verb).ends_with("ing"));
    const bool object = relation == Relation::obj || is_particle_object(tree_, d);
    std::vector<std::uint32_t>* const list = object ? &objects
                                             : relation == Relation::nsubj || relation == Relation::csubj
                                                 ? &subjects
                                             : relation == Relation::obl || relation == Relation::iobj ||
                                                     relation == Relation::xcomp || relation == Relation::nmod
                                                 ? &others
                                                 : nullptr;
    if (list == nullptr) continue;
    // "closed the border after the shooting", "ended without agreement"
    if (relation == Relation::obl && case_of(d) == "by" && is_force(d)) continue;  // "removed by police"
    if (relation == Relation::obl && std::ranges::binary_search(kAside, std::string_view(case_of(d))))
      continue;
    list->push_back(d);
    for (const std::uint32_t c : tree_.dependents(d)) {
      if (tree_.word(c).relation == Relation::conj) list->push_back(c);
    }
  }
  if (tree_.word(verb).relation == Relation::acl && tree_.word(verb).head && objects.empty())
    subjects.push_back(*tree_.word(verb).head);  // "curfew imposed on the town"
  Things out;
  out.objects = std::move(objects);
  if (passive) std::ranges::move(subjects, std::back_inserter(out.objects));
  out.all = out.objects;
  std::ranges::move(others, std::back_inserter(out.all));
  if (passive) {
    out.governed = out.all;
    return out;
  }
  out.subjects = std::move(subjects);
  out.governed = out.all;
  // "talks began", "the curfew ended"
  if (out.objects.empty()) out.all.insert(out.all.end(), out.subjects.begin(), out.subjects.end());
  return out;
}

// "told them to hand over", "started shipping", where the tagger takes the verb for a noun.
bool EventWords::looks_verbal(std::uint32_t word) const {
  if (tree_.word(word).tag != Upos::noun) return false;
  if (tree_.word(word).relation == Relation::xcomp && tree_.form(word).ends_with("ing")) return true;
  const auto mark = tree_.dependent(word, Relation::mark);
  return mark && tree_.form(*mark) == "to";
}

// The clause that a verb or noun governs.
std::optional<std::uint32_t> EventWords::complement_of(std::uint32_t word, bool loosely) const {
  std::optional<std::uint32_t> best;
  int best_rank = 9;
  for (const std::uint32_t d : tree_.dependents(word)) {
    const Word& dependent = tree_.word(d);
    const bool willing =
        dependent.tag == Upos::adj && dependent.relation == Relation::xcomp;  // "declared itself ready"
    // "demanded that Kenya hand over the rebels", where the tagger takes the verb for an adverb.
    const bool mistaken = dependent.relation == Relation::advmod && case_of(d) == "that";
    const bool verbal =
        dependent.tag == Upos::verb || tree_.has(d, Relation::cop) || willing || mistaken || looks_verbal(d);
    if (!verbal || d < word) continue;
    int rank = 9;
    switch (dependent.relation) {
      case Relation::xcomp:
        rank = 0;
        break;
      case Relation::ccomp:
        rank = 1;
        break;
      case Relation::advmod:
        if (mistaken) rank = 1;
        break;
      case Relation::acl:
      case Relation::advcl:
      case Relation::obl:
      case Relation::nmod: {
        const std::string by = case_of(d);
        if (loosely && std::ranges::binary_search(kMarks, std::string_view(by))) rank = by == "to" ? 2 : 3;
        break;
      }
      default:
        break;
    }
    if (rank < best_rank) best_rank = rank, best = d;
  }
  return best;
}

bool EventWords::find_pair(std::string_view verb_class, std::uint32_t thing, int depth,
                           ToldEvent& out) const {
  // "handed a victory to voting rights advocates": what is given stands before those whom it is given to.
  if ((verb_class == "GIVE" || verb_class == "FREE") && tree_.word(thing).relation == Relation::obl &&
      case_of(thing) == "to")
    return false;
  for (const std::string_view c : noun_classes(thing)) {
    const Deed* const deed = lexicon_.pair(verb_class, c);
    if (deed == nullptr) continue;
    out.meaning = {deed, Stance::done};
    out.things.push_back(thing);
    return true;
  }
  if (depth == 0) return false;
  for (const std::uint32_t d : tree_.dependents(thing)) {  // "millions of dollars of aid"
    if (tree_.word(d).relation != Relation::nmod) continue;
    const std::string by = case_of(d);
    if ((by == "of" || by == "for" || by == "in") && find_pair(verb_class, d, depth - 1, out)) return true;
  }
  return false;
}

std::optional<ToldEvent> EventWords::paired(std::string_view verb_class,
                                            const std::vector<std::uint32_t>& things) const {
  ToldEvent out;
  for (const int depth : {0, 2}) {
    for (const std::uint32_t thing : things) {
      if (find_pair(verb_class, thing, depth, out)) return out;
    }
  }
  return std::nullopt;
}

// What a verb governs: a clause, else a noun that names a deed.
std::optional<ToldEvent> EventWords::governed(std::uint32_t word, const std::vector<std::uint32_t>& things,
                                              int depth, bool loosely) const {
  if (const auto clause = complement_of(word, loosely)) {
    if (auto out = verb(*clause, depth + 1)) return out;
  }
  for (const std::uint32_t thing : things) {
    if (tree_.word(thing).tag == Upos::verb) {
      if (auto out = verb(thing, depth + 1)) return out;
    } else if (auto out = noun(thing, depth + 1)) {
      return out;
    }
  }
  return std::nullopt;
}

std::optional<ToldEvent> EventWords::operate(std::string_view operation, std::uint32_t word,
                                             const std::vector<std::uint32_t>& things, int depth) const {
  if (operation == "STOP" || operation == "ACCUSE") {
    if (!complement_of(word, operation == "ACCUSE")) {
      if (auto out = paired(operation, things)) return out;
    }
  }
  if (operation == "ALLOW") {
    if (auto out = admitted(word, things)) return out;
  }
  if (operation == "STOP" && ends_course(word)) operation = "DO";
  if (operation == "SUGGEST" && tries_itself(word)) operation = tree_.lemma(word) == "try" ? "DO" : "INTEND";
  // "began a strike to press for more pay" began no pressing.
  const bool loosely = operation != "DO" && operation != "STOP";
  auto inner = governed(word, things, depth, loosely);
  const bool alone = !inner && things.empty() && !complement_of(word, true);
  if (alone && tree_.word(word).tag == Upos::verb) return std::nullopt;  // "the approval declined"
  if (is_about_words(operation, word, inner.has_value())) return std::nullopt;
  if (operation == "PROMISE" && is_opinion(word)) return std::nullopt;
  // "has not been determined", but "is determined to stay"
  const bool is_participle =
      tree_.word(word).tag == Upos::verb && tree_.has(word, Relation::aux) && operation == "INTEND";
  if (is_participle && tree_.form(word) == "determined" && !is_to_infinitive(complement_of(word, false)))
    return std::nullopt;
  if (operation == "INTEND" && wants_of_others(word) && !tells_plans(word)) operation = "SUGGEST";
  // "let them know", "assure you"
  if (!inner && (tree_.lemma(word) == "let" || tree_.lemma(word) == "assure")) return std::nullopt;
  const bool known = inner && (inner->meaning.deed != nullptr || inner->meaning.stance != Stance::done);
  auto meaning = apply(lexicon_, operation, known ? std::optional(inner->meaning) : std::nullopt);
  if (!meaning && !inner && operation == "SHUN" && is_proposed(things))
    meaning = apply(lexicon_, "REFUSE", {});
  // "announced that the president must agree"
  if (meaning && operation == "DO" && is_demanded(word)) meaning = apply(lexicon_, "REQUEST", meaning);
  if (!meaning || is_state_of_affairs(operation, *meaning)) return std::nullopt;
  if (tree_.lemma(word) == "try" && meaning->deed != nullptr && meaning->deed->name == "assassinate")
    meaning->deed = lexicon_.deed("try_to_assassinate");
  ToldEvent out = inner ? std::move(*inner) : ToldEvent();
  if (!inner) {
    if (const auto clause = complement_of(word, loosely)) out.verbs.push_back(*clause);
  }
  out.meaning = *meaning;
  return out;
}

bool EventWords::is_demanded(std::uint32_t word) const {
  const auto clause = complement_of(word, false);
  if (!clause || tree_.word(*clause).relation != Relation::ccomp) return false;
  return std::ranges::any_of(tree_.dependents(*clause), [&](std::uint32_t d) {
    return tree_.word(d).relation == Relation::aux && (tree_.form(d) == "must" || tree_.form(d) == "should");
  });
}

// "let the convoy enter": whom it lets in tells what it is.
std::optional<ToldEvent> EventWords::admitted(std::uint32_t word,
                                              const std::vector<std::uint32_t>& things) const {
  std::vector<std::uint32_t> let = things;
  if (const auto clause = complement_of(word, true)) {
    for (const std::uint32_t d : tree_.dependents(*clause)) {
      if (tree_.word(d).relation == Relation::nsubj) let.push_back(d);
    }
  }
  auto out = paired("GET", let);
  if (!out || !out->meaning.deed->name.starts_with("admit")) return std::nullopt;
  return out;
}

// Somebody who can be let go; records are released too.
bool EventWords::is_captive(std::uint32_t word) const {
  const auto classes = noun_classes(word);
  const auto holds = [](std::string_view c) {
    static constexpr std::array<std::string_view, 8> kPeople = {
        "abduct", "ambassador", "crowd", "dignitary", "helpers", "office", "prisoners", "refugees"};
    return std::ranges::find(kPeople, c) != kPeople.end();
  };
  if (std::ranges::any_of(classes, holds)) return true;
  static constexpr std::array<std::string_view, 22> kPapers = {
      "ad",     "album",     "data",   "email",  "figure",     "film",     "information", "list",
      "record", "recording", "tape",   "tax",    "transcript", "video",    "water",       "detail",
      "name",   "plan",      "report", "result", "return",     "statement"};
  const std::string lemma = lemma_of(tree_.form(word), Upos::noun);
  return classes.empty() && head_noun(lemma).noun != HeadNoun::document &&
         std::ranges::find(kPapers, lemma) == kPapers.end();
}

bool EventWords::is_of_captives(std::uint32_t noun) const {
  return std::ranges::none_of(tree_.dependents(noun), [&](std::uint32_t d) {
    return tree_.word(d).relation == Relation::nmod && case_of(d) == "of" && !is_captive(d);
  });
}

bool EventWords::is_to_infinitive(std::optional<std::uint32_t> clause) const {
  const auto mark = clause ? tree_.dependent(*clause, Relation::mark) : std::nullopt;
  return mark && tree_.form(*mark) == "to";
}

// "ended three days of talks": they were held.
bool EventWords::ends_course(std::uint32_t word) const {
  static constexpr std::array<std::string_view, 7> kCourses = {"day",    "hour",    "month", "round",
                                                               "series", "session", "week"};
  const std::string& lemma = tree_.lemma(word);
  if (lemma != "end" && lemma != "conclude" && lemma != "finish" && lemma != "complete") return false;
  const auto object = tree_.dependent(word, Relation::obj);
  return object && std::ranges::find(kCourses, std::string_view(lemma_of(tree_.form(*object), Upos::noun))) !=
                       kCourses.end();
}

// "ordered the agency to leave", "told the diplomats to get out": sends them away, unless they are its own
// forces.
std::optional<ToldEvent> EventWords::sent_away(std::uint32_t word,
                                               const std::vector<std::uint32_t>& objects) const {
  static constexpr std::array<std::string_view, 4> kLeaving = {"depart", "go", "leave", "quit"};
  const auto clause = complement_of(word, false);
  if (!clause || !is_to_infinitive(clause) ||
      std::ranges::find(kLeaving, std::string_view(tree_.lemma(*clause))) == kLeaving.end())
    return std::nullopt;
  if (objects.empty() || is_force(objects.front())) return std::nullopt;
  if (auto out = paired("EXPEL", objects)) return out;
  return tree_.lemma(word) == "order" ? told(lexicon_.deed("deport")) : std::nullopt;
}

// "began his presidency", "used a system": that there are elections, laws, prices is no concession.
bool EventWords::is_state_of_affairs(std::string_view operation, const EventMeaning& meaning) {
  static constexpr std::array<std::string_view, 4> kAffairs = {"change_institutions", "change_leader",
                                                               "change_policy", "grant_rights"};
  return operation == "DO" && meaning.stance == Stance::done && meaning.deed != nullptr &&
         std::ranges::find(kAffairs, meaning.deed->name) != kAffairs.end();
}

// "tried to leave", "is seeking to expand trade": what one wants to do oneself.
bool EventWords::tries_itself(std::uint32_t word) const {
  const std::string& lemma = tree_.lemma(word);
  if (lemma != "try" && lemma != "seek" && lemma != "look") return false;
  return is_to_infinitive(complement_of(word, false)) && !wants_of_others(word);
}

// "declined to comment", "asked not to be named", "asked whether", "told them that": acts of speech, and no
// more.
bool EventWords::is_about_words(std::string_view operation, std::uint32_t word, bool known) const {
  const bool weak = operation == "SUGGEST" && (tree_.lemma(word) == "call" || tree_.lemma(word) == "tell");
  const auto clause = complement_of(word, !weak);  // "call them crazy for the accusation"
  if (!clause) return (operation == "ASK" && !known) || weak;
  const auto mark = tree_.dependent(*clause, Relation::mark);
  const bool infinitive = mark && tree_.form(*mark) == "to";
  const std::string& lemma = tree_.lemma(word);
  if ((operation == "ASK" || weak) && !infinitive) return true;
  // "insists that he is right", but "insists that he leave"
  if (lemma == "insist" && !infinitive && tree_.word(*clause).relation == Relation::ccomp &&
      (tree_.form(*clause) != tree_.lemma(*clause) || tree_.has(*clause, Relation::aux)))
    return true;
  const bool asks = operation == "ASK" || operation == "REFUSE" || operation == "REQUEST";
  return asks && !known && std::ranges::binary_search(kSpeech, std::string_view(tree_.lemma(*clause)));
}

// "agreed that it is cheap", "agree with him": they think so.
bool EventWords::is_opinion(std::uint32_t word) const {
  const auto clause = complement_of(word, false);
  if (!clause && tree_.lemma(word) == "agree" && tree_.form(word + 1) == "with") return true;
  if (!clause || tree_.word(*clause).relation != Relation::ccomp || is_to_infinitive(clause) ||
      is_future(*clause))
    return false;
  if (tree_.lemma(word) != "agree" && tree_.lemma(word) != "accept") return false;
  return std::ranges::none_of(tree_.dependents(*clause), [&](std::uint32_t d) {
    return tree_.word(d).relation == Relation::aux &&
           (tree_.form(d) == "should" || tree_.form(d) == "would" || tree_.form(d) == "must");
  });
}

// "signalled that his country would buy": what is going to be done, not what others should do.
bool EventWords::tells_plans(std::uint32_t word) const {
  const auto clause = complement_of(word, false);
  return clause && tree_.word(*clause).relation == Relation::ccomp && is_future(*clause);
}

// "wants the president to resign", "proposed that they meet".
bool EventWords::wants_of_others(std::uint32_t word) const {
  const auto clause = complement_of(word, false);
  if (!clause) return false;
  if (tree_.has(word, Relation::obj)) return true;
  const auto subject = tree_.dependent(*clause, Relation::nsubj);
  return subject && tree_.word(*subject).tag != Upos::pron;
}

// "said it will withdraw": a plan.
bool EventWords::is_future(std::uint32_t word) const {
  return std::ranges::any_of(tree_.dependents(word), [&](std::uint32_t d) {
    const std::string& form = tree_.form(d);
    return tree_.word(d).relation == Relation::aux && (form == "will" || form == "would" || form == "'ll");
  });
}

bool EventWords::is_force(std::uint32_t thing) const {
  const auto classes = noun_classes(thing);
  return !classes.empty() && (classes.front() == "mobilise" || classes.front() == "mobilise_police");
}

// "Soldiers fought": they are who does it, not what is done.
std::vector<std::uint32_t> EventWords::without_forces(std::vector<std::uint32_t> things) const {
  std::erase_if(things, [&](std::uint32_t thing) {
    return tree_.word(thing).relation == Relation::nsubj && is_force(thing);
  });
  return things;
}

// "stopped selling", but not "stopped the rebels from selling".
bool EventWords::stops_itself(std::uint32_t word) const {
  const auto clause = complement_of(word, true);
  return clause && !tree_.has(word, Relation::obj) && case_of(*clause) != "from";
}

bool EventWords::is_negated(std::uint32_t word) const {
  return std::ranges::any_of(tree_.dependents(word), [&](std::uint32_t d) {
    const std::string& form = tree_.form(d);
    return tree_.word(d).relation == Relation::advmod && (form == "not" || form == "n't" || form == "never");
  });
}

// "promised not to attack" promises to leave off, "threatened not to sign" to refuse.
EventMeaning EventWords::undone(const EventMeaning& meaning) const {
  if (const auto refused = denied(lexicon_, meaning)) return *refused;
  const bool done = meaning.stance == Stance::done && meaning.deed != nullptr;
  return {done ? lexicon_.deed(meaning.deed->stopped) : nullptr, Stance::done};
}

// A plan, an offer or a demand, of whatever it is.
bool EventWords::is_proposed(const std::vector<std::uint32_t>& things) const {
  return std::ranges::any_of(things, [&](std::uint32_t thing) {
    const auto classes = noun_classes(thing);
    return std::ranges::any_of(
        classes, [](std::string_view c) { return c == "INTEND" || c == "PROMISE" || c == "REQUEST"; });
  });
}

std::optional<ToldEvent> EventWords::verb(std::uint32_t word, int depth) const {
  if (depth > kDeepest) return std::nullopt;
  bool adjectival = false;
  const std::vector<std::string_view> classes = verb_classes(word, adjectival);
  if (classes.empty()) return std::nullopt;
  // "divide-and-conquer politics"
  if (!before_hyphen(word).empty() && lexicon_.verb(before_hyphen(word) + "-" + tree_.lemma(word)).empty())
    return std::nullopt;
  const Things things = things_of(word);
  // "helped make it known": no help for anybody
  if (tree_.lemma(word) == "help" && things.objects.empty()) {
    if (const auto clause = complement_of(word, false)) return verb(*clause, depth + 1);
  }
  const bool does = std::ranges::find(classes, "DO") != classes.end();
  const bool stops = std::ranges::find(classes, "STOP") != classes.end();
  const auto made = [&](const std::vector<std::uint32_t>& of) -> std::optional<ToldEvent> {
    for (const std::string_view c : classes) {
      if (auto out = paired(c, of)) return out;
    }
    return std::nullopt;
  };
  // Who or what kills or arrives tells how: "the car bomb killed", "peacekeepers arrived".
  const auto made_by_subject = [&](bool moves) -> std::optional<ToldEvent> {
    for (const std::string_view c : classes) {
      if (moves && lexicon_.deed(c) != nullptr) break;  // "doctors went on strike"
      if (moves ? c == "ARRIVE" || c == "LEAVE" : c == "kill" || c == "assault") {
        if (auto out = paired(c, things.subjects)) return out;
      } else if (!moves && c == "HAPPEN") {
        if (auto out = operate("DO", word, things.subjects, depth)) return out;
      }
    }
    return std::nullopt;
  };
  const auto found = [&]() -> std::optional<ToldEvent> {
    if (std::ranges::find(classes, "HIDE") != classes.end() && complement_of(word, true)) return std::nullopt;
    // "barred the team from entering"
    if (const auto clause = complement_of(word, true);
        clause && std::ranges::find(classes, "DENY") != classes.end()) {
      if (auto out = paired("DENY", {*clause})) return out;
    }
    // "ordered the inspectors out" is no request, "withdrew the inspectors" ends no inspection.
    if (std::ranges::find(classes, "EXPEL") != classes.end()) {
      if (auto out = paired("EXPEL", things.objects)) return out;
    }
    if (std::ranges::find(classes, "ORDER") != classes.end() || tree_.lemma(word) == "tell") {
      if (auto out = sent_away(word, things.objects)) return out;
    }
    if (std::ranges::find(classes, "FILE") != classes.end()) {
      if (auto out = paired("FILE", things.objects)) return out;
    }
    if (stops && !ends_course(word) && !complement_of(word, false)) {
      if (auto out = made(things.objects)) return out;
    }
    // "called a strike to press the president" is no request but a strike.
    for (const std::uint32_t thing : does ? things.objects : std::vector<std::uint32_t>()) {
      auto out = noun(thing, depth + 1);
      if (out && out->meaning.stance == Stance::done && code_of(lexicon_, out->meaning).type == "PROTEST")
        return out;
    }
    for (const std::string_view c : classes) {
      if (!is_operator(c) || c == "DO" || c == "HIDE") continue;
      if (c == "SHUN" && paired("CLOSE", things.objects) &&
          std::ranges::find(classes, "CLOSE") != classes.end())
        continue;
      if (c == "SHUN" && stops && (stops_itself(word) || paired("STOP", things.objects))) continue;
      const bool happens =
          c == "STOP" || c == "FAIL" || tree_.word(word).relation == Relation::acl;  // "the talks ended"
      if (auto out = operate(c, word, happens ? things.all : things.governed, depth)) return out;
    }
    if (auto out = made(things.objects)) return out;
    if (const auto clause = complement_of(word, true)) {
      if (auto out = made({*clause})) return out;
    }
    if (does) {
      if (auto out = operate("DO", word, without_forces(things.objects), depth)) return out;
    }
    if (auto out = made_by_subject(false)) return out;
    if (things.objects.empty()) {
      if (auto out = made_by_subject(true)) return out;
    }
    if (auto out = made(things.all)) return out;
    if (does) {
      if (auto out = operate("DO", word, without_forces(things.all), depth)) return out;
    }
    if (auto out = made_by_subject(true)) return out;
    for (const std::string_view c : classes) {
      if (things.objects.empty() && std::ranges::binary_search(kTransitive, c)) continue;
      if (c == "release" &&
          std::ranges::none_of(things.objects, [&](std::uint32_t w) { return is_captive(w); }))
        continue;
      if (auto out = told(lexicon_.deed(c))) return out;
    }
    return std::nullopt;
  }();
  if (!found) return std::nullopt;
  ToldEvent out = *found;
  if (depth > 0 && is_negated(word)) out.meaning = undone(out.meaning);
  if (depth > 0 && is_future(word)) {
    if (const auto planned = apply(lexicon_, "INTEND", out.meaning)) out.meaning = *planned;
  }
  out.verbs.insert(out.verbs.begin(), word);
  out.adjectival = adjectival;
  return out;
}

std::optional<ToldEvent> EventWords::noun(std::uint32_t word, int depth) const {
  if (depth > kDeepest) return std::nullopt;
  std::vector<std::uint32_t> about;
  for (const std::uint32_t d : tree_.dependents(word)) {
    if (tree_.word(d).relation != Relation::nmod && tree_.word(d).relation != Relation::compound) continue;
    const std::string by = case_of(d);
    if (std::ranges::binary_search(kAbout, std::string_view(by)) ||
        tree_.word(d).relation == Relation::compound)
      about.push_back(d);
  }
  for (const std::string_view c : noun_classes(word)) {
    std::optional<ToldEvent> out;
    if (is_operator(c)) {
      out = operate(c, word, about, depth);
    } else if (c != "release" || is_of_captives(word)) {
      out = told(lexicon_.deed(c));
    }
    if (out && depth == 0 && is_state_of_affairs("DO", out->meaning)) out.reset();
    if (!out) continue;
    out->things.insert(out->things.begin(), word);
    return out;
  }
  for (const std::uint32_t d : about) {
    if (case_of(d) != "of") continue;  // "a series of attacks"
    if (auto out = noun(d, depth + 1)) return out;
  }
  return std::nullopt;
}

std::optional<ToldEvent> EventWords::of_clause(std::uint32_t predicate) const {
  if (auto out = verb(predicate, 0)) return out;
  // "shut their shops in protest"
  for (const std::uint32_t d : tree_.dependents(predicate)) {
    if (tree_.word(d).relation != Relation::obl || tree_.lemma(d) != "protest" || case_of(d) != "in")
      continue;
    auto out = told(lexicon_.deed("protest"));
    out->verbs.push_back(predicate);
    out->things.push_back(d);
    return out;
  }
  return std::nullopt;
}

std::optional<ToldEvent> EventWords::of_noun(std::uint32_t word) const {
  return noun(word, 0);
}

bool EventWords::is_plain_saying(std::uint32_t predicate) const {
  bool adjectival = false;
  const auto classes = verb_classes(predicate, adjectival);
  return std::ranges::find(classes, "SAY") != classes.end();
}

}  // namespace sayso::reading
