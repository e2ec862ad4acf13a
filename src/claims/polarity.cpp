#include "claims/polarity.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "claims/content_stems.h"
#include "claims/pair.h"
#include "claims/stance.h"
#include "reading/names.h"

namespace sayso::claims {
namespace {

const Figure* figure_of(const Statement& s, const std::string& unit) {
  for (const Figure& figure : s.figures) {
    if (figure.unit == unit) return &figure;
  }
  return nullptr;
}

std::string when(const Statement& s) {
  return s.said.empty() ? s.published.substr(0, 10) : s.said;
}

// The unit in which at least two members, and two thirds of them, give a figure; empty where there is none.
std::string unit_in_question(const std::vector<Member>& members) {
  std::map<std::string, std::size_t> counts;
  for (const Member& member : members) {
    std::map<std::string, bool> once;
    for (const Figure& figure : member.statement.figures) {
      if (!figure.unit.empty() && !std::exchange(once[figure.unit], true)) ++counts[figure.unit];
    }
  }
  std::string best;
  std::size_t most = 1;
  for (const auto& [unit, count] : counts) {
    if (count > most) best = unit, most = count;
  }
  return best;
}

std::string speaker_of(const Member& member) {
  return member.statement.origin ? reading::normal_form(member.statement.origin->name) : std::string();
}

// The last word of whoever has given a figure most often.
std::optional<Figure> figure_in_question(const std::vector<Member>& members, const std::string& unit) {
  struct Word {
    std::size_t count = 0;
    std::string date;
    Figure figure;
  };
  std::map<std::string, Word> words;
  for (const Member& member : members) {
    const Figure* figure = figure_of(member.statement, unit);
    if (!figure) continue;
    Word& word = words[speaker_of(member)];
    const std::string date = when(member.statement);
    if (word.count++ == 0 || date >= word.date) word.date = date, word.figure = *figure;
  }
  const Word* best = nullptr;
  for (const auto& [speaker, word] : words) {
    if (!best || std::tie(word.count, word.date) > std::tie(best->count, best->date)) best = &word;
  }
  if (!best) return std::nullopt;
  return best->figure;
}

// How near a member is to the others on the average; in a large claim to some of them, drawn by lot.
class Centrality {
 public:
  explicit Centrality(const std::vector<Member>& members) : members_(members) {
    for (std::size_t i = 0; i < members.size(); ++i) drawn_.push_back(i);
    if (members.size() > kMostCompared) {
      std::ranges::nth_element(drawn_, drawn_.begin() + kMostCompared, {},
                               [&](std::size_t i) { return std::pair(lot_of(members[i].id), i); });
      drawn_.resize(kMostCompared);
    }
    for (const std::size_t i : drawn_) compared_.push_back(compared_of(members[i].statement));
  }

  double of(std::size_t i) const {
    const Compared member = compared_of(members_[i].statement);
    double sum = 0;
    std::size_t others = 0;
    for (std::size_t j = 0; j < drawn_.size(); ++j) {
      if (drawn_[j] == i) continue;
      sum += probability_of(likeness_of(member, compared_[j]));
      ++others;
    }
    return sum / static_cast<double>(std::max<std::size_t>(1, others));
  }

 private:
  static constexpr std::size_t kMostCompared = 32;

  const std::vector<Member>& members_;
  std::vector<std::size_t> drawn_;
  std::vector<Compared> compared_;  // of those
};

// Who may speak for the claim, best first by: a figure that fits, words that say that it is so, centrality.
std::size_t choose(const std::vector<Member>& members, const std::string& unit,
                   const std::optional<Figure>& asked) {
  using Rank = std::tuple<bool, bool, double, bool>;
  const Centrality centrality(members);
  std::optional<Rank> best;
  std::size_t chosen = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Statement& s = members[i].statement;
    const Figure* figure = asked ? figure_of(s, unit) : nullptr;
    const bool fits = !asked || (figure && compare(*figure, *asked) == FigureRelation::agree);
    const bool positive = s.stance == Stance::positive;
    if (best && std::pair(fits, positive) < std::pair(std::get<0>(*best), std::get<1>(*best))) continue;
    const Rank rank{fits, positive, centrality.of(i), !s.actors.empty()};
    if (!best || rank > *best) best = rank, chosen = i;
  }
  return chosen;
}

struct Side {
  Polarity polarity;
  std::string why;
};

std::optional<Side> by_figure(const Statement& s, const std::string& unit,
                              const std::optional<Figure>& asked) {
  const Figure* figure = asked ? figure_of(s, unit) : nullptr;
  if (!figure) return std::nullopt;
  switch (compare(*figure, *asked)) {
    case FigureRelation::conflict:
      return Side{Polarity::deny, "another figure"};
    case FigureRelation::part:
      return Side{Polarity::uncertain, "a lower bound or a part"};
    default:
      return std::nullopt;
  }
}

// Verbs before all other words: "the works are suspended until a restart is approved" is about suspending.
std::optional<Opposites> opposed(const Statement& a, const Statement& b) {
  const auto verbs = [](const Statement& s) {
    std::vector<std::string> stems = content_stems(s.predicate);
    std::sort(stems.begin(), stems.end());
    return stems;
  };
  if (auto pair = opposites(verbs(a), verbs(b))) return pair;
  return opposites(a.stems, b.stems);
}

Side side_of(const Statement& s, const Statement& claim, const std::string& unit,
             const std::optional<Figure>& asked) {
  if (s.stance == Stance::open) return {Polarity::uncertain, "does not commit itself"};
  if (auto side = by_figure(s, unit, asked)) return *std::move(side);
  bool against = s.stance == Stance::negative;
  std::string why = against ? "says that it is not so" : "says so";
  if (const auto pair = opposed(s, claim)) {
    against = !against;
    why = "\"" + pair->a + "\" against \"" + pair->b + "\"" + (against ? "" : ", and one of them denied");
  }
  return {against ? Polarity::deny : Polarity::affirm, why};
}

}  // namespace

Positions take_positions(const std::vector<Member>& members) {
  const std::string unit = unit_in_question(members);
  const auto asked = unit.empty() ? std::nullopt : figure_in_question(members, unit);
  Positions positions;
  positions.representative = choose(members, unit, asked);
  const Statement& claim = members[positions.representative].statement;
  for (const Member& member : members) {
    Side side = side_of(member.statement, claim, unit, asked);
    positions.polarity.push_back(side.polarity);
    positions.why.push_back(std::move(side.why));
  }
  return positions;
}

}  // namespace sayso::claims
