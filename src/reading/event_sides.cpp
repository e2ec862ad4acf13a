#include "reading/event_sides.h"

#include <algorithm>
#include <array>

namespace sayso::reading {
namespace {

constexpr int kDeepest = 3;  // phrases in phrases: "violations of the rights of refugees in the camps"

// Deeds whose object is what they are done with, not whom they are done to. Sorted.
constexpr std::array<std::string_view, 21> kInstrumental = {"admit",
                                                            "admit_inspectors",
                                                            "admit_peacekeepers",
                                                            "admit_relief",
                                                            "aid",
                                                            "alert_police",
                                                            "alert_troops",
                                                            "break_relations",
                                                            "deescalate",
                                                            "disarm",
                                                            "economic_aid",
                                                            "expel_inspectors",
                                                            "expel_mission",
                                                            "expel_peacekeepers",
                                                            "humanitarian_aid",
                                                            "military_aid",
                                                            "mobilise",
                                                            "mobilise_police",
                                                            "protect",
                                                            "retreat",
                                                            "withdraw_mission"};
static_assert(std::ranges::is_sorted(kInstrumental));

// Prepositions behind which the other side stands, the likeliest first.
constexpr std::array<std::string_view, 15> kToward = {"against", "to",  "with", "on",     "upon",
                                                      "from",    "for", "of",   "toward", "towards",
                                                      "between", "by",  "over", "at",     "into"};
constexpr std::array<std::string_view, 9> kPlaces = {"in",     "near",   "inside",     "outside", "around",
                                                     "within", "across", "throughout", "along"};

class Sides {
 public:
  Sides(const SideContext& context, const ToldEvent& event, const EventCode& code)
      : context_(context), tree_(context.tree), event_(event), code_(code) {}

  EventSides find(std::uint32_t clause) {
    find_actors(clause);
    if (needs_recipient(clause)) find_recipients(clause);
    join_reciprocal();
    return std::move(out_);
  }

 private:
  using Actors = std::vector<EventActor>;

  const ClauseReading* clause_at(std::uint32_t word) const {
    for (const ClauseReading& c : context_.clauses) {
      if (c.predicate == word && !c.noun) return &c;
    }
    return nullptr;
  }

  // One body seen twice: "Iran" and "the Iranian government", but not "Iran" and "Iranian students".
  bool same_side(const EventActor& a, const EventActor& b) const {
    if (a.entity && b.entity && *a.entity == *b.entity) return true;
    if (a.span.begin < b.span.end && b.span.begin < a.span.end) return true;
    if (a.text == b.text) return true;
    if (a.code.empty() || a.code != b.code || a.code == "IGO" || a.code == "NGO" || a.code == "IMG")
      return false;
    if (!a.sector.empty() && a.sector == b.sector) return true;
    const auto is_state = [&](const EventActor& side) {
      return side.sector == "GOV" || (side.sector.empty() && context_.actors.names_country(side));
    };
    return is_state(a) && is_state(b);
  }

  void add(Actors& to, Actors more) const {
    for (EventActor& actor : more) {
      if (std::ranges::none_of(to, [&](const EventActor& a) { return same_side(a, actor); }))
        to.push_back(std::move(actor));
    }
  }

  std::vector<std::uint32_t> words_of_role(const ClauseReading& clause, std::string_view role) const {
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < clause.words.size(); ++i) {
      if (clause.proposition.arguments[i].role == role) out.push_back(clause.words[i]);
    }
    return out;
  }

  // --- actors ---

  void find_actors(std::uint32_t number) {
    const ClauseReading& clause = context_.clauses[number];
    const std::string_view role = clause.passive && event_.adjectival ? "obj" : "nsubj";
    std::vector<std::uint32_t> subjects = words_of_role(clause, role);
    // A second subject behind the verb is what the parser took for one.
    if (subjects.size() > 1 && subjects.front() < clause.predicate)
      std::erase_if(subjects, [&](std::uint32_t w) {
        return w > clause.predicate && tree_.word(w).relation != Relation::conj;
      });
    keep_nearest(subjects, clause.predicate);
    for (const std::uint32_t w : subjects) add(out_.actors, context_.actors.read(tree_, w));
    add_speaker(clause, subjects);
    if (!out_.actors.empty()) return;
    if (subjects.empty() && clause.cue) add_source(clause);
    for (const std::uint32_t w : subjects) {
      add(out_.actors, inside(w, 0));
      if (!out_.actors.empty()) break;
    }
    if (out_.actors.empty()) {  // "a ceasefire took hold between the two militias"
      for (const std::uint32_t w : words_of_role(clause, "obl:between")) add_with_joined(w, out_.actors);
    }
    if (out_.actors.empty()) {  // whose deed it is: "the army's attack", "riots by students"
      for (const std::uint32_t w : event_.things) {
        add(out_.actors, owners(w));
        if (!out_.actors.empty()) break;
      }
    }
    if (out_.actors.empty() && clause.passive) take_agent(clause.predicate);
    if (out_.actors.empty() && code_.type == "MOBILIZE") {  // "troops were deployed"
      for (const std::uint32_t w : event_.things) add(out_.actors, context_.actors.read(tree_, w));
    }
    if (out_.actors.empty() && !subjects.empty() && code_.type == "ASSAULT" && is_weapon(subjects.front())) {
      EventActor unknown = context_.actors.as_actor(tree_, subjects.front());
      unknown.sector = "UAF";  // an armed force that nobody names
      out_.actors.push_back(std::move(unknown));
    }
  }

  // "were driven from their homes in Colombo by mobs", where the parser hangs the mobs on what stands before
  // them.
  void take_agent(std::uint32_t predicate) {
    std::vector<std::uint32_t> open = {predicate};
    while (!open.empty() && out_.actors.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      for (const std::uint32_t d : tree_.dependents(at)) {
        const Relation relation = tree_.word(d).relation;
        if (d < predicate || (relation != Relation::nmod && relation != Relation::obl)) continue;
        if (case_of(d) == "by") add_with_joined(d, out_.actors);
        open.push_back(d);
      }
    }
  }

  // A bomb, shots, an attack: somebody's whom nobody names.
  bool is_weapon(std::uint32_t word) const {
    const auto classes = EventWords(EventLexicon::builtin(), tree_).noun_classes(word);
    return std::ranges::any_of(classes, [](std::string_view c) {
      const Deed* const deed = EventLexicon::builtin().deed(c);
      return deed != nullptr && (deed->done.type == "ASSAULT" || deed->done.type == "MOBILIZE");
    });
  }

  // Of two subjects before a verb, "a top U.S. official" misread, the last one is its head.
  void keep_nearest(std::vector<std::uint32_t>& subjects, std::uint32_t predicate) const {
    const auto is_first_hand = [&](std::uint32_t w) {
      return w < predicate && tree_.word(w).relation == Relation::nsubj && tree_.word(w).head == predicate;
    };
    const auto last = std::find_if(subjects.rbegin(), subjects.rend(), is_first_hand);
    if (last == subjects.rend()) return;
    const std::uint32_t nearest = *last;
    std::erase_if(subjects, [&](std::uint32_t w) { return w != nearest && is_first_hand(w); });
  }

  // "Palestinian leaders said they would": the speakers, where nothing else is known of them.
  void add_speaker(const ClauseReading& clause, const std::vector<std::uint32_t>& subjects) {
    const auto is_pronoun = [&](std::uint32_t w) {
      static constexpr std::array<std::string_view, 6> kThird = {"he", "i", "it", "she", "they", "we"};
      return std::ranges::find(kThird, std::string_view(tree_.form(w))) != kThird.end();
    };
    if (subjects.empty() || !std::ranges::all_of(subjects, is_pronoun) || !clause.proposition.attribution)
      return;
    const auto is_coded = [](const EventActor& a) { return !a.code.empty() || !a.sector.empty(); };
    if (std::ranges::any_of(out_.actors, is_coded)) return;
    const auto& source = context_.attributions[*clause.proposition.attribution].source;
    if (!source || source->spans.empty()) return;
    auto speaker = context_.actors.of_span(source->spans.front(), source->entity);
    if (!speaker || (!out_.actors.empty() && !is_coded(*speaker))) return;
    out_.actors = {*std::move(speaker)};
  }

  void add_source(const ClauseReading& clause) {
    const Span predicate = tree_.word(clause.predicate).text;
    for (const Attribution& a : context_.attributions) {
      const bool here = std::ranges::any_of(
          a.cue.spans, [&](Span s) { return s.begin < predicate.end && predicate.begin < s.end; });
      if (!here || !a.source || a.source->spans.empty()) continue;
      if (auto actor = context_.actors.of_span(a.source->spans.front(), a.source->entity))
        out_.actors.push_back(*std::move(actor));
      return;
    }
  }

  // "Russia's", "by the army", "Palestinian".
  Actors owners(std::uint32_t noun) const {
    Actors out;
    for (const std::uint32_t d : tree_.dependents(noun)) {
      if (tree_.word(d).relation != Relation::nmod) continue;
      const std::string by = case_of(d);
      const bool gives = by == "from" && code_.type == "AID";  // "supplies from Iceland were flown in"
      if (by == "by" || by == "between" || gives || (d < noun && by.empty())) add_with_joined(d, out);
    }
    if (out.empty()) add(out, context_.actors.adjectives(tree_, noun));
    return out;
  }

  std::string case_of(std::uint32_t w) const {
    for (const std::uint32_t d : tree_.dependents(w)) {
      if (d < w && tree_.word(d).relation == Relation::case_) return tree_.form(d);
    }
    return {};
  }

  // --- recipients ---

  // "the two envoys began talks with China"
  bool speaks_with_others(std::uint32_t number) const {
    if (!words_of_role(context_.clauses[number], "obl:with").empty()) return true;
    return std::ranges::any_of(event_.things, [&](std::uint32_t thing) {
      return std::ranges::any_of(tree_.dependents(thing), [&](std::uint32_t d) {
        return tree_.word(d).relation == Relation::nmod && case_of(d) == "with";
      });
    });
  }

  bool needs_recipient(std::uint32_t clause) const {
    const bool several = out_.actors.size() > 1 && !same_side(out_.actors[0], out_.actors[1]);
    if (code_.type == "CONSULT" && speaks_with_others(clause)) return true;
    return !(several && (code_.type == "CONSULT" || code_.type == "AGREE" || code_.type == "COOPERATE" ||
                         code_.cameo == "057"));
  }

  bool is_thing(std::uint32_t w) const { return std::ranges::find(event_.things, w) != event_.things.end(); }

  bool is_instrument(std::uint32_t w) const {
    return event_.meaning.deed != nullptr && is_thing(w) &&
           std::ranges::binary_search(kInstrumental, event_.meaning.deed->name);
  }

  bool take(std::uint32_t w) {
    Actors found;
    add_with_joined(w, found);
    return take(std::move(found));
  }

  // Whether others are left.
  bool drop_actors(Actors& found) const {
    std::erase_if(found, [&](const EventActor& a) {
      return std::ranges::any_of(out_.actors, [&](const EventActor& b) { return same_side(a, b); });
    });
    return !found.empty();
  }

  bool take(Actors found) {
    drop_actors(found);
    add(out_.recipients, std::move(found));
    return !out_.recipients.empty();
  }

  // The word's actors and those of what is joined to it by "and".
  void add_with_joined(std::uint32_t w, Actors& out) const {
    add(out, context_.actors.read(tree_, w));
    if (out.empty()) return;
    for (const std::uint32_t d : tree_.dependents(w)) {
      if (tree_.word(d).relation == Relation::conj) add(out, context_.actors.read(tree_, d));
    }
  }

  // Actors inside a phrase that is none itself: "the removal of the president", "an Australian ultimatum".
  Actors inside(std::uint32_t noun, int depth) const {
    Actors out;
    if (depth > kDeepest) return out;
    for (const std::uint32_t d : tree_.dependents(noun)) {
      if (tree_.word(d).relation == Relation::nmod && d < noun) add_with_joined(d, out);
      if (drop_actors(out)) return out;
    }
    add(out, context_.actors.adjectives(tree_, noun));
    if (drop_actors(out)) return out;
    for (const bool place : {false, true}) {
      for (const std::uint32_t d : tree_.dependents(noun)) {
        const Relation relation = tree_.word(d).relation;
        if (relation != Relation::nmod && relation != Relation::obl && relation != Relation::appos) continue;
        if (d < noun || is_place(case_of(d)) != place) continue;
        add_with_joined(d, out);
        if (!drop_actors(out)) out = inside(d, depth + 1);
        if (!out.empty()) return out;
      }
    }
    return out;
  }

  static bool is_place(std::string_view by) { return std::ranges::find(kPlaces, by) != kPlaces.end(); }

  void find_recipients(std::uint32_t number) {
    const ClauseReading& outer = context_.clauses[number];
    if (code_.type == "REQUEST" && take_asked(outer)) return;
    const bool has_inner = std::ranges::any_of(event_.verbs, [&](std::uint32_t verb) {
      return verb != event_.verbs.front() && clause_at(verb) != nullptr;
    });
    if (take_from(outer, !has_inner)) return;
    for (std::size_t i = 1; i < event_.verbs.size(); ++i) {
      const ClauseReading* const inner = clause_at(event_.verbs[i]);
      if (inner == nullptr) continue;
      for (const std::uint32_t w : words_of_role(*inner, inner->passive ? "obj" : "nsubj")) {
        // "said it would": mostly the speaker, whether the pronoun was resolved or not.
        if (tree_.word(w).tag != Upos::pron && take(w)) return;
      }
      if (take_from(*inner, true)) return;
    }
    take_anybody(outer);
  }

  // Whom something is asked of: "urged Iran to", "demanded that the rebels leave".
  bool take_asked(const ClauseReading& clause) {
    for (const std::string_view role : {"obj", "iobj", "obl:on", "obl:upon", "obl:to", "obl:from"}) {
      for (const std::uint32_t w : words_of_role(clause, role)) {
        if (!is_thing(w) && take(w)) return true;
      }
    }
    for (std::size_t i = 1; i < event_.verbs.size(); ++i) {
      const ClauseReading* const inner = clause_at(event_.verbs[i]);
      if (inner == nullptr) continue;
      for (const std::uint32_t w : words_of_role(*inner, inner->passive ? "obj" : "nsubj")) {
        if (take(w)) return true;
      }
    }
    return false;
  }

  // `within_things`: also inside what the event is about, which is in the inner clause where there is one.
  bool take_from(const ClauseReading& clause, bool within_things) {
    const std::string_view patient = clause.passive && event_.adjectival ? "" : "obj";
    std::vector<std::uint32_t> objects = words_of_role(clause, "iobj");
    for (const std::uint32_t w : words_of_role(clause, "nsubj")) {  // "gave Chad money", misread
      if (w > clause.predicate && tree_.word(w).relation == Relation::nsubj &&
          words_of_role(clause, "nsubj").size() > 1)
        objects.push_back(w);
    }
    for (const std::uint32_t w : words_of_role(clause, patient)) objects.push_back(w);
    for (const std::uint32_t w : objects) {
      if (!is_instrument(w) && take(w)) return true;
    }
    for (const std::string_view by : kToward) {
      for (const std::uint32_t w : words_of_role(clause, "obl:" + std::string(by))) {
        if (!is_instrument(w) && take(w)) return true;
      }
    }
    for (const std::uint32_t w : objects) {
      if (take(inside(w, 0))) return true;
    }
    for (const std::uint32_t w : event_.things) {
      if (within_things && take(inside(w, 0))) return true;
    }
    for (const bool nested : {false, true}) {
      for (std::size_t i = 0; i < clause.words.size(); ++i) {
        const std::string& role = clause.proposition.arguments[i].role;
        if (!role.starts_with("obl:")) continue;
        if (nested ? take(inside(clause.words[i], 0)) : take(clause.words[i])) return true;
      }
    }
    return false;
  }

  // Where the tree does not say: the first country or body named behind the verb in what hangs on it.
  void take_anybody(const ClauseReading& clause) {
    std::vector<std::uint32_t> open = {clause.predicate}, below;
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      for (const std::uint32_t d : tree_.dependents(at)) {
        const Relation relation = tree_.word(d).relation;
        if (d < clause.predicate || relation == Relation::parataxis || relation == Relation::conj) continue;
        below.push_back(d);
        open.push_back(d);
      }
    }
    std::ranges::sort(below);
    for (const std::uint32_t w : below) {
      if (tree_.word(w).tag != Upos::propn && tree_.word(w).tag != Upos::noun) continue;
      Actors found = context_.actors.read(tree_, w);
      std::erase_if(found, [](const EventActor& a) { return a.code.empty() && !a.entity; });
      if (tree_.word(w).tag != Upos::propn)
        std::erase_if(found, [](const EventActor& a) { return a.code.empty(); });
      if (take(std::move(found))) return;
    }
  }

  // Everybody at a table is an actor; a visitor has a host.
  void join_reciprocal() {
    const bool table =
        code_.type == "CONSULT" && code_.cameo != "042" && code_.cameo != "043" && code_.cameo != "045";
    if (!table) return;
    for (EventActor& recipient : out_.recipients) out_.actors.push_back(std::move(recipient));
    out_.recipients.clear();
  }

  const SideContext& context_;
  const SentenceTree& tree_;
  const ToldEvent& event_;
  const EventCode& code_;
  EventSides out_;
};

}  // namespace

EventSides find_sides(const SideContext& context, std::uint32_t clause, const ToldEvent& event,
                      const EventCode& code) {
  return Sides(context, event, code).find(clause);
}

}  // namespace sayso::reading
