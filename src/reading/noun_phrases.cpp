#include "reading/noun_phrases.h"

#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Prepositions whose words go with a person's or body's description, sorted.
constexpr auto kComplements = std::to_array<std::string_view>({
    "at",
    "for",
    "from",
    "in",
    "of",
    "on",
    "to",
    "with",
});
static_assert(std::is_sorted(kComplements.begin(), kComplements.end()));

constexpr auto kDayWords = std::to_array<std::string_view>({
    "april",     "august", "december", "february", "friday",   "january",   "july",
    "june",      "march",  "may",      "monday",   "november", "october",   "saturday",
    "september", "sunday", "thursday", "today",    "tuesday",  "wednesday", "yesterday",
});
static_assert(std::is_sorted(kDayWords.begin(), kDayWords.end()));

constexpr auto kOwners = std::to_array<std::string_view>({
    "another",
    "her",
    "his",
    "its",
    "my",
    "our",
    "that",
    "their",
    "these",
    "this",
    "those",
    "your",
});
static_assert(std::is_sorted(kOwners.begin(), kOwners.end()));

bool may_modify(const ArticleWords& words, std::uint32_t word, std::uint32_t noun, std::uint32_t begin) {
  const auto above = words.head(word);
  const bool inside = above && *above >= begin && *above <= noun;
  switch (words.tag(word)) {
    case Upos::adj:
    case Upos::num:
      return true;
    case Upos::noun:
    case Upos::propn:
      if (contains(kDayWords, words.small(word))) return false;
      // "Vladimir [Putin]’s envoy": both may hang on the envoy.
      if (words.tag(word) == Upos::propn && words.tag(word + 1) == Upos::propn) return true;
      return inside || words.hangs_on(word, noun);
    case Upos::verb:
    case Upos::adv:
    case Upos::x:
    case Upos::intj:
      return inside && words.relation(word) != Relation::nsubj;
    case Upos::sym:
      return words.of(word) == "-" || words.of(word) == "/" || words.of(word) == "$";
    case Upos::punct:
      return words.of(word) == "-" || words.of(word) == "–";
    default:
      return false;
  }
}

bool is_determiner(const ArticleWords& words, std::uint32_t word) {
  return words.tag(word) == Upos::det ||
         (words.tag(word) == Upos::pron && contains(kOwners, words.small(word)));
}

// Whether a noun goes on behind `word`: "Foreign [Ministry]", "Russia [’s Ministry]".
bool goes_on(const ArticleWords& words, std::uint32_t word, std::uint32_t end) {
  std::uint32_t next = word + 1;
  if (words.is_possessive(next) || words.of(next) == "-") ++next;
  if (next >= end) return false;
  const Upos tag = words.tag(next);
  return tag == Upos::noun || tag == Upos::propn || (tag == Upos::adj && next > word + 1);
}

}  // namespace

WordRange noun_phrase(const ArticleWords& words, std::uint32_t noun) {
  if (noun >= words.size()) return {noun, noun};
  const std::uint32_t first = words.sentence_of(noun).begin;
  std::uint32_t begin = noun;
  std::uint32_t anchor = noun;  // the noun itself, or its owner, whose words stand before it
  while (begin > first && noun - begin < kLongestPhrase) {
    const std::uint32_t word = begin - 1;
    if (words.is_possessive(word) && word > first && words.is_noun(word - 1)) {
      anchor = begin = word - 1;
      continue;
    }
    if (is_determiner(words, word)) {
      begin = word;
      break;
    }
    if (!may_modify(words, word, anchor, begin)) break;
    begin = word;
  }
  // A hyphen alone opens no phrase.
  while (begin < noun && (words.tag(begin) == Upos::punct || words.is_possessive(begin))) ++begin;
  return {begin, noun + 1};
}

WordRange with_complements(const ArticleWords& words, WordRange phrase, std::uint32_t noun) {
  const std::uint32_t sentence_end = words.sentence_of(noun).end;
  std::uint32_t end = phrase.end;
  for (int complements = 0; complements < 3; ++complements) {
    std::uint32_t at = end;
    if (words.small(at) == "familiar") ++at;  // "people familiar with the plan"
    if (at >= sentence_end || words.tag(at) != Upos::adp) break;
    const std::string preposition = words.small(at);
    if (!contains(kComplements, preposition)) break;
    ++at;
    const std::uint32_t last = std::min(sentence_end, end + kLongestPhrase);
    while (at < last && !words.is_noun(at)) {
      const Upos tag = words.tag(at);
      if (tag != Upos::adj && tag != Upos::det && tag != Upos::num && tag != Upos::pron && tag != Upos::x)
        break;
      ++at;
    }
    if (at >= last || !words.is_noun(at)) break;
    while (goes_on(words, at, last)) at += words.is_possessive(at + 1) || words.of(at + 1) == "-" ? 2 : 1;
    while (at < last && !words.is_noun(at)) ++at;
    if (at >= last || contains(kDayWords, words.small(at))) break;
    // "told reporters in Kabul": the tree must not say that the words go with the verb; "of" needs no proof.
    if (preposition != "of" && !words.hangs_on(at, noun)) break;
    end = at + 1;
  }
  return {phrase.begin, end};
}

WordRange without_determiner(const ArticleWords& words, WordRange phrase) {
  while (phrase.size() > 1) {
    const Upos tag = words.tag(phrase.begin);
    if (tag != Upos::det && tag != Upos::pron && tag != Upos::punct) break;
    ++phrase.begin;
  }
  return phrase;
}

std::optional<std::uint32_t> head_of_phrase(const ArticleWords& words, WordRange phrase) {
  std::optional<std::uint32_t> last;
  const std::uint32_t end = std::min(phrase.end, words.size());
  for (std::uint32_t word = phrase.begin; word < end; ++word) {
    switch (words.tag(word)) {
      case Upos::noun:
      case Upos::propn:
        last = word;
        break;
      case Upos::adp:
      case Upos::sconj:
      case Upos::cconj:
      case Upos::pron:
      case Upos::aux:
        if (last) return last;
        break;
      case Upos::verb:
        if (last && words.relation(word) != Relation::amod && words.relation(word) != Relation::compound)
          return last;
        break;
      case Upos::punct:
        if (last && (words.of(word) == "," || words.of(word) == "(" || words.of(word) == "[" ||
                     words.of(word) == ":"))
          return last;
        break;
      default:
        break;
    }
  }
  return last;
}

}  // namespace sayso::reading
