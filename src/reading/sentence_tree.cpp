#include "reading/sentence_tree.h"

#include <algorithm>

#include "reading/lemma.h"

namespace sayso::reading {

WordRange words_of(const Layers& layers, Span span) {
  const auto first = std::ranges::partition_point(
      layers.words, [&](const Word& word) { return word.text.end <= span.begin; });
  const auto last =
      std::ranges::partition_point(std::ranges::subrange(first, layers.words.end()),
                                   [&](const Word& word) { return word.text.begin < span.end; });
  return {static_cast<std::uint32_t>(first - layers.words.begin()),
          static_cast<std::uint32_t>(last - layers.words.begin())};
}

SentenceTree::SentenceTree(std::string_view text, const Layers& layers, std::uint32_t sentence)
    : layers_(&layers) {
  if (sentence < layers.sentences.size()) range_ = layers.sentences[sentence].words;
  const std::size_t size = range_.size();
  forms_.reserve(size);
  lemmas_.reserve(size);
  first_.assign(size + 1, 0);
  const auto head_of = [&](std::uint32_t w) { return layers.words[w].head; };
  for (std::uint32_t w = range_.begin; w < range_.end; ++w) {
    const std::string_view form = layers.words[w].text.of(text);
    forms_.push_back(plain_form(form));
    lemmas_.push_back(lemma_of(form, layers.words[w].tag));
    if (head_of(w) && holds(*head_of(w))) ++first_[*head_of(w) - range_.begin + 1];
  }
  for (std::size_t i = 0; i < size; ++i) first_[i + 1] += first_[i];
  dependents_.resize(first_[size]);
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t w = range_.begin; w < range_.end; ++w) {
    if (head_of(w) && holds(*head_of(w))) dependents_[next[*head_of(w) - range_.begin]++] = w;
  }
}

std::span<const std::uint32_t> SentenceTree::dependents(std::uint32_t word) const {
  if (!holds(word)) return {};
  const std::size_t i = word - range_.begin;
  return std::span(dependents_).subspan(first_[i], first_[i + 1] - first_[i]);
}

std::optional<std::uint32_t> SentenceTree::dependent(std::uint32_t word, Relation relation) const {
  for (const std::uint32_t d : dependents(word)) {
    if (layers_->words[d].relation == relation) return d;
  }
  return std::nullopt;
}

}  // namespace sayso::reading
