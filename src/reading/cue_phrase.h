// What a cue's words say before anybody looks at the content: "did not rule out", "expressed doubts about".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/cue_lexicon.h"
#include "reading/sentence_tree.h"
#include "sayso/record.h"

namespace sayso::reading {

// The auxiliary that a verb stands under, or its paraphrase ("have to", "going to").
enum class Modal : std::uint8_t { none, may, can, will, would, should };
Modal modal_of(std::string_view form);

// Whether the word is denied by its own dependents: not, never, "no longer", nobody, "no plans".
bool is_negated(const SentenceTree& tree, std::uint32_t word);

struct CuePhrase {
  CueForce force = CueForce::report;
  std::optional<std::uint32_t> word;  // that has the force; none where no word is in the lexicon
  std::string lemma;                  // of `word`
  // The force of the verb that follows a refusal: "declined to say", "would not rule out".
  std::optional<CueForce> refused;
  bool negated = false;
  bool verb = false;     // `word` is a verb
  bool ongoing = false;  // "is considering"
  bool asked = false;    // "whether he believes"
  Modal modal = Modal::none;
};

// `tree` is the sentence of the cue's first word.
CuePhrase read_cue(const SentenceTree& tree, const Layers& layers, const Passage& cue,
                   std::string_view source);

}  // namespace sayso::reading
