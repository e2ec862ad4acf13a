#include "reading/names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "intake/ascii.h"
#include "intake/utf8.h"
#include "reading/given_names.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Stand before a name without being part of it; sorted, without dots.
constexpr auto kHonorifics = std::to_array<std::string_view>({
    "adm",  "amb",         "atty",          "ayatollah", "brig", "capt",  "cardinal", "cmdr",
    "col",  "congressman", "congresswoman", "cpl",       "dame", "det",   "dr",       "emir",
    "fr",   "gen",         "gov",           "hon",       "imam", "king",  "lady",     "lord",
    "lt",   "madam",       "maj",           "miss",      "mr",   "mrs",   "ms",       "mx",
    "pope", "pres",        "prince",        "princess",  "prof", "queen", "rabbi",    "rep",
    "reps", "rev",         "reverend",      "sen",       "sens", "sgt",   "sheikh",   "sheriff",
    "sir",  "sra",         "supt",
});
static_assert(std::is_sorted(kHonorifics.begin(), kHonorifics.end()));

// "the", "a", "an" and what else may open a name without being part of it.
constexpr auto kArticles = std::to_array<std::string_view>({
    "a",
    "an",
    "the",
});
static_assert(std::is_sorted(kArticles.begin(), kArticles.end()));

// Behind a family name.
constexpr auto kSuffixes = std::to_array<std::string_view>({
    "ii",
    "iii",
    "iv",
    "jr",
    "sr",
});
static_assert(std::is_sorted(kSuffixes.begin(), kSuffixes.end()));

// Words that tell two bodies or places of otherwise one name apart, sorted.
constexpr auto kContrasts = std::to_array<std::string_view>({
    "central",
    "east",
    "eastern",
    "inner",
    "lower",
    "new",
    "north",
    "northern",
    "old",
    "outer",
    "south",
    "southern",
    "upper",
    "west",
    "western",
});
static_assert(std::is_sorted(kContrasts.begin(), kContrasts.end()));

constexpr auto kFemaleTitles = std::to_array<std::string_view>({
    "congresswoman",
    "dame",
    "lady",
    "madam",
    "miss",
    "mrs",
    "ms",
    "princess",
    "queen",
    "sra",
});
static_assert(std::is_sorted(kFemaleTitles.begin(), kFemaleTitles.end()));
constexpr auto kMaleTitles = std::to_array<std::string_view>({
    "congressman",
    "fr",
    "imam",
    "king",
    "lord",
    "mr",
    "pope",
    "prince",
    "sir",
});
static_assert(std::is_sorted(kMaleTitles.begin(), kMaleTitles.end()));

std::string without_accents(std::string_view words) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return intake::ascii_lower(words);
  icu::UnicodeString folded =
      icu::UnicodeString::fromUTF8(icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size())));
  folded.foldCase();
  const icu::UnicodeString parted = nfkd->normalize(folded, status);
  if (U_FAILURE(status)) return intake::ascii_lower(words);
  icu::UnicodeString letters;
  for (std::int32_t i = 0; i < parted.length();) {
    const UChar32 c = parted.char32At(i);
    i += U16_LENGTH(c);
    if (u_charType(c) != U_NON_SPACING_MARK) letters.append(c);
  }
  std::string result;
  letters.toUTF8String(result);
  return result;
}

std::string folded(std::string_view words) {
  const bool ascii =
      std::all_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? intake::ascii_lower(words) : without_accents(words);
}

// Letters, digits and blanks: dots go, so that "U.S." is one word; an apostrophe stays inside a word; all
// other marks become blanks.
std::string words_only(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    const char32_t c = intake::next_code_point(text, at);
    if (c == '.') continue;
    if (c == 0x2019 || c == 0x2018 || c == '\'') {
      result += '\'';
    } else if (u_isalnum(static_cast<UChar32>(c))) {
      intake::append_utf8(result, c);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && (result.back() == ' ' || result.back() == '\'')) result.pop_back();
  return result;
}

bool is_initial_of(const std::string& a, const std::string& b) {
  return (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

bool same_given_name(const std::string& a, const std::string& b) {
  return a == b || is_initial_of(a, b) || is_nickname_of(a, b);
}

// The first letter of each word, and separately every capital.
struct Letters {
  std::string firsts;
  std::string telling_firsts;  // without "of", "and", "the", "for"
  std::string capitals;
};

Letters letters_of(std::string_view name) {
  static constexpr auto kSmall = std::to_array<std::string_view>({
      "and",
      "de",
      "for",
      "in",
      "of",
      "on",
      "the",
      "to",
  });
  static_assert(std::is_sorted(kSmall.begin(), kSmall.end()));
  Letters letters;
  for (const std::string& word : split_words(words_only(folded(name)))) {
    letters.firsts += word[0];
    if (!contains(kSmall, word)) letters.telling_firsts += word[0];
  }
  for (const char c : name) {
    if (intake::is_ascii_upper(c)) letters.capitals += intake::ascii_lower(c);
  }
  return letters;
}

}  // namespace

std::string normal_form(std::string_view words) {
  std::string form = words_only(folded(bare(words)));
  for (const std::string_view article : kArticles) {
    if (form.size() > article.size() + 1 && form.starts_with(article) && form[article.size()] == ' ') {
      form.erase(0, article.size() + 1);
      break;
    }
  }
  return form;
}

std::string_view bare(std::string_view words) {
  const auto is_mark = [](char32_t c) {
    return c != '.' && c != ')' && !u_isalnum(static_cast<UChar32>(c)) &&
           u_charType(static_cast<UChar32>(c)) != U_NON_SPACING_MARK;
  };
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    if (!is_mark(intake::next_code_point(words, at))) {
      words.remove_prefix(begin);
      break;
    }
    if (at >= words.size()) return {};
  }
  for (std::size_t end = words.size(); end > 0;) {
    const std::size_t behind = end;
    if (!is_mark(intake::previous_code_point(words, end))) {
      words = words.substr(0, behind);
      break;
    }
    words = words.substr(0, end);
  }
  for (const std::string_view ending : {"'s", "’s", "'S", "’S"}) {
    if (words.size() > ending.size() && words.ends_with(ending))
      return words.substr(0, words.size() - ending.size());
  }
  return words;
}

std::vector<std::string> split_words(std::string_view words) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t end = std::min(words.find(' ', i), words.size());
    if (end > i) parts.emplace_back(words.substr(i, end - i));
    i = end + 1;
  }
  return parts;
}

std::string one_line(std::string_view words) {
  std::string line;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = intake::next_code_point(words, at);
    if (!u_isUWhiteSpace(static_cast<UChar32>(c))) {
      intake::append_utf8(line, c);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

bool is_honorific(std::string_view word) {
  std::string plain = folded(word);
  std::erase(plain, '.');
  return contains(kHonorifics, plain);
}

PersonName parse_person(std::string_view name) {
  PersonName person;
  person.parts = split_words(normal_form(name));
  while (person.parts.size() > 1 && contains(kHonorifics, person.parts.front())) {
    if (contains(kFemaleTitles, person.parts.front())) person.gender = Gender::female;
    if (contains(kMaleTitles, person.parts.front())) person.gender = Gender::male;
    person.parts.erase(person.parts.begin());
  }
  while (person.parts.size() > 1 && contains(kSuffixes, person.parts.back())) person.parts.pop_back();
  if (person.gender == Gender::unknown && !person.parts.empty()) {
    person.gender = gender_of_given_name(person.parts.front());
  }
  return person;
}

bool may_be_one_person(const PersonName& a, const PersonName& b) {
  if (a.parts.empty() || b.parts.empty()) return false;
  const bool a_shorter = a.parts.size() <= b.parts.size();
  const auto& fewer = a_shorter ? a.parts : b.parts;
  const auto& more = a_shorter ? b.parts : a.parts;
  if (fewer.size() == 1) {
    return std::find(more.begin(), more.end(), fewer[0]) != more.end() && fewer[0].size() > 1;
  }
  if (!same_given_name(fewer[0], more[0])) {
    // "Rodham Clinton" within "Hillary Rodham Clinton"
    return std::search(more.begin(), more.end(), fewer.begin(), fewer.end()) != more.end();
  }
  // Family names of two words may lose the second one: "Pilar Undurraga Vial" is "Pilar Undurraga".
  for (std::size_t i = 1; i < fewer.size(); ++i) {
    const bool met = std::any_of(more.begin() + 1, more.end(), [&](const std::string& part) {
      return part == fewer[i] || (i + 1 < fewer.size() && is_initial_of(part, fewer[i]));
    });
    if (!met && (i + 1 == fewer.size() || fewer.size() == 2)) return false;
  }
  return fewer.back() == more.back() || std::find(more.begin() + 1, more.end(), fewer.back()) != more.end();
}

bool is_acronym(std::string_view word) {
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (const char c : word) {
    if (intake::is_ascii_upper(c)) {
      ++capitals;
    } else if (intake::is_ascii_letter(c)) {
      ++small;
    } else if (c != '.' && c != '-' && c != '&' && !intake::is_ascii_digit(c)) {
      return false;
    }
  }
  return capitals >= 2 && capitals <= 8 && small * 2 <= capitals && small <= 1;
}

bool abbreviates(std::string_view acronym, std::string_view name) {
  std::string wanted = folded(acronym);
  std::erase_if(wanted, [](char c) { return !intake::is_ascii_letter(c); });
  if (wanted.size() < 2 || name.size() <= acronym.size()) return false;
  const Letters letters = letters_of(name);
  return wanted == letters.firsts || wanted == letters.telling_firsts || wanted == letters.capitals;
}

bool told_apart(std::string_view normal_a, std::string_view normal_b) {
  const auto contrasts = [](std::string_view name) {
    std::vector<std::string> words;
    for (std::string& word : split_words(name)) {
      const bool number = std::any_of(word.begin(), word.end(), intake::is_ascii_digit);
      if (number || contains(kContrasts, word)) words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end());
    return words;
  };
  return contrasts(normal_a) != contrasts(normal_b);
}

}  // namespace sayso::reading
