#include "claims/content_stems.h"

#include <algorithm>
#include <array>

#include "intake/ascii.h"
#include "reading/lemma.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

// Words of grammar, and words of saying, which an attribution has outside its content; sorted.
constexpr auto kEmptyWords = std::to_array<std::string_view>({
    "a",         "about",    "above",   "according", "across",   "add",     "added",     "after",
    "again",     "against",  "all",     "almost",    "along",    "already", "also",      "although",
    "always",    "am",       "among",   "an",        "and",      "another", "any",       "are",
    "aren't",    "around",   "as",      "ask",       "asked",    "at",      "away",      "back",
    "be",        "because",  "been",    "before",    "being",    "below",   "between",   "both",
    "but",       "by",       "came",    "can",       "can't",    "cannot",  "come",      "comes",
    "could",     "couldn't", "did",     "didn't",    "do",       "does",    "doesn't",   "doing",
    "don't",     "done",     "down",    "during",    "each",     "either",  "else",      "even",
    "ever",      "every",    "few",     "for",       "from",     "further", "gave",      "get",
    "gets",      "give",     "given",   "go",        "goes",     "going",   "gone",      "got",
    "had",       "hadn't",   "has",     "hasn't",    "have",     "haven't", "having",    "he",
    "her",       "here",     "hers",    "herself",   "him",      "himself", "his",       "how",
    "however",   "i",        "i'm",     "i've",      "if",       "in",      "into",      "is",
    "isn't",     "it",       "it's",    "its",       "itself",   "just",    "kind",      "know",
    "known",     "last",     "least",   "less",      "like",     "made",    "make",      "makes",
    "making",    "many",     "may",     "me",        "might",    "mine",    "more",      "most",
    "mr",        "mrs",      "ms",      "much",      "must",     "my",      "myself",    "near",
    "nearly",    "neither",  "never",   "next",      "no",       "nobody",  "none",      "nor",
    "not",       "nothing",  "now",     "of",        "off",      "on",      "once",      "one's",
    "only",      "onto",     "or",      "other",     "others",   "our",     "ours",      "ourselves",
    "out",       "over",     "own",     "per",       "perhaps",  "quite",   "rather",    "really",
    "said",      "same",     "say",     "saying",    "says",     "shall",   "she",       "should",
    "shouldn't", "since",    "so",      "some",      "somebody", "someone", "something", "soon",
    "still",     "such",     "take",    "taken",     "takes",    "taking",  "tell",      "tells",
    "than",      "that",     "that's",  "the",       "their",    "theirs",  "them",      "themselves",
    "then",      "there",    "there's", "these",     "they",     "they're", "thing",     "things",
    "this",      "those",    "though",  "through",   "thus",     "till",    "to",        "today",
    "told",      "too",      "took",    "toward",    "towards",  "under",   "until",     "up",
    "upon",      "us",       "use",     "used",      "very",     "via",     "was",       "wasn't",
    "we",        "we're",    "we've",   "well",      "went",     "were",    "weren't",   "what",
    "when",      "where",    "whether", "which",     "while",    "who",     "whom",      "whose",
    "why",       "will",     "with",    "within",    "without",  "won't",   "would",     "wouldn't",
    "yes",       "yet",      "you",     "you're",    "your",     "yours",   "yourself",
});
static_assert(std::is_sorted(kEmptyWords.begin(), kEmptyWords.end()));

struct NumberWord {
  std::string_view word;
  std::string_view digits;
};
constexpr auto kNumbers = std::to_array<NumberWord>({
    {"one", "1"},      {"two", "2"},        {"three", "3"},     {"four", "4"},      {"five", "5"},
    {"six", "6"},      {"seven", "7"},      {"eight", "8"},     {"nine", "9"},      {"ten", "10"},
    {"eleven", "11"},  {"twelve", "12"},    {"thirteen", "13"}, {"fourteen", "14"}, {"fifteen", "15"},
    {"sixteen", "16"}, {"seventeen", "17"}, {"eighteen", "18"}, {"nineteen", "19"}, {"twenty", "20"},
});

// Longest first, so that "-ations" goes as a whole.
constexpr auto kEndings = std::to_array<std::string_view>({
    "ations", "ements", "ation", "ating", "ement", "ments", "ates", "ated", "ions", "ment",
    "ings",   "ies",    "ied",   "ily",   "ate",   "ion",   "ing",  "ers",  "ors",  "ure",
    "ed",     "es",     "er",    "or",    "ly",    "al",    "s",    "e",    "y",
});
constexpr std::size_t kShortestStem = 4;

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

}  // namespace

std::string stem_of(std::string_view word) {
  for (const NumberWord& number : kNumbers) {
    if (word == number.word) return std::string(number.digits);
  }
  std::string stem(word);
  if (stem.ends_with("'s")) stem.resize(stem.size() - 2);
  if (stem.ends_with("'")) stem.pop_back();
  if (stem.empty() || intake::is_ascii_digit(stem.front())) return stem;
  // Irregular forms first: "went", "shells", "men".
  const std::string noun = reading::lemma_of(stem, Upos::noun);
  stem = noun != stem ? noun : reading::lemma_of(stem, Upos::verb);
  // Twice: "deliveries" loses as much as "delivered".
  for (int round = 0; round < 2; ++round) {
    const auto ending = std::find_if(kEndings.begin(), kEndings.end(), [&](std::string_view e) {
      return stem.ends_with(e) && stem.size() >= kShortestStem + e.size();
    });
    if (ending == kEndings.end()) break;
    stem.resize(stem.size() - ending->size());
  }
  const std::size_t n = stem.size();
  if (n > kShortestStem && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1])) stem.pop_back();
  return stem;
}

std::vector<std::string> small_words(std::string_view text) {
  std::string plain = reading::plain_form(text);
  // Dashes, quotation marks and their kin, U+2000 to U+203F.
  for (std::size_t i = 0; i + 2 < plain.size(); ++i) {
    if (plain[i] == '\xE2' && plain[i + 1] == '\x80') plain.replace(i, 3, 3, ' ');
  }
  std::vector<std::string> words;
  std::string word;
  const auto is_inner = [&](std::size_t i) {
    const char c = plain[i];
    const auto letter = [&](std::size_t at) {
      return at < plain.size() && (intake::is_ascii_digit(plain[at]) || intake::is_ascii_letter(plain[at]) ||
                                   (plain[at] & 0x80) != 0);
    };
    if (letter(i)) return true;
    const bool joins =
        c == '\'' || c == '-' || ((c == '.' || c == ',') && i > 0 && intake::is_ascii_digit(plain[i - 1]));
    return joins && !word.empty() && letter(i + 1);
  };
  for (std::size_t i = 0; i <= plain.size(); ++i) {
    if (i < plain.size() && is_inner(i)) {
      if (plain[i] != ',') word += plain[i];
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

std::vector<std::string> content_stems(std::string_view text) {
  std::vector<std::string> stems;
  for (const std::string& word : small_words(text)) {
    if (reading::contains(kEmptyWords, word)) continue;
    std::string stem = stem_of(word);
    if (stem.size() > 1 || (!stem.empty() && intake::is_ascii_digit(stem.front())))
      stems.push_back(std::move(stem));
  }
  return stems;
}

}  // namespace sayso::claims
