#include "language/mention_decoder.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "language/dot_product.h"

namespace sayso::language {
namespace {

struct ScoredSpan {
  WordRange words;
  float score = 0;
};

bool longest_first(const WordRange& a, const WordRange& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

bool cross(const WordRange& a, const WordRange& b) {
  return (a.begin < b.begin && b.begin < a.end && a.end < b.end) ||
         (b.begin < a.begin && a.begin < b.end && b.end < a.end);
}

// The best spans of which no two cross.
std::vector<WordRange> without_crossings(std::vector<ScoredSpan> spans) {
  std::ranges::stable_sort(spans, std::greater{}, &ScoredSpan::score);
  std::vector<WordRange> kept;
  for (const ScoredSpan& span : spans) {
    if (std::ranges::none_of(kept, [&](const WordRange& k) { return cross(k, span.words); }))
      kept.push_back(span.words);
  }
  std::ranges::sort(kept, longest_first);
  return kept;
}

}  // namespace

std::vector<WordRange> MentionDecoder::find_spans(std::span<const float> vectors) const {
  const std::size_t width = weights_.width;
  const auto words = static_cast<std::uint32_t>(vectors.size() / vector_width());
  const float scale = 1 / std::sqrt(static_cast<float>(width));
  std::vector<ScoredSpan> spans;
  for (std::uint32_t first = 0; first < words; ++first) {
    const float* const start = vectors.data() + first * vector_width();
    for (std::uint32_t length = 1; length <= std::min(kLongestMention, words - first); ++length) {
      const float* const end = vectors.data() + (first + length - 1) * vector_width() + width;
      const std::size_t bucket =
          std::min<std::size_t>(std::bit_width(length) - 1, MentionWeights::kLengthBuckets - 1);
      const float score = dot_product(start, end, width) * scale + weights_.length[bucket];
      if (score > 0) spans.push_back({{first, first + length}, score});
    }
  }
  return without_crossings(std::move(spans));
}

std::vector<Mention> MentionDecoder::decode(std::span<const Word> words, WordRange sentence,
                                            std::span<const float> vectors,
                                            std::span<const float> types) const {
  std::vector<Mention> mentions;
  for (const WordRange& span : find_spans(vectors)) {
    Mention& mention = mentions.emplace_back();
    mention.words = {sentence.begin + span.begin, sentence.begin + span.end};
    mention.head = highest_word(words, mention.words);
    mention.form = form_of(words[mention.head].tag);
    const auto row = types.subspan((mention.head - sentence.begin) * kEntityTypes, kEntityTypes);
    mention.type = static_cast<EntityType>(std::max_element(row.begin(), row.end()) - row.begin());
  }
  return mentions;
}

std::uint32_t highest_word(std::span<const Word> words, WordRange span) {
  for (std::uint32_t w = span.begin; w < span.end; ++w) {
    const auto head = words[w].head;
    if (!head || *head < span.begin || *head >= span.end) return w;
  }
  return span.begin;
}

MentionForm form_of(Upos head) {
  return head == Upos::pron    ? MentionForm::pronoun
         : head == Upos::propn ? MentionForm::name
                               : MentionForm::nominal;
}

}  // namespace sayso::language
