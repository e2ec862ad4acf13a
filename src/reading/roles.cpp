#include "reading/roles.h"

#include <utility>

#include "reading/head_nouns.h"
#include "reading/names.h"
#include "reading/noun_phrases.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Words for one office, and the one that stands for them all; sorted.
constexpr auto kSynonyms = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"adviser", "advisor"},
    {"ambassador", "envoy"},
    {"attorney", "lawyer"},
    {"boss", "chief"},
    {"chair", "chairman"},
    {"chairperson", "chairman"},
    {"chairwoman", "chairman"},
    {"congressman", "representative"},
    {"congresswoman", "representative"},
    {"cop", "officer"},
    {"diplomat", "envoy"},
    {"emissary", "envoy"},
    {"head", "chief"},
    {"leader", "chief"},
    {"organiser", "organizer"},
    {"policeman", "officer"},
    {"policewoman", "officer"},
    {"premier", "minister"},
    {"rep", "representative"},
    {"spokesperson", "spokesman"},
    {"spokeswoman", "spokesman"},
});

// Stand before a title without being part of it.
constexpr auto kLoose = std::to_array<std::string_view>({
    "acting",  "controversial", "current", "embattled", "ex",       "former",  "incoming",
    "late",    "longtime",      "new",     "newly",     "outgoing", "popular", "powerful",
    "retired", "sitting",       "then",    "top",       "veteran",
});
static_assert(std::is_sorted(kLoose.begin(), kLoose.end()));

}  // namespace

std::string_view role_key(std::string_view word) {
  const auto at = std::lower_bound(kSynonyms.begin(), kSynonyms.end(), word,
                                   [](const auto& entry, std::string_view w) { return entry.first < w; });
  return at != kSynonyms.end() && at->first == word ? at->second : word;
}

RolePhrase read_role(const ArticleWords& words, WordRange phrase, std::uint32_t noun) {
  RolePhrase role;
  const std::string head = singular(words.small(noun));
  role.key = role_key(head);
  std::uint32_t begin = phrase.begin;
  for (std::uint32_t w = phrase.begin; w < noun; ++w) {
    if (!words.is_possessive(w)) continue;
    role.of = {phrase.begin, w};
    begin = w + 1;
  }
  while (begin < noun && (words.tag(begin) == Upos::det || words.tag(begin) == Upos::pron)) {
    // "its commander": whose is not a name, and is left to the reader of pronouns.
    ++begin;
  }
  while (begin < noun && (contains(kLoose, words.small(begin)) || words.tag(begin) == Upos::punct)) ++begin;
  // "the Vesland ambassador", "FBI director": a capitalised adjective or name before the title says whose it
  // is.
  std::uint32_t title = begin;
  while (title < noun && words.is_capitalized(title) && !words.is_capitalized(noun)) ++title;
  if (title > begin && role.of.size() == 0) role.of = {begin, title};
  if (title > begin) begin = title;
  role.title = one_line(words.of(WordRange{begin, noun + 1}));
  if (role.of.size() == 0 && noun + 1 < phrase.end) {
    const std::string preposition = words.small(noun + 1);
    if (preposition == "of" || preposition == "at" || preposition == "for") role.of = {noun + 2, phrase.end};
  }
  role.of = without_determiner(words, role.of);
  return role;
}

}  // namespace sayso::reading
