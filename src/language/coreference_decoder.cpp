#include "language/coreference_decoder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "language/dot_product.h"

namespace sayso::language {
namespace {

// Earlier mentions by a number they share, the nearest at the end.
using Index = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

// A mention's vector: the mean of its first word's, its last word's and its head's; [mentions, width].
std::vector<float> mention_vectors(std::span<const float> vectors, std::size_t width,
                                   std::span<const Mention> mentions) {
  std::vector<float> means(mentions.size() * width);
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const float* const first = vectors.data() + mentions[m].words.begin * width;
    const float* const last = vectors.data() + (mentions[m].words.end - 1) * width;
    const float* const head = vectors.data() + mentions[m].head * width;
    float* const mean = means.data() + m * width;
    for (std::size_t i = 0; i < width; ++i) mean[i] = (first[i] + last[i] + head[i]) / 3;
  }
  return means;
}

// Finds the antecedent of one mention after another.
class Antecedents {
 public:
  Antecedents(const CoreferenceWeights& weights, const Layers& layers, std::vector<MentionKey> keys,
              std::vector<float> vectors)
      : weights_(weights), layers_(layers), keys_(std::move(keys)), vectors_(std::move(vectors)) {}

  // Mentions are asked in their order.
  std::optional<std::uint32_t> next(std::uint32_t mention) {
    std::optional<std::uint32_t> best;
    float top = 0;
    const auto consider = [&](std::uint32_t candidate) {
      if (const float score = score_of(mention, candidate); score > top) {
        top = score;
        best = candidate;
      }
    };
    const std::uint32_t near = mention - std::min<std::uint32_t>(mention, kNearestCandidates);
    for (std::uint32_t candidate = mention; candidate-- > near;) consider(candidate);
    for_alike_before(mention, near, consider);
    remember(mention);
    return best;
  }

 private:
  float score_of(std::uint32_t later, std::uint32_t earlier) const {
    const Mention& a = layers_.mentions[later];
    const Mention& b = layers_.mentions[earlier];
    const std::size_t width = weights_.width;
    const float* const anaphor = vectors_.data() + later * (2 * width + 1);
    const float* const antecedent = vectors_.data() + earlier * (2 * width + 1) + width;
    const std::uint32_t sentences =
        layers_.words[a.words.begin].sentence - layers_.words[b.words.begin].sentence;
    const auto form = static_cast<std::size_t>(a.form);
    return dot_product(anaphor, antecedent, width) * scale_ + anaphor[2 * width] +
           weights_.mention_distance[std::min<std::size_t>(std::bit_width(later - earlier) - 1,
                                                           CoreferenceWeights::kMentionDistances - 1)] +
           weights_.sentence_distance[std::min<std::size_t>(sentences,
                                                            CoreferenceWeights::kSentenceDistances - 1)] +
           weights_.forms[form][static_cast<std::size_t>(b.form)] +
           weights_.match[form][static_cast<std::size_t>(compare(keys_[later], keys_[earlier]))] +
           weights_.same_type[a.type == b.type] +
           weights_.nested[a.words.contains(b.words) || b.words.contains(a.words)];
  }

  // The nearest mentions before `end` with the same key or, both no pronouns, the same head word, from near
  // to far.
  template <typename Visit>
  void for_alike_before(std::uint32_t mention, std::uint32_t end, const Visit& visit) const {
    const auto list = [&](const Index& index, std::uint32_t number) -> std::span<const std::uint32_t> {
      const auto found = index.find(number);
      if (number == 0 || found == index.end()) return {};
      return {found->second.begin(), std::ranges::lower_bound(found->second, end)};
    };
    auto by_key = list(by_key_, keys_[mention].key);
    auto by_head =
        is_pronoun(mention) ? std::span<const std::uint32_t>() : list(by_head_, keys_[mention].head);
    for (std::size_t n = 0; n < kNearestAlike && !(by_key.empty() && by_head.empty()); ++n) {
      const std::uint32_t nearest =
          std::max(by_key.empty() ? 0 : by_key.back(), by_head.empty() ? 0 : by_head.back());
      visit(nearest);
      if (!by_key.empty() && by_key.back() == nearest) by_key = by_key.first(by_key.size() - 1);
      if (!by_head.empty() && by_head.back() == nearest) by_head = by_head.first(by_head.size() - 1);
    }
  }

  void remember(std::uint32_t mention) {
    if (keys_[mention].key != 0) by_key_[keys_[mention].key].push_back(mention);
    if (!is_pronoun(mention)) by_head_[keys_[mention].head].push_back(mention);
  }

  bool is_pronoun(std::uint32_t mention) const {
    return layers_.mentions[mention].form == MentionForm::pronoun;
  }

  const CoreferenceWeights& weights_;
  const Layers& layers_;
  const std::vector<MentionKey> keys_;
  const std::vector<float> vectors_;  // of mentions
  const float scale_ = 1 / std::sqrt(static_cast<float>(weights_.width));
  Index by_key_;
  Index by_head_;  // no pronouns
};

}  // namespace

void CoreferenceDecoder::decode(std::string_view text, std::span<const float> vectors, Layers& layers) const {
  Antecedents antecedents(weights_, layers, find_keys(text, layers.words, layers.mentions),
                          mention_vectors(vectors, vector_width(), layers.mentions));
  layers.entities = 0;
  for (std::uint32_t m = 0; m < layers.mentions.size(); ++m) {
    const auto antecedent = antecedents.next(m);
    layers.mentions[m].entity = antecedent ? layers.mentions[*antecedent].entity : layers.entities++;
  }
}

}  // namespace sayso::language
