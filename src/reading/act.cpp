#include "reading/act.h"

#include "reading/commitment.h"
#include "reading/content_clause.h"
#include "reading/cue_phrase.h"
#include "reading/hedges.h"
#include "reading/lemma.h"
#include "reading/sentence_tree.h"
#include "reading/speech_act.h"

namespace sayso::reading {
namespace {

// The sentence of the passage's first word; past the last one where it has none.
SentenceTree tree_of(std::string_view text, const Layers& layers, const Passage& passage) {
  for (const Span& span : passage.spans) {
    const WordRange range = words_of(layers, span);
    if (range.begin < range.end) return SentenceTree(text, layers, layers.words[range.begin].sentence);
  }
  return SentenceTree(text, layers, static_cast<std::uint32_t>(layers.sentences.size()));
}

bool is_noun(Upos tag) {
  return tag == Upos::noun || tag == Upos::propn;
}

}  // namespace

Act judge_act(std::string_view text, const Layers& layers, const Passage* source, const Passage& cue,
              const Passage& content) {
  const std::string_view who = source ? std::string_view(source->text) : std::string_view();
  const SentenceTree cue_tree = tree_of(text, layers, cue);
  const SentenceTree content_tree = tree_of_content(text, layers, content);
  const CuePhrase phrase = read_cue(cue_tree, layers, cue, who);
  const ContentClause clause = read_content(text, layers, content_tree, who, cue, content);
  const CueForce force = force_of(phrase, clause);
  Act act;
  act.act = speech_act(force, phrase, clause);
  act.commitment = commitment_of(force, act.act, phrase, clause);
  act.hedges = find_hedges(cue_tree, layers, cue, phrase, clause);
  return act;
}

std::string cue_lemma(std::string_view text, const Layers& layers, const Passage& cue) {
  std::string noun;
  std::string other;
  for (const Span& span : cue.spans) {
    const WordRange range = words_of(layers, span);
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      const Word& word = layers.words[w];
      if (word.tag == Upos::verb) return lemma_of(word.text.of(text), word.tag);
      if (noun.empty() && is_noun(word.tag)) noun = lemma_of(word.text.of(text), Upos::noun);
      if (other.empty() && word.tag != Upos::aux) other = lemma_of(word.text.of(text), word.tag);
    }
  }
  if (!noun.empty()) return noun;
  return other.empty() ? plain_form(cue.text) : other;
}

}  // namespace sayso::reading
