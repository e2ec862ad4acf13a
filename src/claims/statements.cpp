#include "claims/statements.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "claims/common_names.h"
#include "claims/content_stems.h"
#include "claims/figures.h"
#include "claims/place_index.h"
#include "claims/publishers.h"
#include "claims/sentences.h"
#include "claims/speakers.h"
#include "claims/stance.h"
#include "intake/ascii.h"
#include "intake/words.h"
#include "reading/anonymous.h"
#include "reading/names.h"

namespace sayso::claims {
namespace {

constexpr std::string_view kAnonymous = "anonymous: ";
// What is shorter names something or fills a pause: "the amount", "of course".
constexpr std::size_t kFewestStemsOfClause = 1;
constexpr std::size_t kFewestStems = 2;
constexpr std::size_t kFewestStemsOfArticle = 3;
constexpr std::size_t kMainNames = 16;
constexpr std::size_t kCommonNames = 3;

bool is_told(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::quote || kind == BlockKind::list;
}

std::uint32_t overlap(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

std::uint32_t overlap(const std::vector<Span>& pieces, Span span) {
  std::uint32_t sum = 0;
  for (const Span& piece : pieces) sum += overlap(piece, span);
  return sum;
}

std::uint32_t size_of(const std::vector<Span>& pieces) {
  std::uint32_t sum = 0;
  for (const Span& piece : pieces) sum += piece.size();
  return sum;
}

void scale_to_one(std::vector<float>& vector) {
  double sum = 0;
  for (const float x : vector) sum += static_cast<double>(x) * x;
  if (!(sum > 0)) return vector.clear();
  for (float& x : vector) x = static_cast<float>(x / std::sqrt(sum));
}

void add_weighted(std::vector<float>& sum, const std::vector<float>& vector, double weight) {
  if (vector.empty() || weight == 0) return;
  if (sum.empty()) sum.resize(vector.size());
  if (sum.size() != vector.size()) return;
  for (std::size_t i = 0; i < vector.size(); ++i) sum[i] += static_cast<float>(weight * vector[i]);
}

void sort_unique(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

std::string_view plain_name(const Entity& entity) {
  std::string_view name = entity.name;
  if (name.starts_with(kAnonymous)) name.remove_prefix(kAnonymous.size());
  return name;
}

// Ties in the order of the alphabet.
std::vector<std::string> most_frequent(const std::map<std::string, std::size_t>& counts, std::size_t most) {
  std::vector<std::pair<std::size_t, std::string>> order;
  for (const auto& [word, count] : counts) order.emplace_back(count, word);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& x, const auto& y) { return x.first > y.first; });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < order.size() && i < most; ++i) words.push_back(order[i].second);
  return words;
}

bool is_relative(std::string_view argument) {
  const std::vector<std::string> words = small_words(argument);
  return words.size() == 1 && (words[0] == "which" || words[0] == "who" || words[0] == "that");
}

class StatementMaker {
 public:
  explicit StatementMaker(const Record& record)
      : record_(record),
        speakers_(record),
        predicates_(record.propositions, [](const Proposition& p) { return p.predicate.span; }),
        mentions_(record.mentions, [](const EntityMention& m) { return m.span; }),
        timexes_(record.timexes, [](const Timex& t) { return t.span; }) {
    read_names();
  }

  std::vector<Statement> all() {
    for (const Block& block : record_.document.blocks) {
      if (!is_told(block.kind)) continue;
      for (const Span sentence : sentences_in(record_.document.text, block.span)) {
        for (const Stretch& stretch : speakers_.stretches_in(sentence)) add(stretch);
      }
    }
    std::vector<std::vector<std::int8_t>> meanings = centred(std::move(meanings_));
    for (std::size_t i = 0; i < statements_.size(); ++i) statements_[i].meaning = std::move(meanings[i]);
    return std::move(statements_);
  }

 private:
  void read_names();
  void add(const Stretch& stretch);
  bool has_clause(const Stretch& stretch) const;
  bool is_statement(const Stretch& stretch, const Statement& s, std::size_t own_stems) const;
  void describe_content(const Stretch& stretch, Statement& s) const;
  void describe_actors(const Stretch& stretch, Statement& s) const;
  void describe_stance(const Stretch& stretch, Statement& s) const;
  void describe_speaker(const Attribution& attribution, Statement& s) const;
  const Proposition* leading(const Stretch& stretch) const;
  std::vector<float> meaning_of(const Stretch& stretch) const;
  Party party_of(const std::string& name, std::optional<std::uint32_t> entity) const;

  const Record& record_;
  Speakers speakers_;
  PlaceIndex predicates_, mentions_, timexes_;
  std::vector<std::string> names_, common_names_;
  std::set<std::string> name_stems_;  // of names_
  std::vector<Statement> statements_;
  std::vector<std::vector<float>> meanings_;  // of each statement
};

// Words of names by how often they stand in the article: of those that entities have, and all in capitals
// inside sentences, since no tagger finds every name. Words and not names, since one paper's "Orsin" is the
// other's "Pavel Orsin".
void StatementMaker::read_names() {
  std::set<std::string> known, named;
  for (const Entity& entity : record_.entities) {
    const bool common = !entity.catalog.empty() || same_outlet(entity.name, record_.document.outlet);
    for (const std::string& word : small_words(reading::normal_form(plain_name(entity)))) {
      if (common) known.insert(word);
      if (!entity.name.starts_with(kAnonymous)) named.insert(word);
    }
  }
  std::map<std::string, std::size_t> rare, common;
  for (const Block& block : record_.document.blocks) {
    if (!is_told(block.kind)) continue;
    for (const Span sentence : sentences_in(record_.document.text, block.span)) {
      const std::vector<std::string_view> words = intake::split_words(sentence.of(record_.document.text));
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!intake::is_capitalized(words[i])) continue;
        for (const std::string& word : small_words(reading::normal_form(words[i]))) {
          if (i == 0 && !named.contains(word)) continue;
          if (word.size() < 3 || content_stems(word).empty() || is_calendar_word(word)) continue;
          ++(known.contains(word) || is_common_name(word) ? common : rare)[word];
        }
      }
    }
  }
  names_ = most_frequent(rare, kMainNames);
  common_names_ = most_frequent(common, kCommonNames);
  for (const std::string& name : names_) name_stems_.insert(stem_of(name));
}

Party StatementMaker::party_of(const std::string& name, std::optional<std::uint32_t> entity) const {
  Party party;
  party.name = name;
  if (!entity || *entity >= record_.entities.size()) return party;
  const Entity& e = record_.entities[*entity];
  party.entity = entity;
  if (party.name.empty()) party.name = e.name;
  party.catalog = e.catalog;
  party.kind = e.kind;
  party.anonymous = e.name.starts_with(kAnonymous);
  for (const Role& role : e.roles) {
    Party::Office office{role.title, role.of};
    if (std::find(party.offices.begin(), party.offices.end(), office) == party.offices.end()) {
      party.offices.push_back(std::move(office));
    }
  }
  return party;
}

const Proposition* StatementMaker::leading(const Stretch& stretch) const {
  const Proposition* best = nullptr;
  for (const std::uint32_t i : predicates_.in(stretch.pieces)) {
    const Proposition& p = record_.propositions[i];
    if (!best || p.span.begin < best->span.begin) best = &p;
  }
  return best;
}

// Of the whole content where the stretch is nearly all of it, else of the clauses in it by their lengths.
std::vector<float> StatementMaker::meaning_of(const Stretch& stretch) const {
  const Attribution* a = stretch.attribution ? &record_.attributions[*stretch.attribution] : nullptr;
  if (a && !a->meaning.empty()) {
    std::uint32_t shared = 0;
    for (const Span& span : a->content.spans) shared += overlap(stretch.pieces, span);
    if (shared * 5 >= size_of(a->content.spans) * 4) return a->meaning;
  }
  std::vector<float> mean;
  for (const std::uint32_t i : predicates_.in(stretch.pieces)) {
    const Proposition& p = record_.propositions[i];
    add_weighted(mean, p.meaning, overlap(stretch.pieces, p.span));
  }
  if (mean.empty() && a) mean = a->meaning;
  return mean;
}

void StatementMaker::describe_actors(const Stretch& stretch, Statement& s) const {
  for (const std::uint32_t i : mentions_.in(stretch.pieces)) {
    const EntityMention& mention = record_.mentions[i];
    if (mention.entity >= record_.entities.size()) continue;
    const Entity& entity = record_.entities[mention.entity];
    s.actors.push_back(reading::normal_form(plain_name(entity)));
    if (!entity.catalog.empty()) s.actors.push_back(entity.catalog);
    if (mention.form == MentionForm::name) s.shown.push_back(entity.name);
    // What a pronoun or "the envoy" stands for is said as much as if it stood there.
    if (mention.form != MentionForm::name && plain_name(entity).size() < 60) {
      for (std::string& stem : content_stems(plain_name(entity))) s.stems.push_back(std::move(stem));
    }
  }
  sort_unique(s.actors);
  sort_unique(s.shown);
}

void StatementMaker::describe_content(const Stretch& stretch, Statement& s) const {
  s.figures = figures_in(s.quote);
  for (const std::uint32_t i : timexes_.in(stretch.pieces)) {
    const Timex& timex = record_.timexes[i];
    const bool dated =
        timex.type == TimexType::date && timex.value.size() >= 7 && intake::is_ascii_digit(timex.value[0]);
    if (dated) s.dates.push_back(timex.value.substr(0, 10));
  }
  sort_unique(s.dates);
}

void StatementMaker::describe_stance(const Stretch& stretch, Statement& s) const {
  s.stance = stance_of_words(s.quote);
  const Proposition* p = leading(stretch);
  if (p) {
    s.proposition = p->id;
    s.predicate = p->predicate.lemma;
  }
  if (s.stance == Stance::open) return;
  if (!stretch.attribution) {
    if (p) s.stance = stance_of(p->factuality, SpeechAct::assertive);
    return;
  }
  const Attribution& a = record_.attributions[*stretch.attribution];
  const bool first = overlap(stretch.pieces, a.content.spans.front()) > 0;
  if (first) {
    s.stance = stance_of(a.commitment, a.act);
  } else if (p) {
    s.stance = stance_of(p->factuality, a.act);
  }
}

void StatementMaker::describe_speaker(const Attribution& a, Statement& s) const {
  s.attribution = a.id;
  s.confidence = a.confidence;
  if (a.time && a.time->value.size() == 10) s.said = a.time->value;
  if (!a.origin || *a.origin >= record_.entities.size()) return;
  const Entity& origin = record_.entities[*a.origin];
  // A passive cue without anybody behind it; and the outlet about itself.
  if (origin.name == reading::kUnspecified) return;
  const bool itself = same_outlet(origin.name, s.outlet);
  if (itself && !speaks_for_itself(s.outlet)) return;
  s.origin = party_of(origin.name, a.origin);
  // "Inspectors estimate" in the inspectorate's own notice: the body speaks.
  if (s.own_voice && s.origin->anonymous) s.origin.reset();
  for (std::size_t i = 1; i + 1 < a.chain.size(); ++i) {
    const ChainLink& link = a.chain[i];
    if (link.name.empty() || same_outlet(link.name, s.outlet) || link.entity == a.origin) continue;
    Party carrier = party_of(link.name, link.entity);
    const bool known =
        std::any_of(s.via.begin(), s.via.end(), [&](const Party& p) { return p.name == carrier.name; });
    if (!known) s.via.push_back(std::move(carrier));
  }
}

// Whether a clause with a verb lies in the stretch. The article's own must bring its subject along: "which
// draws supplies" and "told the paper on Monday" are rests of sentences that were cut.
bool StatementMaker::has_clause(const Stretch& stretch) const {
  const std::vector<std::uint32_t> inside = predicates_.in(stretch.pieces);
  return std::any_of(inside.begin(), inside.end(), [&](std::uint32_t i) {
    const Proposition& p = record_.propositions[i];
    if (!is_verbal(record_, p)) return false;
    if (stretch.attribution) return true;
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& argument) {
      const bool subject = argument.role == "nsubj" || argument.role == "csubj" || argument.role == "obj";
      return subject && argument.span.end <= p.predicate.span.begin &&
             overlap(stretch.pieces, argument.span) > 0 && !is_relative(argument.text);
    });
  });
}

bool StatementMaker::is_statement(const Stretch& stretch, const Statement& s, std::size_t own_stems) const {
  if (s.quote.find('?') != std::string::npos) return false;
  const bool said = stretch.attribution || stretch.entity;
  const bool clause = has_clause(stretch) || (said && has_finite_word(s.quote));
  if (!said) return own_stems >= kFewestStemsOfArticle && (clause || record_.propositions.empty());
  if (stretch.attribution && record_.attributions[*stretch.attribution].act == SpeechAct::question)
    return false;
  return own_stems >= (clause ? kFewestStemsOfClause : kFewestStems);
}

void StatementMaker::add(const Stretch& stretch) {
  const Article& article = record_.document;
  Statement s;
  for (const Span& piece : stretch.pieces) {
    if (!s.quote.empty()) s.quote += ' ';
    s.quote += piece.of(article.text);
  }
  s.stems = content_stems(s.quote);
  if (!is_statement(stretch, s, s.stems.size())) return;
  s.span = {stretch.pieces.front().begin, stretch.pieces.back().end};
  s.outlet = article.outlet;
  s.credited = article.syndicated_from.empty() ? article.agency : article.syndicated_from;
  if (same_outlet(s.credited, s.outlet)) s.credited.clear();
  s.published = article.published;
  s.own_voice = speaks_for_itself(s.outlet);
  s.names = names_;
  s.common_names = common_names_;
  if (stretch.attribution) describe_speaker(record_.attributions[*stretch.attribution], s);
  if (stretch.entity) s.origin = party_of(record_.entities[*stretch.entity].name, stretch.entity);
  describe_content(stretch, s);
  describe_actors(stretch, s);
  describe_stance(stretch, s);
  sort_unique(s.stems);
  const auto names = std::stable_partition(
      s.stems.begin(), s.stems.end(), [&](const std::string& stem) { return !name_stems_.contains(stem); });
  s.name_stems.assign(names, s.stems.end());
  s.stems.erase(names, s.stems.end());
  statements_.push_back(std::move(s));
  meanings_.push_back(meaning_of(stretch));
}

}  // namespace

std::vector<std::vector<std::int8_t>> centred(std::vector<std::vector<float>> meanings) {
  // The share of the article's mean that is taken off; 0.5 told the pairs of the dossiers apart best.
  constexpr double kShare = 0.5;
  std::vector<float> mean;
  for (std::vector<float>& meaning : meanings) {
    scale_to_one(meaning);
    add_weighted(mean, meaning, -kShare / static_cast<double>(meanings.size()));
  }
  std::vector<std::vector<std::int8_t>> all;
  for (std::vector<float>& meaning : meanings) {
    add_weighted(meaning, mean, meaning.empty() ? 0 : 1);
    all.push_back(to_bytes(meaning));
  }
  return all;
}

std::vector<Statement> make_statements(const Record& record) {
  return StatementMaker(record).all();
}

}  // namespace sayso::claims
