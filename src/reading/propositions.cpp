#include "reading/propositions.h"

#include <algorithm>
#include <string>

#include "reading/clause_factuality.h"
#include "reading/clauses.h"
#include "reading/quantities.h"
#include "reading/sentence_tree.h"

namespace sayso::reading {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};

// For each word the innermost attribution whose content holds it, and whether it belongs to a cue.
struct Owners {
  std::vector<std::uint32_t> content;  // index, or kNone
  std::vector<bool> cue;
};

Owners owners_of(const Layers& layers, const std::vector<Attribution>& attributions) {
  Owners owners{std::vector(layers.words.size(), kNone), std::vector<bool>(layers.words.size())};
  std::vector<std::size_t> size(layers.words.size(), ~std::size_t{0});  // of the content that owns the word
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    std::size_t length = 0;
    for (const Span& span : attributions[a].content.spans) length += span.end - span.begin;
    for (const Span& span : attributions[a].content.spans) {
      const WordRange words = words_of(layers, span);
      for (std::uint32_t w = words.begin; w < words.end; ++w) {
        if (length < size[w]) size[w] = length, owners.content[w] = a;
      }
    }
    for (const Span& span : attributions[a].cue.spans) {
      const WordRange words = words_of(layers, span);
      for (std::uint32_t w = words.begin; w < words.end; ++w) owners.cue[w] = true;
    }
  }
  return owners;
}

class SentenceReader {
 public:
  SentenceReader(std::string_view text, const Layers& layers, const EntityReading& entities,
                 const std::vector<Timex>& timexes, const std::vector<Attribution>& attributions,
                 const Owners& owners, std::uint32_t sentence)
      : text_(text),
        layers_(layers),
        entities_(entities),
        timexes_(timexes),
        attributions_(attributions),
        owners_(owners),
        tree_(text, layers, sentence),
        clauses_(find_clauses(tree_)),
        factuality_(clause_factuality(tree_, clauses_, cues())),
        quantities_(find_quantities(text, tree_, timexes)) {
    find_owners();
  }

  void read(std::vector<ClauseReading>& out) {
    const auto first = static_cast<std::uint32_t>(out.size());
    for (std::uint32_t c = 0; c < clauses_.size(); ++c) {
      ClauseReading& reading = out.emplace_back();
      reading.proposition = proposition(c, reading.words);
      reading.predicate = clauses_[c].predicate;
      reading.passive = clauses_[c].passive;
      reading.noun = clauses_[c].noun;
      reading.cue = owners_.cue[clauses_[c].predicate];
      if (clauses_[c].over) reading.over = first + *clauses_[c].over;
    }
  }

 private:
  std::vector<bool> cues() const {
    std::vector<bool> out;
    for (const Clause& clause : clauses_) out.push_back(owners_.cue[clause.predicate]);
    return out;
  }

  // The clause that each word belongs to.
  void find_owners() {
    const WordRange words = tree_.words();
    clause_of_.assign(words.size(), kNone);
    for (std::uint32_t c = 0; c < clauses_.size(); ++c) {
      if (!clauses_[c].noun) clause_of_[clauses_[c].predicate - words.begin] = c;
    }
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      std::vector<std::uint32_t> path;
      std::uint32_t at = w;
      // A walk ends where another one went.
      while (clause_of_[at - words.begin] == kNone) {
        path.push_back(at);
        const auto head = tree_.word(at).head;
        if (!head || !tree_.holds(*head) || path.size() > words.size()) break;
        at = *head;
      }
      for (const std::uint32_t p : path) clause_of_[p - words.begin] = clause_of_[at - words.begin];
    }
  }

  // The words around the predicate that belong to its clause, inside of what its speaker says.
  Span span_of(const Clause& clause, std::uint32_t number) const {
    if (clause.noun) return phrase(clause.predicate);
    const std::uint32_t owner = owners_.content[clause.predicate];
    const auto reachable = [&](std::uint32_t w) { return owners_.content[w] == owner && !owners_.cue[w]; };
    const auto belongs = [&](std::uint32_t w) { return clause_of_[w - tree_.words().begin] == number; };
    std::uint32_t first = clause.predicate, last = clause.predicate;
    for (std::uint32_t w = first; w-- > tree_.words().begin && reachable(w);) {
      if (belongs(w)) first = w;
    }
    for (std::uint32_t w = last + 1; w < tree_.words().end && reachable(w); ++w) {
      if (belongs(w)) last = w;
    }
    while (last > clause.predicate && tree_.word(last).tag == Upos::punct) --last;
    while (first < clause.predicate &&
           (tree_.word(first).tag == Upos::punct || tree_.word(first).tag == Upos::cconj))
      ++first;
    return {tree_.word(first).text.begin, tree_.word(last).text.end};
  }

  // A word with what hangs on it in one piece, without clauses and what is joined to it.
  Span phrase(std::uint32_t w) const {
    std::uint32_t first = w, last = w;
    std::vector<std::uint32_t> open = {w};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      for (const std::uint32_t d : tree_.dependents(at)) {
        const Word& word = tree_.word(d);
        if (word.relation == Relation::conj || word.relation == Relation::cc ||
            word.relation == Relation::punct || word.relation == Relation::acl ||
            word.relation == Relation::advcl || word.relation == Relation::parataxis ||
            word.relation == Relation::appos || (at == w && word.relation == Relation::case_))
          continue;
        if (at == w && (word.relation == Relation::nsubj || word.relation == Relation::cop ||
                        word.relation == Relation::aux || word.relation == Relation::mark ||
                        word.relation == Relation::advmod))
          continue;
        first = std::min(first, d);
        last = std::max(last, d);
        open.push_back(d);
      }
    }
    return {tree_.word(first).text.begin, tree_.word(last).text.end};
  }

  const Timex* timex_at(std::uint32_t w) const {
    const Span word = tree_.word(w).text;
    const auto timex =
        std::ranges::upper_bound(timexes_, word.begin, {}, [](const Timex& t) { return t.span.end; });
    return timex != timexes_.end() && timex->span.begin < word.end ? &*timex : nullptr;
  }

  bool add_argument(const ClauseArgument& from, Proposition& out) const {
    if (timex_at(from.word) && from.role.starts_with("obl")) return false;
    Argument argument;
    argument.role = from.role;
    argument.span = phrase(from.word);
    argument.text = std::string(argument.span.of(text_));
    argument.mention = entities_.mention_of(argument.span, layers_);
    if (argument.mention) argument.entity = entities_.mentions[*argument.mention].entity;
    const bool in = from.role == "obl:in" || from.role == "obl:at" || from.role == "obl:near";
    if (in && argument.entity && !out.place && entities_.entities[*argument.entity].kind == EntityKind::place)
      out.place = argument.entity;
    out.arguments.push_back(std::move(argument));
    return true;
  }

  Proposition proposition(std::uint32_t number, std::vector<std::uint32_t>& words) const {
    const Clause& clause = clauses_[number];
    const Factuality& factuality = factuality_[number];
    Proposition out;
    out.span = span_of(clause, number);
    out.predicate = {clause.lemma, clause.words};
    for (const ClauseArgument& argument : clause.arguments) {
      if (add_argument(argument, out)) words.push_back(argument.word);
    }
    out.negated = factuality.negated;
    out.modality = factuality.modality;
    out.tense = factuality.tense;
    for (const Quantity& quantity : quantities_) {
      if (belongs_to(quantity.span, clause, number, out)) out.quantities.push_back(quantity);
    }
    find_time(clause, number, out);
    judge(clause, factuality, out);
    return out;
  }

  // A clause's quantities are those of its own words; a nominalisation's those of its phrase.
  bool belongs_to(Span span, const Clause& clause, std::uint32_t number, const Proposition& out) const {
    if (clause.noun) return out.span.begin <= span.begin && span.end <= out.span.end;
    const WordRange words = words_of(layers_, span);
    return words.size() > 0 && tree_.holds(words.end - 1) &&
           clause_of_[words.end - 1 - tree_.words().begin] == number;
  }

  void find_time(const Clause& clause, std::uint32_t number, Proposition& out) const {
    for (std::uint32_t w = tree_.words().begin; w < tree_.words().end; ++w) {
      if (clause.noun || clause_of_[w - tree_.words().begin] != number) continue;
      if (owners_.content[w] != owners_.content[clause.predicate]) continue;  // the time of saying
      const Timex* timex = timex_at(w);
      if (!timex || timex->type == TimexType::duration || timex->type == TimexType::set) continue;
      out.time = static_cast<std::uint32_t>(timex - timexes_.data());
      return;
    }
  }

  void judge(const Clause& clause, const Factuality& factuality, Proposition& out) const {
    const std::uint32_t owner = owners_.content[clause.predicate];
    out.factuality = factuality.commitment;
    if (owner == kNone) return;
    out.attribution = owner;
    // The content's main clause is what the commitment was judged for.
    const bool main =
        !clause.noun && (!clause.over || owners_.content[clauses_[*clause.over].predicate] != owner);
    out.factuality = main ? attributions_[owner].commitment
                          : under(attributions_[owner].commitment, factuality.commitment);
  }

  std::string_view text_;
  const Layers& layers_;
  const EntityReading& entities_;
  const std::vector<Timex>& timexes_;
  const std::vector<Attribution>& attributions_;
  const Owners& owners_;
  SentenceTree tree_;
  std::vector<Clause> clauses_;
  std::vector<Factuality> factuality_;
  std::vector<Quantity> quantities_;
  std::vector<std::uint32_t> clause_of_;
};

}  // namespace

std::vector<ClauseReading> read_clauses(const Article& article, const Layers& layers,
                                        const EntityReading& entities, const std::vector<Timex>& timexes,
                                        const std::vector<Attribution>& attributions) {
  const Owners owners = owners_of(layers, attributions);
  std::vector<ClauseReading> out;
  for (std::uint32_t s = 0; s < layers.sentences.size(); ++s) {
    if (!is_read(article.blocks[layers.sentences[s].block].kind)) continue;
    SentenceReader(article.text, layers, entities, timexes, attributions, owners, s).read(out);
  }
  std::size_t number = 0;
  for (ClauseReading& clause : out) {
    if (!clause.cue) clause.proposition.id = "v" + std::to_string(++number);
  }
  return out;
}

std::vector<Proposition> propositions_of(const std::vector<ClauseReading>& clauses) {
  std::vector<Proposition> out;
  for (const ClauseReading& clause : clauses) {
    if (!clause.cue) out.push_back(clause.proposition);
  }
  return out;
}

}  // namespace sayso::reading
