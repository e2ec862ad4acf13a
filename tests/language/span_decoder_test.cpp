#include "language/span_decoder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <random>

namespace sayso::language {
namespace {

struct Problem {
  SpanDecoder::Transitions transitions{};
  std::vector<float> scores;
  std::vector<PieceKind> kinds;
};

Problem random_problem(std::mt19937& random, std::size_t pieces) {
  std::normal_distribution<float> normal(0, 2);
  Problem problem;
  for (auto& row : problem.transitions) {
    for (float& value : row) value = normal(random);
  }
  for (std::size_t i = 0; i < pieces * kLabels; ++i) problem.scores.push_back(normal(random));
  for (std::size_t i = 0; i < pieces; ++i) problem.kinds.push_back(static_cast<PieceKind>(random() % 3));
  problem.kinds[0] = PieceKind::paragraph;
  return problem;
}

// Every labelling with its weight, the plain way; -infinity for an impossible one.
template <typename Visit>
void for_all_labellings(const Problem& problem, const Visit& visit) {
  const std::size_t n = problem.kinds.size();
  std::vector<Label> labels(n);
  for (;;) {
    double score = 0;
    Label before = kOutside;
    for (std::size_t t = 0; t < n; ++t) {
      score += is_legal(problem.kinds[t], before, labels[t])
                   ? problem.transitions[before][labels[t]] + problem.scores[t * kLabels + labels[t]]
                   : -INFINITY;
      before = labels[t];
    }
    visit(labels, score);
    std::size_t t = 0;
    while (t < n && ++labels[t] == kLabels) labels[t++] = 0;
    if (t == n) return;
  }
}

std::vector<std::pair<Role, PieceRange>> spans_of(const std::vector<Label>& labels) {
  std::vector<std::pair<Role, PieceRange>> spans;
  for (std::uint32_t t = 0; t < labels.size(); ++t) {
    if (is_begin(labels[t])) spans.push_back({role_of(labels[t]), {t, t + 1}});
    if (is_inside(labels[t])) spans.back().second.end = t + 1;
  }
  return spans;
}

TEST(SpanDecoder, AgreesWithTryingEveryLabelling) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const Problem problem = random_problem(random, 1 + random() % 5);
    double best = -INFINITY;
    std::vector<Label> best_labels;
    double total = 0;
    std::map<std::pair<Role, PieceRange>, double> weights;
    for_all_labellings(problem, [&](const std::vector<Label>& labels, double score) {
      if (score == -INFINITY) return;
      if (score > best) {
        best = score;
        best_labels = labels;
      }
      total += std::exp(score);
      for (const auto& span : spans_of(labels)) weights[span] += std::exp(score);
    });
    const SpanDecoder decoder(problem.transitions);
    EXPECT_EQ(decoder.best_labels(problem.scores, problem.kinds), best_labels);
    for (const LabelledSpan& span : decoder.decode(problem.scores, problem.kinds)) {
      const double expected = weights[{span.role, span.pieces}] / total;
      EXPECT_NEAR(span.probability, expected, 1e-5);
    }
  }
}

TEST(SpanDecoder, NeverMakesAnImpossibleSequence) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    const Problem problem = random_problem(random, 60);
    Label before = kOutside;
    const auto labels = SpanDecoder(problem.transitions).best_labels(problem.scores, problem.kinds);
    for (std::size_t t = 0; t < labels.size(); ++t) {
      ASSERT_TRUE(is_legal(problem.kinds[t], before, labels[t]));
      before = labels[t];
    }
  }
}

TEST(SpanDecoder, LongAndExtremeScoresStayFinite) {
  Problem problem;
  std::mt19937 random(2);
  for (int i = 0; i < 5000; ++i) {
    for (std::size_t y = 0; y < kLabels; ++y) problem.scores.push_back(random() % 2 ? 300.0F : -300.0F);
    problem.kinds.push_back(PieceKind::free);
  }
  for (const LabelledSpan& span : SpanDecoder({}).decode(problem.scores, problem.kinds)) {
    ASSERT_GE(span.probability, 0);
    ASSERT_LE(span.probability, 1);
  }
}

TEST(SpanDecoder, NothingInNothingOut) {
  EXPECT_TRUE(SpanDecoder({}).decode({}, {}).empty());
}

}  // namespace
}  // namespace sayso::language
