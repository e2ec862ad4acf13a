#include "reading/events.h"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

#include "reading/clause_factuality.h"
#include "reading/event_lexicon.h"
#include "reading/event_sides.h"
#include "reading/event_words.h"
#include "reading/event_worth.h"
#include "reading/lemma.h"
#include "reading/sentence_tree.h"

namespace sayso::reading {
namespace {

constexpr std::array<std::string_view, 3> kMust = {"must", "should", "ought"};

struct Coded {
  Event event;
  int rank = 0;  // how far from the sentence's main clause
  std::uint32_t word = 0;
};

class SentenceCoder {
 public:
  SentenceCoder(const Article& article, const Layers& layers, const std::vector<Timex>& timexes,
                const std::vector<Attribution>& attributions, const std::vector<ClauseReading>& clauses,
                const ActorReader& actors, std::uint32_t sentence, std::uint32_t first, std::uint32_t end)
      : article_(article),
        layers_(layers),
        timexes_(timexes),
        attributions_(attributions),
        clauses_(clauses),
        actors_(actors),
        tree_(article.text, layers, sentence),
        words_(EventLexicon::builtin(), tree_),
        first_(first),
        end_(end),
        used_(end - first) {}

  void code(std::vector<Event>& out) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t c = first_; c < end_; ++c) order.push_back(c);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t c) { return rank_of(c); });
    std::vector<Coded> coded;
    for (const std::uint32_t c : order) {
      if (!used_[c - first_]) code_clause(c, coded);
    }
    std::ranges::stable_sort(coded, {}, [](const Coded& c) { return std::tuple(c.rank, c.word); });
    for (Coded& c : coded) out.push_back(std::move(c.event));
  }

 private:
  const ClauseReading& clause(std::uint32_t number) const { return clauses_[number]; }

  // Steps up to the main clause; a plain "said" above is none.
  int rank_of(std::uint32_t number) const {
    int rank = clause(number).noun ? 3 : 0;
    std::uint32_t at = number;
    for (int step = 0; step < 16; ++step) {
      const auto over = clause(at).over;
      if (!over || *over < first_ || *over >= end_) break;
      const Relation how = tree_.word(clause(at).predicate).relation;
      if (!(clause(*over).cue && words_.is_plain_saying(clause(*over).predicate)) && how != Relation::conj)
        ++rank;
      at = *over;
    }
    return rank;
  }

  void use(const ToldEvent& told, std::uint32_t number) {
    used_[number - first_] = true;
    for (std::uint32_t c = first_; c < end_; ++c) {
      const std::uint32_t predicate = clause(c).predicate;
      if ((!clause(c).noun && std::ranges::find(told.verbs, predicate) != told.verbs.end()) ||
          std::ranges::find(told.things, predicate) != told.things.end())
        used_[c - first_] = true;
    }
  }

  void code_clause(std::uint32_t number, std::vector<Coded>& out) {
    const ClauseReading& here = clause(number);
    auto told = here.noun ? words_.of_noun(here.predicate) : words_.of_clause(here.predicate);
    if (!told) return;
    if (here.noun && told->meaning.stance != Stance::done)
      return;  // "the demand" tells of one made elsewhere
    const EventLexicon& lexicon = EventLexicon::builtin();
    std::optional<EventMeaning> meaning = told->meaning;
    std::vector<std::string> extra;
    bool held_out = false;
    const bool blamed = is_blamed(here, *told);
    const bool asked = !here.noun && !blamed && is_asked(here);
    if (asked) {
      meaning = apply(lexicon, "SUGGEST", meaning);
    } else if (is_future(here)) {
      meaning = here.proposition.negated ? denied(lexicon, *meaning) : apply(lexicon, "INTEND", meaning);
    } else if (is_held_out(here, *meaning)) {
      held_out = true;
      const int quad = quad_of(code_of(lexicon, *meaning).type);
      meaning = apply(lexicon, quad > 2 ? "THREATEN" : "INTEND", meaning);
    } else if (here.proposition.negated) {
      const auto refusal = meaning->stance == Stance::promised ? denied(lexicon, *meaning) : std::nullopt;
      if (refusal) {
        meaning = refusal;
      } else {
        extra.emplace_back("negation");
      }
    }
    if (!meaning) return;
    const EventCode code = code_of(lexicon, *meaning);
    if (code.type.empty()) return;
    told->meaning = *meaning;
    use(*told, number);
    Coded coded;
    coded.rank = rank_of(number);
    coded.word = here.predicate;
    if (asked || blamed) {
      ask(here, number, *told, code, coded.event);
    } else {
      EventSides sides = find_sides({tree_, actors_, clauses_, attributions_}, number, *told, code);
      coded.event.actors = std::move(sides.actors);
      coded.event.recipients = std::move(sides.recipients);
    }
    if (coded.event.actors.empty() && coded.event.recipients.empty()) return;
    EventCode final_code = code;
    if (is_by_crowd(*told, code, coded.event)) final_code = lexicon.deed("riot")->done;
    if (is_sit_in(*told, coded.event)) final_code = lexicon.deed("obstruct")->done;
    if (final_code.type == "MOBILIZE" && is_joint(here.predicate))
      final_code = lexicon.deed("military_cooperation")->done;
    if (is_battle(*told, coded.event)) final_code = lexicon.deed("fight")->done;
    if (is_attack_in_words(actors_, *told, final_code, coded.event))
      final_code = lexicon.deed("criticise")->done;
    if (held_out && quad_of(code.type) < 3 && !is_by_speaker(here.proposition, coded.event)) return;
    if (here.noun && coded.event.actors.empty()) return;
    if (coded.event.actors.empty() && has_other_subject(here)) return;
    if (!is_worth_coding(actors_, *told, final_code, coded.event)) return;
    fill(here, *told, final_code, std::move(extra), coded.event);
    out.push_back(std::move(coded));
  }

  // "the blizzard that hit the state": nobody's deed.
  bool has_other_subject(const ClauseReading& here) const {
    return !here.passive && std::ranges::any_of(tree_.dependents(here.predicate), [&](std::uint32_t d) {
      return d < here.predicate && tree_.word(d).relation == Relation::nsubj &&
             tree_.word(d).tag == Upos::noun;
    });
  }

  // Civilians who act together protest, even with violence.
  static bool is_by_crowd(const ToldEvent& told, const EventCode& code, const Event& event) {
    if (code.type != "ASSAULT" || told.meaning.stance != Stance::done || event.actors.empty()) return false;
    const std::string_view deed = told.meaning.deed->name;
    const auto is_crowd = [](const EventActor& actor) {
      static constexpr std::array<std::string_view, 5> kCrowds = {"crowd", "demonstrator", "mob", "protester",
                                                                  "rioter"};
      return std::ranges::any_of(
          kCrowds, [&](std::string_view c) { return plain_form(actor.text).find(c) != std::string::npos; });
    };
    if (std::ranges::any_of(event.actors, is_crowd))
      return deed == "fight" || deed == "destroy" || deed == "assault" || deed == "beat";
    static constexpr std::array<std::string_view, 7> kCivil = {"AGR", "CVL", "EDU", "LAB",
                                                               "OPP", "REF", "REL"};
    return (deed == "fight" || deed == "destroy") &&
           std::ranges::all_of(event.actors, [](const EventActor& a) {
             return std::ranges::find(kCivil, std::string_view(a.sector)) != kCivil.end();
           });
  }

  // "farmers occupied the ministry": people without arms.
  bool is_sit_in(const ToldEvent& told, const Event& event) const {
    if (told.meaning.deed == nullptr || told.meaning.deed->name != "occupy" ||
        told.meaning.stance != Stance::done)
      return false;
    static constexpr std::array<std::string_view, 8> kCivil = {"",    "AGR", "CVL", "EDU",
                                                               "LAB", "MED", "REF", "REL"};
    return !event.actors.empty() && std::ranges::all_of(event.actors, [&](const EventActor& a) {
      return std::ranges::find(kCivil, std::string_view(a.sector)) != kCivil.end() &&
             !actors_.names_country(a) && !(a.entity && actors_.is_named(*a.entity));
    });
  }

  // "patrolled together"
  bool is_joint(std::uint32_t predicate) const {
    return std::ranges::any_of(tree_.dependents(predicate), [&](std::uint32_t d) {
      return tree_.form(d) == "together" || tree_.form(d) == "jointly";
    });
  }

  // "drove the rebels out of the town"
  static bool is_battle(const ToldEvent& told, const Event& event) {
    return told.meaning.deed != nullptr && told.meaning.deed->name == "deport" &&
           told.meaning.stance == Stance::done && !event.recipients.empty() &&
           (event.recipients.front().sector == "REB" || event.recipients.front().sector == "MIL");
  }

  // "Annan said the rebels must disarm": he asks them to.
  bool is_asked(const ClauseReading& here) const {
    if (!here.proposition.attribution) return false;
    if (here.over && !clause(*here.over).cue) return false;
    return std::ranges::any_of(tree_.dependents(here.predicate), [&](std::uint32_t d) {
      return tree_.word(d).relation == Relation::aux &&
             std::ranges::find(kMust, std::string_view(tree_.form(d))) != kMust.end();
    });
  }

  void ask(const ClauseReading& here, std::uint32_t number, const ToldEvent& told, const EventCode& code,
           Event& out) const {
    EventSides sides = find_sides({tree_, actors_, clauses_, attributions_}, number, told, code);
    out.recipients = std::move(sides.actors);
    const Attribution& by = attributions_[*here.proposition.attribution];
    if (!by.source || by.source->spans.empty()) return;
    if (auto actor = actors_.of_span(by.source->spans.front(), by.source->entity))
      out.actors = {*std::move(actor)};
  }

  bool is_future(const ClauseReading& here) const {
    const Proposition& p = here.proposition;
    if (here.noun) return false;
    if (p.tense == "future") return true;
    if (is_to_be(here.predicate)) return true;
    return p.modality == "would" && (p.attribution || p.negated);
  }

  // "said the rebels were responsible for the attack"
  bool is_blamed(const ClauseReading& here, const ToldEvent& told) const {
    return told.adjectival && !here.cue && here.proposition.attribution && told.meaning.deed != nullptr &&
           told.meaning.stance == Stance::done && told.meaning.deed->done.cameo.starts_with("112");
  }

  // "could halt aid": material conflict that somebody says is possible; "could take in refugees", as its
  // doers say.
  bool is_held_out(const ClauseReading& here, const EventMeaning& meaning) const {
    const Proposition& p = here.proposition;
    if (here.noun || here.passive || p.negated || !p.attribution || meaning.stance != Stance::done)
      return false;
    if (p.modality != "could" && p.modality != "may" && p.modality != "might") return false;
    const int quad = quad_of(code_of(EventLexicon::builtin(), meaning).type);
    return quad == 4 || quad == 2;
  }

  // "is to visit", "is due to visit" where the parser makes the second verb the main one.
  bool is_to_be(std::uint32_t predicate) const {
    bool be = false, to = false;
    for (const std::uint32_t d : tree_.dependents(predicate)) {
      be = be ||
           (tree_.word(d).relation == Relation::aux && (tree_.form(d) == "is" || tree_.form(d) == "are"));
      to = to || (tree_.form(d) == "to" && tree_.word(d).relation == Relation::mark);
    }
    return be && to;
  }

  void fill(const ClauseReading& here, const ToldEvent& told, const EventCode& code,
            std::vector<std::string> extra, Event& out) const {
    const Proposition& p = here.proposition;
    out.type = code.type;
    out.mode = code.mode;
    out.cameo = code.cameo;
    out.quad = quad_of(code.type);
    out.date = date_of(told, p);
    out.place = place_of(told, p);
    out.span = span_of(told);
    out.attribution = p.attribution;
    out.factuality = factuality_of(p, out);
    if (p.negated && told.meaning.stance == Stance::refused && !here.noun)
      out.factuality = refusal_of(out.factuality);
    out.contexts = contexts_of(here, told);
    for (std::string& context : extra) out.contexts.push_back(std::move(context));
    if (is_future(here)) out.contexts.emplace_back("future");
    if (out.factuality == Commitment::uncommitted && !is_future(here))
      out.contexts.emplace_back("hypothetical");
    if (!here.cue) out.proposition = proposition_number(here);
  }

  std::uint32_t proposition_number(const ClauseReading& here) const {
    return static_cast<std::uint32_t>(std::stoul(here.proposition.id.substr(1)) - 1);
  }

  // "said she opposes the deal", "urged them to act": what somebody wants is not so, but that one wants it
  // is.
  bool is_stance(const Event& event, const Proposition& p) const {
    if (!p.attribution || p.factuality != Commitment::uncommitted || p.negated || !p.modality.empty())
      return false;
    return event.quad % 2 == 1 && is_by_speaker(p, event);
  }

  bool is_by_speaker(const Proposition& p, const Event& event) const {
    const auto& origin = attributions_[*p.attribution].origin;
    return origin &&
           std::ranges::any_of(event.actors, [&](const EventActor& a) { return a.entity == origin; });
  }

  // "will not free them": that they are freed is denied, that it is refused is so.
  static Commitment refusal_of(Commitment of_deed) {
    switch (of_deed) {
      case Commitment::certain_minus:
        return Commitment::certain_plus;
      case Commitment::probable_minus:
        return Commitment::probable_plus;
      case Commitment::possible_minus:
        return Commitment::possible_plus;
      default:
        return of_deed;
    }
  }

  // Everybody whose word it is, from the inside out, may be in doubt.
  Commitment factuality_of(const Proposition& p, const Event& event) const {
    Commitment out = is_stance(event, p) ? Commitment::certain_plus : p.factuality;
    std::optional<std::uint32_t> at = p.attribution;
    for (int depth = 0; at && depth < 16; ++depth) {
      const auto outer = attributions_[*at].within;
      if (outer) out = under(attributions_[*outer].commitment, out);
      at = outer;
    }
    return out;
  }

  std::vector<const Proposition*> propositions(const ToldEvent& told, const Proposition& own) const {
    std::vector<const Proposition*> out = {&own};
    for (const std::uint32_t verb : told.verbs) {
      for (std::uint32_t c = first_; c < end_; ++c) {
        if (clause(c).predicate == verb && !clause(c).noun) out.push_back(&clause(c).proposition);
      }
    }
    return out;
  }

  std::string date_of(const ToldEvent& told, const Proposition& own) const {
    for (const Proposition* p : propositions(told, own)) {
      if (!p->time) continue;
      const std::string& value = timexes_[*p->time].value;
      if (value.size() >= 4 && value[0] >= '0' && value[0] <= '9') return value.substr(0, 10);
    }
    const std::string& published = article_.published;
    return published.substr(0, 10);
  }

  std::optional<std::uint32_t> place_of(const ToldEvent& told, const Proposition& own) const {
    for (const Proposition* p : propositions(told, own)) {
      if (p->place) return p->place;
    }
    return std::nullopt;
  }

  Span span_of(const ToldEvent& told) const {
    Span out{~std::uint32_t{0}, 0};
    const auto cover = [&](std::uint32_t word) {
      out.begin = std::min(out.begin, tree_.word(word).text.begin);
      out.end = std::max(out.end, tree_.word(word).text.end);
    };
    for (const std::uint32_t w : told.verbs) cover(w);
    for (const std::uint32_t w : told.things) cover(w);
    return out;
  }

  std::vector<std::string> contexts_of(const ClauseReading& here, const ToldEvent& told) const {
    std::vector<std::string> out;
    const auto add = [&](std::string_view context) {
      if (!context.empty() && std::ranges::find(out, context) == out.end()) out.emplace_back(context);
    };
    if (told.meaning.deed != nullptr) add(told.meaning.deed->context);
    Span span = here.proposition.span;
    for (const Proposition* p : propositions(told, here.proposition)) {
      span.begin = std::min(span.begin, p->span.begin);
      span.end = std::max(span.end, p->span.end);
    }
    std::string before;
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (tree_.word(w).text.begin < span.begin || tree_.word(w).text.end > span.end) continue;
      const std::string lemma = lemma_of(tree_.form(w), Upos::noun);
      for (const auto context : EventLexicon::builtin().contexts(before + " " + lemma)) add(context);
      for (const auto context : EventLexicon::builtin().contexts(lemma)) add(context);
      before = tree_.form(w);
    }
    return out;
  }

  const Article& article_;
  const Layers& layers_;
  const std::vector<Timex>& timexes_;
  const std::vector<Attribution>& attributions_;
  const std::vector<ClauseReading>& clauses_;
  const ActorReader& actors_;
  SentenceTree tree_;
  EventWords words_;
  std::uint32_t first_, end_;  // of the sentence's clauses
  std::vector<bool> used_;
};

}  // namespace

std::vector<Event> find_events(const Article& article, const Layers& layers, const EntityReading& entities,
                               const Catalog& catalog, const std::vector<Timex>& timexes,
                               const std::vector<Attribution>& attributions,
                               const std::vector<ClauseReading>& clauses) {
  const ActorReader actors(article.text, layers, entities, catalog);
  std::vector<Event> out;
  for (std::uint32_t first = 0; first < clauses.size();) {
    const std::uint32_t sentence = layers.words[clauses[first].predicate].sentence;
    std::uint32_t end = first;
    while (end < clauses.size() && layers.words[clauses[end].predicate].sentence == sentence) ++end;
    SentenceCoder(article, layers, timexes, attributions, clauses, actors, sentence, first, end).code(out);
    first = end;
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i].id = "x" + std::to_string(i + 1);
  return out;
}

}  // namespace sayso::reading
