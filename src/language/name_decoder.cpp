#include "language/name_decoder.h"

#include <algorithm>
#include <limits>

namespace sayso::language {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
constexpr std::uint8_t kNoName = 0;

bool is_inside(std::size_t label) {
  return label != kNoName && label % 2 == 0;
}

bool is_legal(std::size_t before, std::size_t after) {
  return !is_inside(after) || before == after || before + 1 == after;
}

}  // namespace

NameDecoder::NameDecoder(const Transitions& transitions) {
  for (std::size_t a = 0; a < kNameLabels; ++a) {
    for (std::size_t b = 0; b < kNameLabels; ++b) steps_[a][b] = is_legal(a, b) ? transitions[a][b] : kNever;
  }
}

std::vector<std::uint8_t> NameDecoder::best_labels(std::span<const float> scores) const {
  const std::size_t n = scores.size() / kNameLabels;
  std::vector<std::array<std::uint8_t, kNameLabels>> back(n);
  std::array<float, kNameLabels> path;
  path.fill(kNever);
  path[kNoName] = 0;
  for (std::size_t t = 0; t < n; ++t) {
    std::array<float, kNameLabels> next{};
    for (std::size_t b = 0; b < kNameLabels; ++b) {
      float best = kNever;
      for (std::size_t a = 0; a < kNameLabels; ++a) {
        if (const float score = path[a] + steps_[a][b]; score > best) {
          best = score;
          back[t][b] = static_cast<std::uint8_t>(a);
        }
      }
      next[b] = best + scores[t * kNameLabels + b];
    }
    path = next;
  }
  std::vector<std::uint8_t> labels(n);
  if (n == 0) return labels;
  labels[n - 1] = static_cast<std::uint8_t>(std::max_element(path.begin(), path.end()) - path.begin());
  for (std::size_t t = n - 1; t > 0; --t) labels[t - 1] = back[t][labels[t]];
  return labels;
}

std::vector<Name> NameDecoder::decode(std::span<const float> scores) const {
  const std::vector<std::uint8_t> labels = best_labels(scores);
  std::vector<Name> names;
  for (std::uint32_t w = 0; w < labels.size(); ++w) {
    if (is_inside(labels[w]) && !names.empty() && names.back().words.end == w) {
      names.back().words.end = w + 1;
    } else if (labels[w] != kNoName) {
      names.push_back({{w, w + 1}, static_cast<NameType>((labels[w] - 1) / 2)});
    }
  }
  return names;
}

}  // namespace sayso::language
