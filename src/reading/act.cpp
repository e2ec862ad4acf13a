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

int rank_of(Upos tag, std::string_view lemma) {
  switch (tag) {
    case Upos::verb:
      // The tagger takes some auxiliaries for verbs.
      return lemma == "have" || lemma == "be" ? 3 : 6;
    case Upos::noun:
    case Upos::propn:
      return 5;
    case Upos::adj:
      return 4;
    case Upos::aux:
      return 3;
    case Upos::adv:
    case Upos::adp:
      return 2;
    default:
      return 1;
  }
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
  act.act = speech_act(force);
  act.commitment = commitment_of(force, act.act, phrase, clause);
  act.hedges = find_hedges(cue_tree, layers, cue, phrase, act.act, clause);
  return act;
}

std::string cue_lemma(std::string_view text, const Layers& layers, const Passage& cue) {
  // The best word so far: a verb of its own meaning, then a noun, an adjective, "have" or "be" alone,
  // anything.
  int best = 0;
  std::string lemma = plain_form(cue.text);
  for (const Span& span : cue.spans) {
    const WordRange range = words_of(layers, span);
    for (std::uint32_t w = range.begin; w < range.end; ++w) {
      const Word& word = layers.words[w];
      std::string candidate = lemma_of(word.text.of(text), word.tag == Upos::propn ? Upos::noun : word.tag);
      const int rank = rank_of(word.tag, candidate);
      if (rank <= best) continue;
      best = rank;
      lemma = std::move(candidate);
    }
  }
  return lemma;
}

}  // namespace sayso::reading
