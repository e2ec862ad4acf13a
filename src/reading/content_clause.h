// The main clause of a content, and what stands over it: "I think that it may not rain" is about "rain",
// probable, possible, negated.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/cue_lexicon.h"
#include "reading/cue_phrase.h"
#include "reading/sentence_tree.h"
#include "sayso/record.h"

namespace sayso::reading {

enum class Likelihood : std::uint8_t { certain, probable, possible };

// How a content opens, which decides what a cue like "ask" or "tell" does with it.
enum class Opening : std::uint8_t {
  other,
  infinitive,     // "to leave", "not to leave"
  interrogative,  // "whether ...", "how ..."
  gerund,         // "doing so"
};

struct ContentClause {
  std::optional<std::uint32_t> head;  // the main predicate; none in a content without words
  std::string lemma;                  // of it
  bool verbal = false;                // it is a verb, or has a copula or a subject: not a bare noun phrase
  std::string subject;                // its subject's form; empty where it has none
  bool speaker = false;               // its subject is the source
  bool first_person = false;          // and says "I" or "we"
  bool quoted = false;                // the content begins in quotation marks, or behind a colon
  bool negated = false;
  bool doubted = false;  // "I do not think that", "it is unlikely that"
  Modal modal = Modal::none;
  Likelihood likelihood = Likelihood::certain;
  Opening opening = Opening::other;
  bool bare_singular = false;  // a plain verb form behind a singular subject: "that he leave"
  bool to_infinitive = false;  // its head stands behind "to": "Germany to do more"
  bool imperative = false;
  bool question = false;         // its sentence ends with a question mark
  bool called_false = false;     // its head says so: "the report is false"
  bool names_falsehood = false;  // some word of it does: "it a lie"
  bool open = false;             // "it is unclear whether", "there is no evidence that"
  bool that = false;             // begins with "that"
  bool for_not = false;          // "him for not releasing"
  // What the speaker does by these words: "I hope", "he wanted", "we plan"; with its own negation.
  std::optional<CueForce> own;
  bool own_negated = false;
  bool passive = false;      // the head is a participle under "be", or no verb at all
  bool present = false;      // the head is a verb in its plain form or in -ing: "I urge", "I am urging"
  std::vector<Span> hedges;  // in no order
};

// The tree of the sentence in which the content's first predicate stands.
SentenceTree tree_of_content(std::string_view text, const Layers& layers, const Passage& content);

ContentClause read_content(std::string_view text, const Layers& layers, const SentenceTree& tree,
                           std::string_view source, const Passage& cue, const Passage& content);

}  // namespace sayso::reading
