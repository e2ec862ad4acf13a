#include "reading/word_index.h"

#include <algorithm>
#include <array>

#include "intake/ascii.h"

namespace sayso::reading {

WordRange words_in(const Layers& layers, Span span) {
  const auto first =
      std::ranges::upper_bound(layers.words, span.begin, {}, [](const Word& w) { return w.text.end; });
  const auto last = std::ranges::lower_bound(first, layers.words.end(), span.end, {},
                                             [](const Word& w) { return w.text.begin; });
  return {static_cast<std::uint32_t>(first - layers.words.begin()),
          static_cast<std::uint32_t>(last - layers.words.begin())};
}

std::optional<std::uint32_t> head_of(const Layers& layers, WordRange range) {
  std::optional<std::uint32_t> fallback;
  for (std::uint32_t w = range.begin; w < range.end; ++w) {
    const Word& word = layers.words[w];
    if (word.head && *word.head >= range.begin && *word.head < range.end) continue;
    if (word.tag != Upos::punct) return w;
    if (!fallback) fallback = w;
  }
  return fallback;
}

std::string lower_form(std::string_view text, const Word& word) {
  return intake::ascii_lower(word.text.of(text));
}

bool is_one_of(std::string_view text, const Word& word, std::span<const std::string_view> sorted) {
  return std::ranges::binary_search(sorted, std::string_view(lower_form(text, word)));
}

Dependents::Dependents(const Layers& layers) : first_(layers.words.size() + 1) {
  for (const Word& word : layers.words) {
    if (word.head) ++first_[*word.head + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  words_.resize(first_.back());
  std::vector<std::uint32_t> next = first_;
  for (std::uint32_t w = 0; w < layers.words.size(); ++w) {
    if (const auto head = layers.words[w].head) words_[next[*head]++] = w;
  }
}

bool is_passive(std::string_view text, const Layers& layers, const Dependents& dependents,
                std::uint32_t verb) {
  static constexpr std::array<std::string_view, 7> kBe = {"are", "be", "been", "being", "is", "was", "were"};
  return std::ranges::any_of(dependents.of(verb), [&](std::uint32_t part) {
    return layers.words[part].relation == Relation::aux && is_one_of(text, layers.words[part], kBe);
  });
}

}  // namespace sayso::reading
