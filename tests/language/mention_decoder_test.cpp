#include "language/mention_decoder.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace sayso::language {
namespace {

using testing::ElementsAre;

// Spans (first, last) with their scores, over so many words: vectors of one number for each span.
struct Scored {
  std::uint32_t first;
  std::uint32_t last;
  float score;
};

std::vector<WordRange> spans_of(std::uint32_t words, const std::vector<Scored>& scored) {
  MentionWeights weights;
  weights.width = scored.size();
  weights.length.fill(-1);
  std::vector<float> vectors(words * 2 * weights.width);
  for (std::size_t s = 0; s < scored.size(); ++s) {
    vectors[scored[s].first * 2 * weights.width + s] = std::sqrt(static_cast<float>(weights.width));
    vectors[(scored[s].last * 2 + 1) * weights.width + s] = 1 + scored[s].score;
  }
  return MentionDecoder(weights).find_spans(vectors);
}

TEST(MentionDecoder, NestedSpansStayCrossingOnesDoNot) {
  EXPECT_THAT(spans_of(6, {{0, 5, 1}, {1, 2, 1}, {1, 1, 0.5F}}),
              ElementsAre(WordRange{0, 6}, WordRange{1, 3}, WordRange{1, 2}));
  EXPECT_THAT(spans_of(6, {{0, 3, 1}, {2, 5, 2}}), ElementsAre(WordRange{2, 6}));
  // The middle one crosses both and wins over one of them only if it is better than each.
  EXPECT_THAT(spans_of(9, {{0, 3, 1}, {2, 6, 2}, {5, 8, 3}}), ElementsAre(WordRange{0, 4}, WordRange{5, 9}));
  EXPECT_TRUE(spans_of(3, {{0, 1, -0.5F}}).empty());
}

// All spans, plainly scored; each stays unless a better one that stays crosses it.
TEST(MentionDecoder, AgreesWithThePlainWay) {
  std::mt19937 random(7);
  std::normal_distribution<float> normal(0, 1);
  for (int round = 0; round < 60; ++round) {
    MentionWeights weights;
    weights.width = 3;
    for (float& bias : weights.length) bias = normal(random) - 1;
    const std::uint32_t words = 1 + random() % 60;
    std::vector<float> vectors(words * 6);
    for (float& value : vectors) value = normal(random);

    std::vector<std::tuple<double, std::uint32_t, std::uint32_t>> all;
    for (std::uint32_t i = 0; i < words; ++i) {
      for (std::uint32_t j = i; j < words && j < i + 40; ++j) {
        double score = 0;
        for (std::size_t d = 0; d < 3; ++d) score += vectors[i * 6 + d] * vectors[j * 6 + 3 + d];
        const int bucket = std::min(5, static_cast<int>(std::floor(std::log2(j - i + 1))));
        score = score / std::sqrt(3.0) + weights.length[static_cast<std::size_t>(bucket)];
        if (score > 0) all.emplace_back(-score, i, j);
      }
    }
    std::ranges::sort(all);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> kept;
    for (const auto& [score, i, j] : all) {
      bool crosses = false;
      for (const auto& [b, e] : kept) crosses |= (i < b && b <= j && j < e) || (b < i && i <= e && e < j);
      if (!crosses) kept.emplace_back(i, j);
    }
    std::ranges::sort(
        kept, [](auto a, auto b) { return a.first != b.first ? a.first < b.first : a.second > b.second; });
    const auto found = MentionDecoder(weights).find_spans(vectors);
    ASSERT_EQ(found.size(), kept.size());
    for (std::size_t s = 0; s < kept.size(); ++s) {
      ASSERT_EQ(found[s], (WordRange{kept[s].first, kept[s].second + 1}));
    }
  }
}

// A second sentence of four words, "the mayor of Weir": its words begin at 2.
TEST(MentionDecoder, HeadTypeAndForm) {
  std::vector<Word> words(6);
  const auto hang = [&](std::uint32_t word, std::optional<std::uint32_t> head, Upos tag) {
    words[word].head = head;
    words[word].tag = tag;
  };
  hang(2, 3, Upos::det);
  hang(3, {}, Upos::noun);
  hang(4, 5, Upos::adp);
  hang(5, 3, Upos::propn);
  EXPECT_EQ(highest_word(words, {2, 6}), 3u);
  EXPECT_EQ(highest_word(words, {4, 6}), 5u);
  EXPECT_EQ(highest_word(words, {2, 3}), 2u);

  MentionWeights weights;
  weights.width = 1;
  const std::vector<float> vectors = {1, 0, 0, 0, 0, 0, 1, 1};  // first words: the, Weir; last word: Weir
  std::vector<float> types(4 * kEntityTypes);
  types[1 * kEntityTypes + static_cast<std::size_t>(EntityType::person)] = 1;
  types[3 * kEntityTypes + static_cast<std::size_t>(EntityType::place)] = 1;
  const auto mentions = MentionDecoder(weights).decode(words, {2, 6}, vectors, types);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].words, (WordRange{2, 6}));
  EXPECT_EQ(mentions[0].head, 3u);
  EXPECT_EQ(mentions[0].type, EntityType::person);
  EXPECT_EQ(mentions[0].form, MentionForm::nominal);
  EXPECT_EQ(mentions[1].words, (WordRange{5, 6}));
  EXPECT_EQ(mentions[1].type, EntityType::place);
  EXPECT_EQ(mentions[1].form, MentionForm::name);
  EXPECT_EQ(form_of(Upos::pron), MentionForm::pronoun);
}

TEST(MentionDecoder, AllSpansOfALongSentence) {
  MentionWeights weights;
  weights.width = 1;
  weights.length.fill(1);
  const std::vector<float> vectors(256 * 2, 0.0F);
  const auto spans = MentionDecoder(weights).find_spans(vectors);
  EXPECT_GE(spans.size(), 256u);
  for (const WordRange& span : spans) ASSERT_LE(span.size(), kLongestMention);
}

}  // namespace
}  // namespace sayso::language
