#include "language/mention_keys.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "intake/ascii.h"

namespace sayso::language {
namespace {

constexpr std::array<std::string_view, 7> kLeading = {"a", "an", "the", "this", "that", "these", "those"};
constexpr std::array<std::string_view, 4> kTrailing = {"'s", "\u2019s", "'", "\u2019"};

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower(std::string_view word) {
  if (is_ascii(word)) return intake::ascii_lower(word);
  std::string result;
  const icu::StringPiece bytes(word.data(), static_cast<std::int32_t>(word.size()));
  icu::UnicodeString::fromUTF8(bytes).toLower(icu::Locale::getRoot()).toUTF8String(result);
  return result;
}

bool has_letter_or_digit(std::string_view word) {
  for (std::int32_t i = 0, n = static_cast<std::int32_t>(word.size()); i < n;) {
    UChar32 c;
    U8_NEXT(word.data(), i, n, c);
    if (c >= 0 && (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return true;
  }
  return false;
}

// The word's first letter, if it is a capital.
std::string_view capital_of(std::string_view word) {
  std::int32_t end = 0;
  UChar32 c;
  U8_NEXT(word.data(), end, static_cast<std::int32_t>(word.size()), c);
  return c >= 0 && u_isUUppercase(c) ? word.substr(0, static_cast<std::size_t>(end)) : std::string_view();
}

class KeyFinder {
 public:
  KeyFinder(std::string_view text, std::span<const Word> words)
      : text_(text), words_(words), lowered_(words.size()) {}

  MentionKey key_of(const Mention& mention) {
    MentionKey result;
    result.head = lowered(mention.head).number;
    const std::vector<std::uint32_t> key = key_words(mention.words);
    result.initials = initials_of(key);
    std::string joined;
    for (const std::uint32_t word : key) {
      joined += joined.empty() ? "" : " ";
      joined += lowered(word).text;
      result.words.push_back(lowered(word).number);
    }
    result.key = number_of(joined);
    if (key.size() == 1) result.single = result.key;
    std::ranges::sort(result.words);
    const auto twice = std::ranges::unique(result.words);
    result.words.erase(twice.begin(), twice.end());
    return result;
  }

 private:
  struct Lowered {
    std::string text;
    std::uint32_t number = 0;
    bool counts = false;  // it has a letter or a digit
  };

  std::uint32_t number_of(const std::string& text) {
    if (text.empty()) return 0;
    return numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
  }

  // Nested mentions share words; each is lowered once.
  const Lowered& lowered(std::uint32_t word) {
    Lowered& entry = lowered_[word];
    if (entry.number == 0) {
      const std::string_view text = words_[word].text.of(text_);
      entry.text = lower(text);
      entry.number = number_of(entry.text);
      entry.counts = has_letter_or_digit(text);
    }
    return entry;
  }

  std::vector<std::uint32_t> key_words(WordRange range) {
    const auto is_among = [](const auto& list, const std::string& word) {
      return std::ranges::find(list, word) != list.end();
    };
    if (range.size() > 0 && is_among(kLeading, lowered(range.begin).text)) ++range.begin;
    if (range.size() > 0 && is_among(kTrailing, lowered(range.end - 1).text)) --range.end;
    std::vector<std::uint32_t> key;
    for (std::uint32_t word = range.begin; word < range.end; ++word) {
      if (lowered(word).counts) key.push_back(word);
    }
    return key;
  }

  std::uint32_t initials_of(std::span<const std::uint32_t> key) {
    std::string initials;
    int count = 0;
    for (const std::uint32_t word : key) {
      const std::string_view capital = capital_of(words_[word].text.of(text_));
      if (capital.empty()) continue;
      initials += capital;
      ++count;
    }
    return count < 2 ? 0 : number_of(lower(initials));
  }

  std::string_view text_;
  std::span<const Word> words_;
  std::vector<Lowered> lowered_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

bool contains(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return !b.empty() && std::ranges::includes(a, b);
}

}  // namespace

std::vector<MentionKey> find_keys(std::string_view text, std::span<const Word> words,
                                  std::span<const Mention> mentions) {
  KeyFinder finder(text, words);
  std::vector<MentionKey> keys;
  keys.reserve(mentions.size());
  for (const Mention& mention : mentions) keys.push_back(finder.key_of(mention));
  return keys;
}

KeyMatch compare(const MentionKey& a, const MentionKey& b) {
  if (a.key != 0 && a.key == b.key) return KeyMatch::same_key;
  if (a.single != 0 && a.single == b.initials) return KeyMatch::acronym;
  if (b.single != 0 && b.single == a.initials) return KeyMatch::acronym;
  if (a.head == b.head) return KeyMatch::same_head;
  if (contains(a.words, b.words) || contains(b.words, a.words)) return KeyMatch::contained;
  return KeyMatch::none;
}

}  // namespace sayso::language
