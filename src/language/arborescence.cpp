#include "language/arborescence.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sayso::language {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

// Scores beyond this come from no sound network; within it the sums below stay exact enough.
constexpr double kLargest = 1e6;

class Arborescence {
 public:
  Arborescence(std::span<const float> scores, std::uint32_t words) : words_(words), nodes_(words) {
    outermost_.resize(words);
    for (std::uint32_t w = 0; w < words; ++w) outermost_[w] = w;
    enter(scores);
  }

  std::vector<std::uint32_t> run() {
    std::vector<bool> is_done(2 * words_, false);  // its heads lead to the root
    for (std::uint32_t word = 0; word < words_; ++word) {
      std::vector<std::uint32_t> path;  // each node's best head is, or lies in, the next node
      std::uint32_t node = outermost_[word];
      while (!is_done[node]) {
        path.push_back(node);
        choose_head(node);
        const std::uint32_t head = nodes_[node].best.head;
        if (head == words_) break;
        node = outermost_[head];
        if (const auto cycle = std::find(path.begin(), path.end(), node); cycle != path.end()) {
          node = contract({cycle, path.end()});
          path.erase(cycle, path.end());
        }
      }
      for (const std::uint32_t on_path : path) is_done[on_path] = true;
    }
    return expand();
  }

 private:
  // The best way from a word, or the root, into a node.
  struct Edge {
    double score = 0;
    std::uint32_t head = kNobody;
    std::uint32_t dependent = kNobody;  // the word of the node that hangs on it
  };

  // A word, or a cycle that is treated as one.
  struct Node {
    std::vector<Edge> edges;  // from each word and, last, the root
    Edge best;
    std::uint32_t parent = kNobody;  // the cycle that this node is part of
    std::vector<std::uint32_t> children;
  };

  void enter(std::span<const float> scores) {
    const auto bounded = [](float score) {
      return std::isnan(score) ? -kLargest : std::clamp<double>(score, -kLargest, kLargest);
    };
    double low = 0;
    double high = 0;
    for (const float score : scores) {
      low = std::min(low, bounded(score));
      high = std::max(high, bounded(score));
    }
    // Being a root costs more than any tree can gain by having a second one.
    const double second_root = (high - low + 1) * (words_ + 1);
    for (std::uint32_t w = 0; w < words_; ++w) {
      nodes_[w].edges.resize(words_ + 1);
      for (std::uint32_t head = 0; head <= words_; ++head) {
        nodes_[w].edges[head] = {bounded(scores[w * (words_ + 1) + head]), head, w};
      }
      nodes_[w].edges[words_].score -= second_root;
    }
  }

  void choose_head(std::uint32_t node) {
    Edge best = nodes_[node].edges[words_];
    for (std::uint32_t head = 0; head < words_; ++head) {
      if (outermost_[head] != node && nodes_[node].edges[head].score > best.score)
        best = nodes_[node].edges[head];
    }
    nodes_[node].best = best;
  }

  // Makes one node of a cycle. To enter it means to drop the edge inside that led to the same place.
  std::uint32_t contract(std::vector<std::uint32_t> cycle) {
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    Node node;
    node.edges.assign(words_ + 1, {-std::numeric_limits<double>::infinity(), kNobody, kNobody});
    for (const std::uint32_t child : cycle) {
      for (std::uint32_t head = 0; head <= words_; ++head) {
        const Edge& edge = nodes_[child].edges[head];
        const double gain = edge.score - nodes_[child].best.score;
        if (gain > node.edges[head].score) node.edges[head] = {gain, edge.head, edge.dependent};
      }
      nodes_[child].parent = made;
      nodes_[child].edges = {};
    }
    for (std::uint32_t& outermost : outermost_) {
      if (nodes_[outermost].parent == made) outermost = made;
    }
    node.children = std::move(cycle);
    nodes_.push_back(std::move(node));
    return made;
  }

  // Opens the cycles again, the outermost first: the child that is entered from outside takes that edge, the
  // others keep their own.
  std::vector<std::uint32_t> expand() const {
    std::vector<std::uint32_t> heads(words_);
    struct Entered {
      std::uint32_t node;
      Edge edge;
    };
    std::vector<Entered> open;
    for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
      if (nodes_[node].parent == kNobody) open.push_back({node, nodes_[node].best});
    }
    while (!open.empty()) {
      const Entered entered = open.back();
      open.pop_back();
      if (entered.node < words_) {
        heads[entered.node] = entered.edge.head;
        continue;
      }
      std::uint32_t through = entered.edge.dependent;
      while (nodes_[through].parent != entered.node) through = nodes_[through].parent;
      for (const std::uint32_t child : nodes_[entered.node].children) {
        open.push_back({child, child == through ? entered.edge : nodes_[child].best});
      }
    }
    return heads;
  }

  std::uint32_t words_;
  std::vector<Node> nodes_;               // the words, then the cycles in the order of their making
  std::vector<std::uint32_t> outermost_;  // the node that a word lies in now
};

}  // namespace

std::vector<std::uint32_t> best_arborescence(std::span<const float> scores, std::uint32_t words) {
  return Arborescence(scores, words).run();
}

}  // namespace sayso::language
