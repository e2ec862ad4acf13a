#include "language/tree_decoder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "language/arborescence.h"

namespace sayso::language {
namespace {

using testing::ElementsAre;

// Whether following the heads leads from every word to the one root.
bool is_tree(const std::vector<std::uint32_t>& heads) {
  const auto words = static_cast<std::uint32_t>(heads.size());
  if (std::ranges::count(heads, words) != 1) return false;
  for (std::uint32_t word : heads) {
    for (std::uint32_t steps = 0; word != words; word = heads[word]) {
      if (word > words || ++steps > words) return false;
    }
  }
  return true;
}

double score_of(const std::vector<std::uint32_t>& heads, const std::vector<float>& scores) {
  double sum = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) sum += scores[w * (heads.size() + 1) + heads[w]];
  return sum;
}

// The best score of all trees, the plain way.
double best_of_all(const std::vector<float>& scores, std::uint32_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  double best = -INFINITY;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, score_of(heads, scores));
    std::uint32_t w = 0;
    while (w < words && ++heads[w] > words) heads[w++] = 0;
    if (w == words) return best;
  }
}

std::vector<float> random_numbers(std::mt19937& random, std::size_t count) {
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> numbers(count);
  for (float& number : numbers) number = normal(random);
  return numbers;
}

TEST(Arborescence, AgreesWithTryingEveryTree) {
  std::mt19937 random(17);
  for (int round = 0; round < 400; ++round) {
    const std::uint32_t words = 1 + random() % 5;
    const std::vector<float> scores = random_numbers(random, words * (words + 1));
    const auto heads = best_arborescence(scores, words);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(score_of(heads, scores), best_of_all(scores, words), 1e-4);
  }
}

// Whole numbers of a small range: many equal scores, many cycles.
TEST(Arborescence, AgreesWhereScoresAreEqual) {
  std::mt19937 random(5);
  for (int round = 0; round < 400; ++round) {
    const std::uint32_t words = 1 + random() % 5;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = static_cast<float>(random() % 3);
    const auto heads = best_arborescence(scores, words);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(score_of(heads, scores), best_of_all(scores, words), 1e-4);
  }
}

TEST(Arborescence, OneRootEvenWhereTwoWouldScoreBetter) {
  const std::vector<float> scores = {0, -9, 5, /**/ -8, 0, 5};
  EXPECT_THAT(best_arborescence(scores, 2), ElementsAre(2, 0));
}

// Nested cycles in a long sentence: no word can gain by hanging on another one instead.
TEST(Arborescence, LongSentencesAreTreesAndNoSingleMoveIsBetter) {
  std::mt19937 random(23);
  for (const std::uint32_t words : {60u, 256u}) {
    const std::vector<float> scores = random_numbers(random, words * (words + 1));
    auto heads = best_arborescence(scores, words);
    ASSERT_TRUE(is_tree(heads));
    const double best = score_of(heads, scores);
    for (int move = 0; move < 2000; ++move) {
      const std::uint32_t word = random() % words;
      const std::uint32_t before = heads[word];
      heads[word] = random() % words;
      if (is_tree(heads)) {
        ASSERT_LE(score_of(heads, scores), best + 1e-3);
      }
      heads[word] = before;
    }
  }
}

TEST(Arborescence, ScoresThatAreNoNumbersStillGiveATree) {
  const std::vector<float> scores = {NAN,      INFINITY, -INFINITY, NAN, NAN, NAN,
                                     INFINITY, NAN,      NAN,       NAN, NAN, -INFINITY};
  EXPECT_TRUE(is_tree(best_arborescence(scores, 3)));
  EXPECT_TRUE(best_arborescence({}, 0).empty());
}

TreeWeights random_weights(std::mt19937& random) {
  return {3, 2, {Relation::obj, Relation::root, Relation::nsubj, Relation::punct}, random_numbers(random, 8)};
}

TEST(TreeDecoder, AgreesWithThePlainFormulas) {
  std::mt19937 random(29);
  for (int round = 0; round < 100; ++round) {
    const TreeWeights weights = random_weights(random);
    const TreeDecoder decoder(weights);
    const std::uint32_t words = 1 + random() % 5;
    const auto arcs = random_numbers(random, words * decoder.arc_width());
    const auto relations = random_numbers(random, words * decoder.relation_width());

    std::vector<float> scores;
    for (std::size_t i = 0; i < words; ++i) {
      for (std::size_t j = 0; j < words; ++j) {
        double product = 0;
        for (std::size_t d = 0; d < 3; ++d) product += arcs[i * 8 + d] * arcs[j * 8 + 3 + d];
        scores.push_back(static_cast<float>(product / std::sqrt(3.0) + arcs[j * 8 + 6]));
      }
      scores.push_back(arcs[i * 8 + 7]);
    }
    const std::vector<Arc> tree = decoder.decode(arcs, relations);
    std::vector<std::uint32_t> heads;
    for (const Arc& arc : tree) heads.push_back(arc.head.value_or(words));
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(score_of(heads, scores), best_of_all(scores, words), 1e-3);

    for (std::size_t i = 0; i < words; ++i) {
      Relation expected = Relation::root;
      double top = -INFINITY;
      for (std::size_t l = 0; tree[i].head && l < weights.relations.size(); ++l) {
        if (weights.relations[l] == Relation::root) continue;
        const float* const dependent = relations.data() + i * 12;
        const float* const head = relations.data() + *tree[i].head * 12;
        double score = dependent[4 + l] + head[8 + l];
        for (std::size_t r = 0; r < 2; ++r) score += weights.weights[l * 2 + r] * dependent[r] * head[2 + r];
        if (score > top) {
          top = score;
          expected = weights.relations[l];
        }
      }
      ASSERT_EQ(tree[i].relation, expected);
    }
  }
}

TEST(TreeDecoder, NothingInNothingOut) {
  std::mt19937 random(1);
  EXPECT_TRUE(TreeDecoder(random_weights(random)).decode({}, {}).empty());
}

}  // namespace
}  // namespace sayso::language
