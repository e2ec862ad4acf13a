#include "claims/sentences.h"

#include <array>
#include <cstddef>
#include <string>

#include "intake/ascii.h"
#include "reading/lemma.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

// Before their full stop; sorted.
constexpr auto kAbbreviations = std::to_array<std::string_view>({
    "a.m", "adm",  "apr", "aug", "capt", "co",  "col", "corp", "dec", "dr",   "e.g", "etc",
    "feb", "gen",  "gov", "i.e", "inc",  "jan", "jr",  "jul",  "jun", "lt",   "ltd", "maj",
    "mar", "mr",   "mrs", "ms",  "mt",   "no",  "nov", "oct",  "p.m", "prof", "rep", "rev",
    "sen", "sept", "sgt", "sr",  "st",   "u.k", "u.n", "u.s",  "vs",
});
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end()));

// The length of a closing mark that begins at `at`: quotation marks, brackets.
std::size_t closing_mark(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '"' || text[at] == '\'' || text[at] == ')' || text[at] == ']') return 1;
  const std::string_view three = text.substr(at, 3);
  return three == "\u201D" || three == "\u2019" ? 3 : 0;
}

bool abbreviates(std::string_view text, std::size_t stop) {
  std::size_t begin = stop;
  while (begin > 0 && !intake::is_ascii_space(text[begin - 1]) && stop - begin < 8) --begin;
  while (begin < stop && !intake::is_ascii_letter(text[begin])) ++begin;
  const std::string word = reading::plain_form(text.substr(begin, stop - begin));
  const bool initial = word.size() == 1 && intake::is_ascii_upper(text[begin]);
  return initial || reading::contains(kAbbreviations, word);
}

// Whether a sentence may begin here: not in small letters.
bool may_begin(std::string_view text, std::size_t at) {
  return at >= text.size() || !(text[at] >= 'a' && text[at] <= 'z');
}

}  // namespace

std::vector<Span> sentences_in(std::string_view text, Span within) {
  std::vector<Span> sentences;
  const std::string_view part = text.substr(0, within.end);
  std::size_t begin = within.begin;
  const auto skip_blanks = [&](std::size_t at) {
    while (at < part.size() && intake::is_ascii_space(part[at])) ++at;
    return at;
  };
  begin = skip_blanks(begin);
  for (std::size_t i = begin; i < part.size();) {
    const bool stop = part[i] == '.';
    if (!stop && part[i] != '!' && part[i] != '?') {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (const std::size_t mark = closing_mark(part, end)) end += mark;
    const bool blank = end == part.size() || intake::is_ascii_space(part[end]);
    const std::size_t next = skip_blanks(end);
    if (blank && may_begin(part, next) && (next == part.size() || !stop || !abbreviates(part, i))) {
      sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      begin = next;
    }
    i = std::max(end, i + 1);
  }
  std::size_t end = part.size();
  while (end > begin && intake::is_ascii_space(part[end - 1])) --end;
  if (end > begin) sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  return sentences;
}

}  // namespace sayso::claims
