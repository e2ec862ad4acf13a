#include "claims/stance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>
#include <set>

#include "claims/content_stems.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

// Sorted.
constexpr auto kNegations = std::to_array<std::string_view>({
    "ain't",   "aren't",    "baseless", "can't",  "cannot",  "couldn't", "denied",  "denies",
    "didn't",  "doesn't",   "don't",    "false",  "hadn't",  "hasn't",   "haven't", "isn't",
    "neither", "never",     "no",       "nobody", "none",    "nor",      "not",     "nothing",
    "nowhere", "unfounded", "untrue",   "wasn't", "weren't", "without",  "won't",   "wouldn't",
});
static_assert(std::is_sorted(kNegations.begin(), kNegations.end()));

// "no longer" and "no later" are about time, "not only" says that it is so.
constexpr auto kNoNegations = std::to_array<std::string_view>({
    "doubt",
    "just",
    "longer",
    "merely",
    "only",
    "simply",
    "surprise",
    "wonder",
});
static_assert(std::is_sorted(kNoNegations.begin(), kNoNegations.end()));

// Phrases by which speakers leave it open, padded with blanks.
constexpr auto kOpenPhrases = std::to_array<std::string_view>({
    " as far as i am aware ",
    " as far as i know ",
    " cannot rule out ",
    " can't rule out ",
    " cannot confirm ",
    " can't confirm ",
    " could not confirm ",
    " is possible ",
    " it is unclear ",
    " may have ",
    " may well ",
    " might ",
    " not certain ",
    " not clear ",
    " not sure ",
    " not yet clear ",
    " possibly ",
    " remains unclear ",
    " to my knowledge ",
    " too early to ",
    " too soon to ",
});

// Stems of words that exclude each other; a row's sides may be several words.
struct Contrast {
  std::string_view a, b;  // padded with blanks
};
constexpr auto kContrasts = std::to_array<Contrast>({
    {" open reopen restart resum ", " close clos shut shutter suspend halt "},
    {" saf fine harmless unharm ", " unsaf danger dangerous poison toxic contamin "},
    {" aliv surviv ", " dead die kill deceas "},
    {" ris rise increas grow climb ", " fall declin decreas drop shrink "},
    {" win won victor ", " lose lost defeat "},
    {" accept approv agre back support ", " reject refus oppos veto "},
    {" guilt convict ", " innocent acquit "},
    {" tru true genuin authentic correct ", " fals fake forg forge untru baseless wrong incorrect "},
    {" allow permit ", " ban forbid prohibit bar "},
    {" succeed success ", " fail failur "},
    {" releas freed free ", " detain hold jail arrest imprison "},
});

std::string padded(const std::vector<std::string>& words) {
  std::string line = " ";
  for (const std::string& word : words) line += word + " ";
  return line;
}

bool has_word(std::string_view side, std::string_view word) {
  for (std::size_t at = side.find(word); at != side.npos && !word.empty(); at = side.find(word, at + 1)) {
    if (side[at - 1] == ' ' && side[at + word.size()] == ' ') return true;
  }
  return false;
}

// Of the words in kContrasts, for those that are in none.
const std::set<std::string_view>& contrasting_stems() {
  static const std::set<std::string_view> kStems = [] {
    std::set<std::string_view> stems;
    for (const Contrast& contrast : kContrasts) {
      for (const std::string_view side : {contrast.a, contrast.b}) {
        for (const auto word : std::views::split(side, ' ')) {
          if (!word.empty()) stems.emplace(word.begin(), word.end());
        }
      }
    }
    return stems;
  }();
  return kStems;
}

std::vector<std::string_view> contrasting(const std::vector<std::string>& stems) {
  std::vector<std::string_view> found;
  for (const std::string& stem : stems) {
    if (contrasting_stems().contains(stem)) found.push_back(stem);
  }
  return found;
}

std::string_view held(const std::vector<std::string_view>& stems, std::string_view side) {
  const auto found = std::ranges::find_if(stems, [&](std::string_view stem) { return has_word(side, stem); });
  return found == stems.end() ? std::string_view() : *found;
}

double tolerance(const Figure& a, const Figure& b) {
  // "About" rounds to one or two digits.
  const bool about = a.bound == Bound::about || b.bound == Bound::about;
  return (about ? 0.1 : 0.02) * std::max(std::abs(a.value), std::abs(b.value));
}

bool fits_bound(const Figure& bound, const Figure& other) {
  const double slack = tolerance(bound, other);
  if (bound.bound == Bound::at_least) return other.value >= bound.value - slack;
  if (bound.bound == Bound::at_most) return other.value <= bound.value + slack;
  return std::abs(bound.value - other.value) <= slack;
}

}  // namespace

Stance stance_of_words(std::string_view text) {
  const std::vector<std::string> words = small_words(text);
  const std::string line = padded(words);
  if (std::any_of(kOpenPhrases.begin(), kOpenPhrases.end(),
                  [&](std::string_view phrase) { return line.find(phrase) != line.npos; })) {
    return Stance::open;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!reading::contains(kNegations, words[i])) continue;
    if (i + 1 < words.size() && reading::contains(kNoNegations, words[i + 1])) continue;
    return Stance::negative;
  }
  return Stance::positive;
}

Stance stance_of(Commitment commitment, SpeechAct act) {
  switch (commitment) {
    case Commitment::certain_minus:
    case Commitment::probable_minus:
      return Stance::negative;
    case Commitment::possible_plus:
    case Commitment::possible_minus:
      return Stance::open;
    case Commitment::uncommitted:
      // Who demands or promises something stands behind it.
      return act == SpeechAct::assertive || act == SpeechAct::question ? Stance::open : Stance::positive;
    default:
      return Stance::positive;
  }
}

std::optional<Opposites> opposites(const std::vector<std::string>& all_of_a,
                                   const std::vector<std::string>& all_of_b) {
  const std::vector<std::string_view> a = contrasting(all_of_a), b = contrasting(all_of_b);
  if (a.empty() || b.empty()) return std::nullopt;
  for (const Contrast& contrast : kContrasts) {
    const std::string_view a1 = held(a, contrast.a), a2 = held(a, contrast.b);
    const std::string_view b1 = held(b, contrast.a), b2 = held(b, contrast.b);
    if (!a1.empty() && a2.empty() && b1.empty() && !b2.empty()) return {{std::string(a1), std::string(b2)}};
    if (a1.empty() && !a2.empty() && !b1.empty() && b2.empty()) return {{std::string(a2), std::string(b1)}};
  }
  return std::nullopt;
}

FigureRelation compare(const Figure& a, const Figure& b) {
  const bool bounded = a.bound == Bound::at_least || a.bound == Bound::at_most;
  if (std::abs(a.value - b.value) <= tolerance(a, b)) return FigureRelation::agree;
  if (bounded && fits_bound(a, b)) return FigureRelation::part;
  if (!bounded && fits_bound(b, a)) return FigureRelation::agree;
  return FigureRelation::conflict;
}

}  // namespace sayso::claims
