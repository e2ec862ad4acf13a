#include "reading/anonymous.h"

#include "intake/ascii.h"
#include "intake/words.h"
#include "reading/names.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Say nothing about who somebody is; sorted.
constexpr auto kOpeners = std::to_array<std::string_view>({
    "a", "an", "another", "even", "just", "one", "that", "the", "these", "this", "those",
});
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

constexpr std::uint32_t kLongestDescription = 16;  // words

bool ends_description(const ArticleWords& words, std::uint32_t word) {
  const std::string_view mark = words.of(word);
  return words.tag(word) == Upos::punct &&
         (mark == "," || mark == "(" || mark == "[" || mark == ";" || mark == ":" || mark == "—" || mark == "–");
}

}  // namespace

std::string describe(const ArticleWords& words, WordRange phrase) {
  phrase.end = std::min(phrase.end, words.size());
  while (phrase.size() > 1 && contains(kOpeners, words.small(phrase.begin))) ++phrase.begin;
  std::uint32_t end = phrase.begin;
  bool noun = false;
  while (end < phrase.end && end - phrase.begin < kLongestDescription) {
    if (noun && ends_description(words, end)) break;
    noun = noun || words.is_noun(end);
    ++end;
  }
  while (end > phrase.begin + 1 && words.tag(end - 1) == Upos::punct) --end;
  std::string text = one_line(words.of(WordRange{phrase.begin, end}));
  // The capital of a sentence's first word is not the description's; that of a name is.
  if (!text.empty() && words.tag(phrase.begin) != Upos::propn && text.size() > 1 && !intake::is_ascii_upper(text[1])) {
    const bool proper_adjective = words.tag(phrase.begin) == Upos::adj && phrase.begin != words.sentence_of(phrase.begin).begin;
    if (!proper_adjective) text[0] = intake::ascii_lower(text[0]);
  }
  return text;
}

std::string anonymous_name(const ArticleWords& words, WordRange phrase) {
  const std::string description = describe(words, phrase);
  return description.empty() ? std::string(kUnspecified) : "anonymous: " + description;
}

}  // namespace sayso::reading
