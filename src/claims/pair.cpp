#include "claims/pair.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "claims/content_stems.h"

namespace sayso::claims {
namespace {

// Logistic regression over all pairs of statements of the two development dossiers in which one at least is
// of a claim (168 of 4,600 are pairs of one). Equal verbs, figures of one unit, equal dates, a common source
// and the names of the articles told pairs no better once these were known.
struct Weights {
  double bias = -4.36;
  double meaning = 4.1;
  double words = 3.2;
  double shared = 1.4;
  double names = 1.0;
};
constexpr Weights kWeights;

// Further apart in time, the same words are about another occasion.
constexpr std::int64_t kMostDays = 400;

using Stems = std::vector<std::uint64_t>;

// At least 1.
double fewer(const Stems& a, const Stems& b) {
  return static_cast<double>(std::max<std::size_t>(1, std::min(a.size(), b.size())));
}

std::vector<std::string> shared_of(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared;
}

// What the article is about, sorted.
std::vector<std::string> affair_of(const Statement& s) {
  std::vector<std::string> names = s.names;
  names.insert(names.end(), s.common_names.begin(), s.common_names.end());
  std::sort(names.begin(), names.end());
  return names;
}

bool far_apart(const Compared& a, const Compared& b) {
  return a.day && b.day && std::abs(*a.day - *b.day) > kMostDays;
}

std::string listed(const std::vector<std::string>& words, std::size_t most) {
  std::string line;
  for (std::size_t i = 0; i < words.size() && i < most; ++i) line += (i ? ", " : "") + words[i];
  return line;
}

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

}  // namespace

Likeness likeness_of(const Compared& a, const Compared& b) {
  Likeness l;
  l.meaning = cosine(a.meaning, b.meaning);
  const auto shared = static_cast<double>(shared_count(a.stems, b.stems));
  l.words = shared / fewer(a.stems, b.stems);
  l.shared = std::min(1.0, shared / 3);
  l.names = static_cast<double>(shared_count(a.name_stems, b.name_stems)) / fewer(a.name_stems, b.name_stems);
  l.same_words = a.stems == b.stems && a.name_stems == b.name_stems;
  return l;
}

Likeness likeness_of(const Statement& a, const Statement& b) {
  return likeness_of(compared_of(a), compared_of(b));
}

double probability_of(const Likeness& l) {
  const Weights& w = kWeights;
  const double sum =
      w.bias + w.meaning * l.meaning + w.words * l.words + w.shared * l.shared + w.names * l.names;
  const double probability = 1 / (1 + std::exp(-sum));
  // Copies may come from articles that have little else in common.
  return l.same_words ? std::max(probability, 0.95) : probability;
}

std::string describe(const Likeness& l, const Statement& a, const Statement& b) {
  std::string why;
  const auto add = [&](const std::string& reason) { why += (why.empty() ? "" : "; ") + reason; };
  if (a.quote == b.quote) {
    add("the same words");
  } else {
    if (!a.meaning.empty() && !b.meaning.empty()) add("meaning " + number(l.meaning));
    if (const auto words = shared_of(a.stems, b.stems); !words.empty()) add("both say " + listed(words, 6));
  }
  if (const auto actors = shared_of(a.actors, b.actors); !actors.empty())
    add("both name " + listed(actors, 4));
  if (const auto dates = shared_of(a.dates, b.dates); !dates.empty()) add("one date: " + listed(dates, 2));
  const auto names = shared_of(affair_of(a), affair_of(b));
  if (!names.empty()) add("articles about " + listed(names, 4));
  return why.empty() ? "nothing in common" : why;
}

std::optional<Verdict> judge_statements(const Item& a, const Item& b) {
  const auto &x = judged<Compared>(a, compared_of), &y = judged<Compared>(b, compared_of);
  if (!x || !y || far_apart(*x, *y)) return std::nullopt;
  const Likeness likeness = likeness_of(*x, *y);
  const double probability = probability_of(likeness);
  if (probability < kLeastProbability) return std::nullopt;
  return Verdict{probability, {}};
}

std::string explain(const Statement& a, const Statement& b) {
  const Likeness likeness = likeness_of(a, b);
  const double probability = probability_of(likeness);
  const std::string reasons = describe(likeness, a, b) + " (" + number(probability) + ")";
  if (far_apart(compared_of(a), compared_of(b)))
    return "kept apart: published too far from each other; " + reasons;
  return (probability < kLeastProbability ? "kept apart: " : "linked: ") + reasons;
}

}  // namespace sayso::claims
