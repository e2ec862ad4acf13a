#include "reading/hedges.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso::reading {
namespace {

// Words of a cue that make it weaker than the plain act.
constexpr std::array<std::string_view, 9> kCueHedges = {"reportedly", "allegedly", "apparently",
                                                        "presumably", "probably",  "purportedly",
                                                        "supposedly", "alleged",   "perhaps"};

constexpr std::array<std::string_view, 4> kHearsay = {"reportedly", "allegedly", "purportedly", "supposedly"};

bool weakens(const SentenceTree& tree, std::uint32_t word) {
  const std::string& form = tree.form(word);
  if (std::ranges::find(kCueHedges, form) != kCueHedges.end()) return true;
  if (form == "may" || form == "might") return tree.word(word).tag == Upos::aux;
  if (form == "no") return tree.form(word + 1) == "evidence";
  const std::string& lemma = tree.lemma(word);
  return tree.word(word).tag == Upos::verb && (lemma == "seem" || lemma == "appear");
}

// "no evidence" is one.
Span whole_hedge(const SentenceTree& tree, std::uint32_t word) {
  const std::uint32_t last = tree.form(word) == "no" && tree.holds(word + 1) ? word + 1 : word;
  return {tree.word(word).text.begin, tree.word(last).text.end};
}

}  // namespace

std::vector<Span> find_hedges(const SentenceTree& cue_tree, const Layers& layers, const Passage& cue,
                              const CuePhrase& phrase, SpeechAct act, const ContentClause& content) {
  // A question claims nothing that its words could weaken.
  std::vector<Span> hedges = act == SpeechAct::question ? std::vector<Span>() : content.hedges;
  for (const Span& span : cue.spans) {
    const WordRange range = words_of(layers, span);
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      if (cue_tree.holds(w) && weakens(cue_tree, w)) hedges.push_back(whole_hedge(cue_tree, w));
    }
  }
  // "reportedly told": the adverb may stand outside the cue.
  if (phrase.word) {
    for (const std::uint32_t d : cue_tree.dependents(*phrase.word)) {
      if (std::ranges::find(kHearsay, cue_tree.form(d)) != kHearsay.end())
        hedges.push_back(layers.words[d].text);
    }
  }
  std::ranges::sort(hedges);
  std::vector<Span> disjoint;
  for (const Span& hedge : hedges) {
    if (disjoint.empty() || !disjoint.back().overlaps(hedge)) disjoint.push_back(hedge);
  }
  return disjoint;
}

}  // namespace sayso::reading
