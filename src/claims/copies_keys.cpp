#include "claims/copies_keys.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "claims/key_hash.h"
#include "reading/calendar.h"

namespace sayso::claims {
namespace {

constexpr std::size_t kGram = 8;     // words of a fingerprint
constexpr std::size_t kWindow = 16;  // neighbours of which one is taken
constexpr std::size_t kLeastContent = 3;
constexpr std::size_t kMostPrints = 300;
constexpr std::uint64_t kFortnight = 14;  // days
constexpr std::uint64_t kNewsDays =
    4;  // a retelling comes within so many days, and is found within twice that

std::optional<std::uint64_t> day_number(const CopyText& text) {
  const auto day = reading::parse_iso_day(text.published);
  if (!day) return std::nullopt;
  return static_cast<std::uint64_t>(std::chrono::sys_days(*day).time_since_epoch().count() + 1'000'000);
}

// Of eight words from `at` on; none where they are quoted or say nothing of their own.
std::optional<std::uint64_t> gram_at(const std::vector<TextWord>& words, std::size_t at) {
  std::uint64_t hash = 0;
  std::size_t content = 0, quoted = 0;
  for (std::size_t i = at; i < at + kGram; ++i) {
    hash = (hash + words[i].hash()) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29;
    content += words[i].content();
    quoted += words[i].quoted();
  }
  if (content < kLeastContent || quoted * 2 > kGram) return std::nullopt;
  return hash;
}

// Of equals the last, as in "robust winnowing".
std::vector<std::uint64_t> winnow(const std::vector<TextWord>& words) {
  std::vector<std::optional<std::uint64_t>> grams;
  for (std::size_t at = 0; at + kGram <= words.size(); ++at) grams.push_back(gram_at(words, at));
  std::vector<std::uint64_t> prints;
  const std::size_t windows = grams.size() < kWindow ? (grams.empty() ? 0 : 1) : grams.size() - kWindow + 1;
  for (std::size_t w = 0; w < windows; ++w) {
    std::optional<std::uint64_t> least;
    for (std::size_t i = w; i < std::min(w + kWindow, grams.size()); ++i) {
      if (grams[i] && (!least || *grams[i] <= *least)) least = grams[i];
    }
    if (least) prints.push_back(*least);
  }
  std::sort(prints.begin(), prints.end());
  prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
  if (prints.size() > kMostPrints) prints.resize(kMostPrints);
  return prints;
}

// An article and its retelling are about the same people and places: pairs of names are rare enough.
void add_name_keys(const CopyText& text, std::uint64_t day, std::vector<std::uint64_t>& keys) {
  for (const std::uint64_t span : {day / kNewsDays, day / kNewsDays + 1}) {
    for (std::size_t i = 0; i < text.names.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto& [low, high] = std::minmax(text.names[i], text.names[j]);
        keys.push_back(key_of_period(span, Hash().add("names").add(low).add(high).add(span)));
      }
    }
  }
}

}  // namespace

std::vector<std::uint64_t> keys_of(const CopyText& text) {
  std::vector<std::uint64_t> keys;
  const std::optional<std::uint64_t> day = day_number(text);
  for (const std::uint64_t print : winnow(text.words)) {
    const std::uint64_t fortnight = day ? (*day + print % kFortnight) / kFortnight : 0;
    keys.push_back(key_of_period(fortnight, Hash().add("text").add(print).add(fortnight)));
  }
  if (day) add_name_keys(text, *day, keys);
  // The whole text finds itself at any time.
  Hash whole;
  for (const TextWord& word : text.words) whole.add(std::uint64_t{word.hash()});
  if (!text.words.empty()) keys.push_back(whole.value());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace sayso::claims
