#include "reading/catalog_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>

#include "intake/ascii.h"

namespace sayso::reading {
namespace {

constexpr char kAcronymMark = '\x01';
constexpr std::size_t kLongestAcronym = 5;  // characters

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters that Unicode does not take apart into a base and a mark, sorted.
struct Folding {
  UChar32 from;
  std::string_view to;
};
constexpr std::array<Folding, 16> kFoldings = {{{0xC6, "Ae"},
                                                {0xD0, "D"},
                                                {0xD8, "O"},
                                                {0xDE, "Th"},
                                                {0xDF, "ss"},
                                                {0xE6, "ae"},
                                                {0xF0, "d"},
                                                {0xF8, "o"},
                                                {0xFE, "th"},
                                                {0x110, "D"},
                                                {0x111, "d"},
                                                {0x131, "i"},
                                                {0x141, "L"},
                                                {0x142, "l"},
                                                {0x152, "Oe"},
                                                {0x153, "oe"}}};

// "" for what is left out, empty optional for what stays as it is.
std::optional<std::string_view> replacement(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BB:
    case 0x2BC:
    case 0x2BF:
    case 0x60:
    case 0xB4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0xAD:    // soft hyphen
    case 0x200B:  // zero-width blank
    case 0xFEFF:
      return "";
    default:
      break;
  }
  if (c >= 0x2010 && c <= 0x2015) return "-";
  if (u_isUWhiteSpace(c)) return " ";
  const auto* const folding = std::ranges::lower_bound(kFoldings, c, {}, &Folding::from);
  if (folding != kFoldings.end() && folding->from == c) return folding->to;
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CC_MASK)) != 0) return "";
  return std::nullopt;
}

// Without accents; typographic quotes, dashes and blanks become the typewriter's. ASCII comes out as it is.
std::string fold_accents(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
  const icu::UnicodeString parts = normalizer->normalize(icu::UnicodeString::fromUTF8(bytes), status);
  if (U_FAILURE(status)) return std::string(text);
  std::string folded;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (const auto other = replacement(c)) {
      folded += *other;
    } else {
      icu::UnicodeString(c).toUTF8String(folded);
    }
  }
  return folded;
}

std::string lower(std::string_view text) {
  if (is_ascii(text)) return intake::ascii_lower(text);
  std::string result;
  const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
  icu::UnicodeString::fromUTF8(bytes).foldCase().toUTF8String(result);
  return result;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && intake::is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && intake::is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

// Takes an article off the front, where something follows.
bool take_article(std::string_view& text, std::string_view article) {
  if (text.size() <= article.size() + 1 || !intake::is_ascii_space(text[article.size()])) return false;
  if (!intake::starts_nocase(text, article)) return false;
  text = trim(text.substr(article.size()));
  return true;
}

// Words with one blank between; hyphens part words, full stops, commas, apostrophes and quotes vanish.
std::string join_words(std::string_view text) {
  std::string joined;
  bool blank = false;
  for (const char c : text) {
    if (c == '.' || c == ',' || c == '\'' || c == '"') continue;
    if (c == '-' || intake::is_ascii_space(c)) {
      blank = true;
      continue;
    }
    if (c == '&') {
      joined += joined.empty() ? "and " : " and ";
      blank = false;
      continue;
    }
    if (blank && !joined.empty() && joined.back() != ' ') joined += ' ';
    blank = false;
    joined += c;
  }
  while (!joined.empty() && joined.back() == ' ') joined.pop_back();
  return joined;
}

struct Letters {
  std::size_t characters = 0;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool lower_start = false;
};

Letters count_letters(std::string_view text) {
  Letters count;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    ++count.characters;
    if (c < 0 || !u_isUAlphabetic(c)) continue;
    ++count.letters;
    const bool small = u_isULowercase(c) != 0;
    if (!small) ++count.capitals;
    if (count.letters == 1) count.lower_start = small;
  }
  return count;
}

// "WHO", "G20", "AfD", "dpa", but not "Nato": its look is all that tells it from a word.
bool is_acronym(std::string_view text, const Letters& count) {
  if (count.characters < 2 || count.characters > kLongestAcronym ||
      text.find(' ') != std::string_view::npos || !is_ascii(text)) {
    return false;
  }
  return count.capitals != 1 || count.capitals == count.letters;
}

// "Miss.", "Ore.": one word, a full stop behind it, none in it, no acronym.
bool is_abbreviation(std::string_view text, const Letters& count) {
  return text.size() > 2 && text.size() <= kLongestAcronym + 1 && text.back() == '.' && count.capitals == 1 &&
         count.letters + 1 == text.size();
}

std::optional<CatalogKey> key_of(std::string_view text, bool article) {
  const std::string joined = join_words(text);
  const Letters count = count_letters(joined);
  if (count.letters == 0) return std::nullopt;
  CatalogKey key;
  key.article = article;
  key.acronym = is_acronym(joined, count);
  key.lower_start = count.lower_start;
  key.capital = count.capitals > 0;
  key.text = key.acronym ? kAcronymMark + joined : lower(joined);
  if (!key.acronym && is_abbreviation(text, count)) key.text += '.';
  return key;
}

bool take_possessive(std::string_view& text) {
  if (text.size() > 2 && (text.ends_with("'s") || text.ends_with("'S"))) {
    text.remove_suffix(2);
    return true;
  }
  if (text.size() > 2 && (text.ends_with("s'") || text.ends_with("S'"))) {
    text.remove_suffix(1);
    return true;
  }
  return false;
}

}  // namespace

std::optional<CatalogKey> make_catalog_key(std::string_view name) {
  if (name.size() > kLongestName) return std::nullopt;
  const std::string folded = fold_accents(name);
  std::string_view text = trim(folded);
  const bool article = take_article(text, "the");
  return key_of(text, article);
}

std::vector<CatalogKey> make_catalog_queries(std::string_view words) {
  std::vector<CatalogKey> keys;
  if (words.size() > kLongestName) return keys;
  const std::string folded = fold_accents(words);
  std::string_view text = trim(folded);
  const bool article = take_article(text, "the");
  if (!article && !take_article(text, "an")) take_article(text, "a");
  const auto add = [&](std::string_view name) {
    std::optional<CatalogKey> key = key_of(name, article);
    if (!key) return;
    const bool abbreviation = key->text.back() == '.';
    const bool shouted = key->acronym;
    keys.push_back(*std::move(key));
    CatalogKey& closest = keys.back();
    if (!abbreviation && !shouted) return;
    // "IRAN" in a headline, "Russia." at the end of a sentence.
    CatalogKey loose = closest;
    loose.acronym = false;
    loose.text = shouted ? lower(std::string_view(closest.text).substr(1))
                         : closest.text.substr(0, closest.text.size() - 1);
    keys.push_back(std::move(loose));
  };
  add(text);
  if (take_possessive(text)) add(text);
  return keys;
}

}  // namespace sayso::reading
