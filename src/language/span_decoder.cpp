#include "language/span_decoder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sayso::language {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

using Row = std::array<double, kLabels>;
using Matrix = std::array<Row, kLabels>;

std::size_t index(PieceKind kind) {
  return static_cast<std::size_t>(kind);
}

// Sums over all labellings. Rows are scaled to add up to one; the scales cancel in every quotient taken
// below.
class Marginals {
 public:
  Marginals(std::span<const float> scores, std::span<const PieceKind> kinds,
            const std::array<SpanDecoder::Transitions, 3>& steps)
      : kinds_(kinds), emission_(kinds.size()), forward_(kinds.size()), backward_(kinds.size()) {
    for (std::size_t k = 0; k < steps.size(); ++k) {
      for (std::size_t a = 0; a < kLabels; ++a) {
        for (std::size_t b = 0; b < kLabels; ++b) step_[k][a][b] = std::exp(steps[k][a][b]);
      }
    }
    for (std::size_t t = 0; t < kinds.size(); ++t) {
      const auto row = scores.subspan(t * kLabels, kLabels);
      const float top = *std::max_element(row.begin(), row.end());
      for (std::size_t y = 0; y < kLabels; ++y) emission_[t][y] = std::exp(double(row[y]) - top);
    }
    run_forward();
    run_backward();
  }

  // Share of the labellings' weight that has this span with exactly these borders.
  double probability(Role role, PieceRange span) const {
    const std::size_t last = span.end - 1;
    const double total = dot(forward_[last], backward_[last]);
    // Walks the one path of labels through the span, scaled along the way as the forward rows are.
    double weight = 1;
    Label before = begin_label(role);
    for (std::size_t t = span.begin; t < span.end; ++t) {
      if (t == span.begin) {
        weight = entering(t, before) / scale_[t];
      } else {
        const Label label = inside_label(role);
        weight *= step_[index(kinds_[t])][before][label] * emission_[t][label] / scale_[t];
        before = label;
      }
    }
    return total > 0 ? std::clamp(weight * leaving(last, before, inside_label(role)) / total, 0.0, 1.0) : 0;
  }

 private:
  static double dot(const Row& a, const Row& b) {
    double sum = 0;
    for (std::size_t y = 0; y < kLabels; ++y) sum += a[y] * b[y];
    return sum;
  }

  double entering(std::size_t t, Label label) const {
    const Matrix& step = step_[index(kinds_[t])];
    if (t == 0) return step[kOutside][label] * emission_[0][label];
    double sum = 0;
    for (std::size_t a = 0; a < kLabels; ++a) sum += forward_[t - 1][a] * step[a][label];
    return sum * emission_[t][label];
  }

  // Weight of everything behind piece t, given its label, without the labellings where the span goes on.
  double leaving(std::size_t t, Label label, Label not_next) const {
    if (t + 1 == kinds_.size()) return 1;
    const Matrix& step = step_[index(kinds_[t + 1])];
    double sum = 0;
    for (std::size_t b = 0; b < kLabels; ++b) {
      if (b != not_next) sum += step[label][b] * emission_[t + 1][b] * backward_[t + 1][b];
    }
    return sum / scale_[t + 1];
  }

  void run_forward() {
    scale_.resize(kinds_.size());
    for (std::size_t t = 0; t < kinds_.size(); ++t) {
      Row& row = forward_[t];
      for (std::size_t y = 0; y < kLabels; ++y) row[y] = entering(t, static_cast<Label>(y));
      scale_[t] = 0;
      for (const double weight : row) scale_[t] += weight;
      if (!(scale_[t] > 0)) scale_[t] = std::numeric_limits<double>::min();
      for (double& weight : row) weight /= scale_[t];
    }
  }

  void run_backward() {
    if (kinds_.empty()) return;
    backward_.back().fill(1);
    for (std::size_t t = kinds_.size() - 1; t-- > 0;) {
      const Matrix& step = step_[index(kinds_[t + 1])];
      for (std::size_t a = 0; a < kLabels; ++a) {
        double sum = 0;
        for (std::size_t b = 0; b < kLabels; ++b)
          sum += step[a][b] * emission_[t + 1][b] * backward_[t + 1][b];
        backward_[t][a] = sum / scale_[t + 1];
      }
    }
  }

  std::span<const PieceKind> kinds_;
  std::array<Matrix, 3> step_{};
  std::vector<Row> emission_;
  std::vector<Row> forward_;
  std::vector<Row> backward_;
  std::vector<double> scale_;
};

}  // namespace

SpanDecoder::SpanDecoder(const Transitions& transitions) {
  for (const PieceKind kind : {PieceKind::free, PieceKind::continues, PieceKind::paragraph}) {
    for (std::size_t a = 0; a < kLabels; ++a) {
      for (std::size_t b = 0; b < kLabels; ++b) {
        const bool legal = is_legal(kind, static_cast<Label>(a), static_cast<Label>(b));
        steps_[index(kind)][a][b] = legal ? transitions[a][b] : kNever;
      }
    }
  }
}

std::vector<Label> SpanDecoder::best_labels(std::span<const float> scores,
                                            std::span<const PieceKind> kinds) const {
  const std::size_t n = kinds.size();
  std::vector<std::array<Label, kLabels>> back(n);
  std::array<float, kLabels> path{};
  for (std::size_t t = 0; t < n; ++t) {
    const Transitions& step = steps_[index(kinds[t])];
    std::array<float, kLabels> next{};
    for (std::size_t b = 0; b < kLabels; ++b) {
      Label from = kOutside;
      float best = t == 0 ? step[kOutside][b] : kNever;
      for (std::size_t a = 0; t > 0 && a < kLabels; ++a) {
        if (const float score = path[a] + step[a][b]; score > best) {
          best = score;
          from = static_cast<Label>(a);
        }
      }
      next[b] = best + scores[t * kLabels + b];
      back[t][b] = from;
    }
    path = next;
  }
  std::vector<Label> labels(n);
  if (n == 0) return labels;
  labels[n - 1] = static_cast<Label>(std::max_element(path.begin(), path.end()) - path.begin());
  for (std::size_t t = n - 1; t > 0; --t) labels[t - 1] = back[t][labels[t]];
  return labels;
}

std::vector<LabelledSpan> SpanDecoder::decode(std::span<const float> scores,
                                              std::span<const PieceKind> kinds) const {
  const std::vector<Label> labels = best_labels(scores, kinds);
  const Marginals marginals(scores, kinds, steps_);
  std::vector<LabelledSpan> spans;
  for (std::uint32_t t = 0; t < labels.size();) {
    const std::uint32_t begin = t++;
    if (labels[begin] == kOutside) continue;
    const Role role = role_of(labels[begin]);
    while (t < labels.size() && labels[t] == inside_label(role)) ++t;
    spans.push_back({role, {begin, t}, marginals.probability(role, {begin, t})});
  }
  return spans;
}

}  // namespace sayso::language
