#include "publish/surface_tokens.h"

#include <algorithm>
#include <array>
#include <string>

namespace sayso::publish {
namespace {

constexpr std::array<std::string_view, 7> kClitics = {"n't", "'s", "'ll", "'re", "'ve", "'d", "'m"};

// Beginnings and ends of tokens of two words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPairs = {
    {{"can", "not"}, {"gon", "na"}, {"got", "ta"}, {"wan", "na"}}};

// In lower case, with typewriter apostrophes; ASCII is enough for clitics.
std::string plain(std::string_view word) {
  constexpr std::string_view kApostrophe = "\u2019";
  std::string result;
  while (!word.empty()) {
    const bool is_apostrophe = word.starts_with(kApostrophe);
    const char c = is_apostrophe ? '\'' : word.front();
    result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    word.remove_prefix(is_apostrophe ? kApostrophe.size() : 1);
  }
  return result;
}

bool ends_in_letter_or_digit(std::string_view word) {
  const char last = word.empty() ? ' ' : word.back();
  return (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || (last >= '0' && last <= '9') ||
         static_cast<unsigned char>(last) >= 0x80;
}

bool is_one_token(std::string_view text, const Word& first, const Word& second) {
  if (first.text.end != second.text.begin || second.text.size() > 8) return false;
  const std::string end = plain(second.text.of(text));
  const bool possessive = end == "'" && second.tag == Upos::part;
  if (possessive || std::ranges::find(kClitics, end) != kClitics.end()) {
    return first.tag != Upos::punct && ends_in_letter_or_digit(first.text.of(text));
  }
  const std::string begin = plain(first.text.of(text));
  return std::ranges::any_of(kPairs,
                             [&](const auto& pair) { return begin == pair.first && end == pair.second; });
}

}  // namespace

std::vector<WordRange> surface_tokens(std::string_view text, const Layers& layers, const Sentence& sentence) {
  std::vector<WordRange> tokens;
  for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
    if (w > sentence.words.begin && is_one_token(text, layers.words[w - 1], layers.words[w])) {
      tokens.back().end = w + 1;
    } else {
      tokens.push_back({w, w + 1});
    }
  }
  return tokens;
}

}  // namespace sayso::publish
