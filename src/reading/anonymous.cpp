#include "reading/anonymous.h"

#include "intake/ascii.h"
#include "intake/words.h"
#include "reading/names.h"
#include "reading/noun_phrases.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Say nothing about who somebody is; sorted.
constexpr auto kOpeners = std::to_array<std::string_view>({
    "a",
    "an",
    "another",
    "even",
    "just",
    "one",
    "that",
    "the",
    "these",
    "this",
    "those",
});
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

// Say when a document came out; sorted.
constexpr auto kFresh = std::to_array<std::string_view>({
    "earlier",
    "early",
    "just",
    "last",
    "late",
    "latest",
    "more",
    "new",
    "old",
    "previous",
    "recent",
    "recently",
    "released",
    "separate",
    "similar",
});
static_assert(std::is_sorted(kFresh.begin(), kFresh.end()));

constexpr std::uint32_t kLongestDescription = 16;  // words

// "[Some 59 percent of] registered voters": a share of people is those people.
std::uint32_t behind_share(const ArticleWords& words, WordRange phrase) {
  const std::uint32_t last = std::min(phrase.end, phrase.begin + 6);
  for (std::uint32_t w = phrase.begin; w + 2 < last; ++w) {
    if (words.of(w) != "%" && words.small(w) != "percent") continue;
    if (words.small(w + 1) != "of") return phrase.begin;
    return words.small(w + 2) == "the" && w + 3 < phrase.end ? w + 3 : w + 2;
  }
  return phrase.begin;
}

bool ends_description(const ArticleWords& words, std::uint32_t word) {
  const std::string_view mark = words.of(word);
  return words.tag(word) == Upos::punct && (mark == "," || mark == "(" || mark == "[" || mark == ";" ||
                                            mark == ":" || mark == "—" || mark == "–");
}

}  // namespace

std::string describe(const ArticleWords& words, WordRange phrase) {
  phrase.end = std::min(phrase.end, words.size());
  while (phrase.size() > 1 && contains(kOpeners, words.small(phrase.begin)) &&
         words.tag(phrase.begin + 1) != Upos::pron) {
    ++phrase.begin;
  }
  phrase.begin = behind_share(words, phrase);
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
  if (!text.empty() && words.tag(phrase.begin) != Upos::propn && text.size() > 1 &&
      !intake::is_ascii_upper(text[1])) {
    const bool proper_adjective =
        words.tag(phrase.begin) == Upos::adj && phrase.begin != words.sentence_of(phrase.begin).begin;
    if (!proper_adjective) text[0] = intake::ascii_lower(text[0]);
  }
  return text;
}

std::string document_name(const ArticleWords& words, std::uint32_t noun) {
  const WordRange sentence = words.sentence_of(noun);
  std::uint32_t begin = noun_phrase(words, noun).begin;
  while (begin < noun && (contains(kOpeners, words.small(begin)) || words.tag(begin) == Upos::pron ||
                          words.tag(begin) == Upos::punct || contains(kFresh, words.small(begin)))) {
    ++begin;
  }
  std::string name = one_line(words.of(WordRange{begin, noun + 1}));
  const std::uint32_t last = std::min(sentence.end, noun + 7);
  for (std::uint32_t w = noun + 1; w < last; ++w) {
    const std::string word = words.small(w);
    if (word == "of" && w == noun + 1) {
      return one_line(words.of(WordRange{begin, with_complements(words, {begin, noun + 1}, noun).end}));
    }
    if (words.tag(w) == Upos::punct || words.relation(w) == Relation::nsubj) break;
    if (word != "by" && word != "from") continue;
    std::uint32_t maker = w + 1;
    while (maker < last && words.tag(maker) == Upos::det) ++maker;
    std::uint32_t end = maker;
    while (end < sentence.end && end < maker + 8 && words.is_capitalized(end) &&
           words.tag(end) != Upos::punct)
      ++end;
    if (end == maker) break;
    return one_line(words.of(WordRange{maker, end})) + " " + name;
  }
  return name;
}

std::string anonymous_name(const ArticleWords& words, WordRange phrase) {
  const std::string description = describe(words, phrase);
  return description.empty() ? std::string(kUnspecified) : "anonymous: " + description;
}

}  // namespace sayso::reading
