#include "intake/words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

#include "intake/ascii.h"
#include "intake/blanks.h"
#include "intake/utf8.h"

namespace sayso::intake {
namespace {

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c));
}
bool is_capital(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}
bool is_small(char32_t c) {
  return u_islower(static_cast<UChar32>(c));
}

// Marks that may stand behind a sentence's full stop.
bool closes(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == 0x2019 || c == 0x201D ||
         c == 0xBB || c == 0x203A;
}

bool is_sentence_mark(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
         c == 0x0964 || c == 0x061F || c == 0x06D4;
}

// The first letter or digit, or 0.
char32_t first_sign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (u_isalnum(static_cast<UChar32>(c))) return c;
  }
  return 0;
}

constexpr std::string_view kReporting[] = {
    "accused",   "acknowledged", "added",   "admitted",  "announced", "argued",    "asked",    "asserted",
    "believe",   "believes",     "called",  "claimed",   "claims",    "commented", "conceded", "confirmed",
    "declared",  "denied",       "denies",  "explained", "insisted",  "insists",   "noted",    "quoted",
    "replied",   "reported",     "reports", "said",      "say",       "saying",    "says",     "stated",
    "suggested", "suggests",     "tell",    "telling",   "tells",     "thinks",    "thought",  "told",
    "tweeted",   "urged",        "warned",  "warns",     "wrote",     "according"};

}  // namespace

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (text[at] > ' ' && text[at] < '\x7F') {  // most of them
      ++at;
      continue;
    }
    if (!is_blank(next_code_point(text, at))) continue;
    if (here > begin) words.push_back(text.substr(begin, here - begin));
    begin = at;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

bool is_capitalized(std::string_view word) {
  return is_capital(first_sign(word));
}

bool is_all_capitals(std::string_view word) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (is_small(c)) return false;
    capitals += is_letter(c);
  }
  return capitals >= 2 || (capitals == 1 && word.ends_with('.'));
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_letter(next_code_point(text, at))) return true;
  }
  return false;
}

bool has_letter_or_digit(std::string_view text) {
  return first_sign(text) != 0;
}

bool starts_with_small_letter(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_small(next_code_point(text, at));
}

bool ends_sentence(std::string_view line) {
  std::size_t end = trim(line).size();
  line = trim(line);
  while (end > 0) {
    const char32_t c = previous_code_point(line, end);
    if (is_sentence_mark(c)) return true;
    if (!closes(c)) return false;
  }
  return false;
}

bool has_quotation_mark(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2018 || c == 0x300C)
      return true;
  }
  return false;
}

bool has_reporting_word(std::string_view text) {
  for (std::string_view word : split_words(text)) {
    while (!word.empty() && !is_ascii_letter(word.back())) word.remove_suffix(1);
    while (!word.empty() && !is_ascii_letter(word.front())) word.remove_prefix(1);
    if (std::any_of(std::begin(kReporting), std::end(kReporting),
                    [&](auto cue) { return same_nocase(word, cue); }))
      return true;
  }
  return false;
}

}  // namespace sayso::intake
