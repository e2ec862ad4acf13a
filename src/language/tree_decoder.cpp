#include "language/tree_decoder.h"

#include <cmath>
#include <limits>

#include "language/arborescence.h"
#include "language/dot_product.h"

namespace sayso::language {

std::vector<float> TreeDecoder::arc_scores(std::span<const float> arcs) const {
  const std::size_t width = weights_.width;
  const std::size_t words = arcs.size() / arc_width();
  const float scale = 1 / std::sqrt(static_cast<float>(width));
  std::vector<float> scores(words * (words + 1));
  for (std::size_t i = 0; i < words; ++i) {
    const float* const dependent = arcs.data() + i * arc_width();
    float* const row = scores.data() + i * (words + 1);
    for (std::size_t j = 0; j < words; ++j) {
      const float* const head = arcs.data() + j * arc_width() + width;
      row[j] = dot_product(dependent, head, width) * scale + head[width];
    }
    row[words] = dependent[2 * width + 1];
  }
  return scores;
}

std::vector<Arc> TreeDecoder::decode(std::span<const float> arcs, std::span<const float> relations) const {
  const auto words = static_cast<std::uint32_t>(arcs.size() / arc_width());
  const std::vector<std::uint32_t> heads = best_arborescence(arc_scores(arcs), words);
  std::vector<Arc> tree(words);
  for (std::uint32_t w = 0; w < words; ++w) {
    if (heads[w] == words) continue;
    const auto row = [&](std::uint32_t word) { return relations.data() + word * relation_width(); };
    tree[w] = {heads[w], best_relation(row(w), row(heads[w]))};
  }
  return tree;
}

Relation TreeDecoder::best_relation(const float* dependent, const float* head) const {
  const std::size_t width = weights_.relation_width;
  const std::size_t count = weights_.relations.size();
  std::vector<float> product(width);
  for (std::size_t i = 0; i < width; ++i) product[i] = dependent[i] * head[width + i];
  Relation best = Relation::dep;
  float top = -std::numeric_limits<float>::infinity();
  for (std::size_t l = 0; l < count; ++l) {
    if (weights_.relations[l] == Relation::root) continue;
    const float score = dot_product(weights_.weights.data() + l * width, product.data(), width) +
                        dependent[2 * width + l] + head[2 * width + count + l];
    if (score > top) {
      top = score;
      best = weights_.relations[l];
    }
  }
  return best;
}

}  // namespace sayso::language
