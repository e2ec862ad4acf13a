#include "reading/article_words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "intake/ascii.h"
#include "intake/utf8.h"
#include "intake/words.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

constexpr auto kPronouns = std::to_array<std::string_view>({
    "all",       "another",    "any",       "anybody",    "anyone",  "anything", "both",       "each",
    "either",    "everybody",  "everyone",  "everything", "few",     "he",       "her",        "hers",
    "herself",   "him",        "himself",   "his",        "i",       "it",       "its",        "itself",
    "many",      "me",         "mine",      "more",       "most",    "much",     "my",         "myself",
    "neither",   "no",         "nobody",    "none",       "nothing", "one",      "oneself",    "other",
    "our",       "ours",       "ourselves", "own",        "she",     "some",     "somebody",   "someone",
    "something", "such",       "that",      "their",      "theirs",  "them",     "themselves", "there",
    "these",     "they",       "this",      "those",      "us",      "we",       "what",       "whatever",
    "which",     "who",        "whoever",   "whom",       "whose",   "you",      "your",       "yours",
    "yourself",  "yourselves",
});
static_assert(std::is_sorted(kPronouns.begin(), kPronouns.end()));

bool may_end_a_name(char32_t c) {
  return c == '.' || c == ')' || c == ']' || c == '%' || u_isalnum(static_cast<UChar32>(c)) ||
         u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool may_begin_a_name(char32_t c) {
  return c == '@' || c == '#' || c == '$' || u_isalnum(static_cast<UChar32>(c));
}

Span trimmed(std::string_view text, Span span) {
  std::size_t begin = span.begin;
  std::size_t end = span.end;
  while (begin < end) {
    std::size_t next = begin;
    if (may_begin_a_name(intake::next_code_point(text, next))) break;
    begin = next;
  }
  while (begin < end) {
    std::size_t before = end;
    if (may_end_a_name(intake::previous_code_point(text, before))) break;
    end = before;
  }
  if (begin >= end) return span;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::string_view ArticleWords::of(std::uint32_t word) const {
  return word < size() ? layers_->words[word].text.of(text_) : std::string_view{};
}

std::string ArticleWords::small(std::uint32_t word) const {
  if (word >= size()) return {};
  return intake::ascii_lower(trimmed(text_, layers_->words[word].text).of(text_));
}

// A name in a pronoun's place ("Zimmerman described") is now and then tagged as one; pronouns are a closed
// class.
Upos ArticleWords::tag(std::uint32_t word) const {
  if (word >= size()) return Upos::x;
  const Upos tag = layers_->words[word].tag;
  if (tag != Upos::pron || contains(kPronouns, small(word))) return tag;
  return is_capitalized(word) && word != sentence_of(word).begin ? Upos::propn : Upos::noun;
}

Relation ArticleWords::relation(std::uint32_t word) const {
  return word < size() ? layers_->words[word].relation : Relation::root;
}

std::optional<std::uint32_t> ArticleWords::head(std::uint32_t word) const {
  if (word >= size()) return {};
  const auto above = layers_->words[word].head;
  return above && *above < size() ? above : std::nullopt;
}

std::uint32_t ArticleWords::sentence(std::uint32_t word) const {
  return word < size() ? layers_->words[word].sentence
                       : static_cast<std::uint32_t>(layers_->sentences.size());
}

WordRange ArticleWords::sentence_of(std::uint32_t word) const {
  const std::uint32_t number = sentence(word);
  return number < layers_->sentences.size() ? layers_->sentences[number].words : WordRange{word, word};
}

bool ArticleWords::is_possessive(std::uint32_t word) const {
  if (tag(word) != Upos::part && relation(word) != Relation::case_) return false;
  const std::string_view mark = of(word);
  return mark == "'s" || mark == "’s" || mark == "'" || mark == "’" || mark == "'S" || mark == "’S";
}

bool ArticleWords::is_capitalized(std::uint32_t word) const {
  return word < size() && intake::is_capitalized(trimmed(text_, layers_->words[word].text).of(text_));
}

bool ArticleWords::hangs_on(std::uint32_t word, std::uint32_t above, std::uint32_t steps) const {
  for (std::optional<std::uint32_t> at = word; at && steps > 0; at = head(*at), --steps) {
    if (*at == above) return true;
  }
  return false;
}

Span ArticleWords::span(WordRange words) const {
  if (words.begin >= words.end || words.end > size()) return {};
  return trimmed(text_, {layers_->words[words.begin].text.begin, layers_->words[words.end - 1].text.end});
}

std::string_view ArticleWords::of(WordRange words) const {
  return span(words).of(text_);
}

std::uint32_t ArticleWords::first_behind(std::uint32_t byte) const {
  const auto& words = layers_->words;
  const auto at = std::partition_point(words.begin(), words.end(),
                                       [&](const Word& word) { return word.text.end <= byte; });
  return static_cast<std::uint32_t>(at - words.begin());
}

WordRange ArticleWords::words_in(Span span) const {
  WordRange range{first_behind(span.begin), 0};
  range.end = range.begin;
  const auto& words = layers_->words;
  const auto at = std::partition_point(words.begin(), words.end(),
                                       [&](const Word& word) { return word.text.begin < span.end; });
  range.end = std::max(range.begin, static_cast<std::uint32_t>(at - words.begin()));
  return range;
}

}  // namespace sayso::reading
