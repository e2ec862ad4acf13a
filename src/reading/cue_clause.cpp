#include "reading/cue_clause.h"

#include <algorithm>

namespace sayso::reading {
namespace {

bool lies_in(const Word& word, const std::vector<Span>& spans) {
  return std::ranges::any_of(spans, [&](const Span& span) { return span.overlaps(word.text); });
}

}  // namespace

CueClause::CueClause(const Layers& layers, const Dependents& dependents, const Attribution& attribution)
    : layers_(layers), dependents_(dependents), attribution_(attribution) {
  for (const Span& span : attribution.cue.spans) {
    const WordRange words = words_in(layers, span);
    if (!main_) main_ = head_of(layers, words);
    for (std::uint32_t w = words.begin; w < words.end; ++w) cue_.push_back(w);
  }
}

bool CueClause::in_content(std::uint32_t word) const {
  return lies_in(layers_.words[word], attribution_.content.spans);
}

bool CueClause::in_source(std::uint32_t word) const {
  return attribution_.source && lies_in(layers_.words[word], attribution_.source->spans);
}

bool CueClause::in_cue(std::uint32_t word) const {
  return std::ranges::find(cue_, word) != cue_.end();
}

bool CueClause::holds(std::uint32_t word) const {
  bool through_participle = false;
  const std::size_t sentence = layers_.sentences[layers_.words[word].sentence].words.size();
  for (std::size_t steps = 0; steps <= sentence; ++steps) {
    if (in_content(word)) return false;
    if (in_cue(word)) return true;
    const Word& here = layers_.words[word];
    if (in_source(word) && !through_participle) {
      if (here.relation == Relation::acl) through_participle = true;
    }
    if (!here.head) return false;
    if (in_source(word) && !in_source(*here.head) && !through_participle) return false;
    word = *here.head;
  }
  return false;
}

WordRange CueClause::phrase_under(std::uint32_t part) const {
  const WordRange sentence = layers_.sentences[layers_.words[part].sentence].words;
  const auto is_under = [&](std::uint32_t word) {
    for (std::uint32_t steps = 0; steps < sentence.size(); ++steps) {
      if (in_content(word) || in_cue(word)) return word == part;
      if (word == part) return true;
      if (!layers_.words[word].head) return false;
      word = *layers_.words[word].head;
    }
    return false;
  };
  WordRange phrase{part, part + 1};
  while (phrase.begin > sentence.begin && is_under(phrase.begin - 1)) --phrase.begin;
  while (phrase.end < sentence.end && is_under(phrase.end)) ++phrase.end;
  return phrase;
}

std::vector<std::uint32_t> CueClause::parts() const {
  std::vector<std::uint32_t> parts;
  for (const std::uint32_t cue : cue_) {
    for (const std::uint32_t part : dependents_.of(cue)) {
      if (!in_source(part) && !in_content(part)) parts.push_back(part);
    }
  }
  std::ranges::sort(parts);
  return parts;
}

}  // namespace sayso::reading
