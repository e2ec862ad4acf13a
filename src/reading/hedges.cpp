#include "reading/hedges.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sayso::reading {
namespace {

// Words of a cue that make it weaker than the plain act.
constexpr std::array<std::string_view, 9> kCueHedges = {"reportedly", "allegedly", "apparently", "presumably", "probably",
                                                       "purportedly", "supposedly", "alleged",  "perhaps"};

bool weakens(const SentenceTree& tree, std::uint32_t word) {
  const std::string& form = tree.form(word);
  if (std::ranges::find(kCueHedges, form) != kCueHedges.end()) return true;
  if (form == "may" || form == "might") return tree.word(word).tag == Upos::aux;
  const std::string& lemma = tree.lemma(word);
  return tree.word(word).tag == Upos::verb && (lemma == "seem" || lemma == "appear");
}

}  // namespace

std::vector<Span> find_hedges(const SentenceTree& cue_tree, const Layers& layers, const Passage& cue,
                              SpeechAct act, const ContentClause& content) {
  // A question claims nothing that its words could weaken.
  std::vector<Span> hedges = act == SpeechAct::question ? std::vector<Span>() : content.hedges;
  for (const Span& span : cue.spans) {
    const WordRange range = words_of(layers, span);
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      if (cue_tree.holds(w) && weakens(cue_tree, w)) hedges.push_back(layers.words[w].text);
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
