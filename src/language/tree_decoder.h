// Scores to a dependency tree: the best tree with one root, then the best relation of each word to its head.
// The scores of pairs are products of vectors, a biaffine parser after Dozat and Manning 2017 with a diagonal
// matrix for each relation.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sayso/layers.h"

namespace sayso::language {

struct TreeWeights {
  std::size_t width = 0;            // of a word's vectors as dependent and as head
  std::size_t relation_width = 0;   // likewise, where the relation is asked for
  std::vector<Relation> relations;  // the model's, in its order
  std::vector<float> weights;       // [relations, relation_width], row-major
};

// How a word hangs on its head.
struct Arc {
  std::optional<std::uint32_t> head;  // counted from the sentence's first word; none for the root
  Relation relation = Relation::root;
};

class TreeDecoder {
 public:
  explicit TreeDecoder(TreeWeights weights) : weights_(std::move(weights)) {}

  // Numbers in a row: [as dependent][as head][as anybody's head 1][as root 1], and for relations
  // [as dependent][as head][each relation as dependent][each relation as head].
  std::size_t arc_width() const { return 2 * weights_.width + 2; }
  std::size_t relation_width() const { return 2 * (weights_.relation_width + weights_.relations.size()); }

  // One sentence: `arcs` is [words, arc_width()], `relations` [words, relation_width()], row-major. Cost:
  // words squared.
  std::vector<Arc> decode(std::span<const float> arcs, std::span<const float> relations) const;

  // The scores of all pairs, [words, words + 1], as best_arborescence() takes them.
  std::vector<float> arc_scores(std::span<const float> arcs) const;

 private:
  Relation best_relation(const float* dependent, const float* head) const;

  TreeWeights weights_;
};

}  // namespace sayso::language
