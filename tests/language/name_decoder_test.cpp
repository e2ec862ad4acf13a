#include "language/name_decoder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace sayso::language {
namespace {

std::vector<float> scores_for(const std::vector<std::uint8_t>& labels) {
  std::vector<float> scores(labels.size() * kNameLabels);
  for (std::size_t w = 0; w < labels.size(); ++w) scores[w * kNameLabels + labels[w]] = 5;
  return scores;
}

TEST(NameDecoder, NamesOfSeveralWords) {
  const auto names = NameDecoder({}).decode(scores_for({1, 2, 0, 3, 5, 6, 6}));
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[0].words, (WordRange{0, 2}));
  EXPECT_EQ(names[0].type, NameType::person);
  EXPECT_EQ(names[1].words, (WordRange{3, 4}));
  EXPECT_EQ(names[1].type, NameType::organization);
  EXPECT_EQ(names[2].words, (WordRange{4, 7}));
  EXPECT_EQ(names[2].type, NameType::place);
}

TEST(NameDecoder, TwoNamesSideBySide) {
  EXPECT_EQ(NameDecoder({}).decode(scores_for({1, 1, 2})).size(), 2u);
}

bool is_possible(const std::vector<std::uint8_t>& labels) {
  std::uint8_t before = 0;
  for (const std::uint8_t label : labels) {
    const std::string_view name = kNameLabelNames[label];
    if (name[0] == 'I' && kNameLabelNames[before].substr(1) != name.substr(1)) return false;
    before = label;
  }
  return true;
}

TEST(NameDecoder, AgreesWithTryingEveryLabelling) {
  std::mt19937 random(13);
  std::normal_distribution<float> normal(0, 2);
  for (int round = 0; round < 60; ++round) {
    NameDecoder::Transitions transitions;
    for (auto& row : transitions) {
      for (float& value : row) value = normal(random);
    }
    const std::size_t words = 1 + random() % 5;
    std::vector<float> scores(words * kNameLabels);
    for (float& score : scores) score = normal(random);

    std::vector<std::uint8_t> labels(words);
    std::vector<std::uint8_t> best;
    double top = -INFINITY;
    for (std::size_t w = 0; w < words;) {
      double score = 0;
      for (std::size_t t = 0; t < words; ++t) {
        score += transitions[t == 0 ? 0 : labels[t - 1]][labels[t]] + scores[t * kNameLabels + labels[t]];
      }
      if (is_possible(labels) && score > top) {
        top = score;
        best = labels;
      }
      w = 0;
      while (w < words && ++labels[w] == kNameLabels) labels[w++] = 0;
    }
    ASSERT_EQ(NameDecoder(transitions).best_labels(scores), best);
  }
}

TEST(NameDecoder, ScoresThatAreNoNumbersStillGiveLabels) {
  const auto labels = NameDecoder({}).best_labels(std::vector<float>(3 * kNameLabels, NAN));
  EXPECT_EQ(labels.size(), 3u);
  EXPECT_TRUE(NameDecoder({}).decode({}).empty());
}

}  // namespace
}  // namespace sayso::language
