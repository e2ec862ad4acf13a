// The linguistic layers of an article: sentences, words with their tags and trees, mentions of entities,
// names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sayso/span.h"

namespace sayso {

// Universal part-of-speech tags, https://universaldependencies.org/u/pos/; the numbers are the model's.
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};
inline constexpr std::size_t kUposTags = 17;

// Universal dependency relations without subtypes, https://universaldependencies.org/u/dep/.
enum class Relation : std::uint8_t {
  acl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  case_,
  cc,
  ccomp,
  clf,
  compound,
  conj,
  cop,
  csubj,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nsubj,
  nummod,
  obj,
  obl,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
};
inline constexpr std::size_t kRelations = 37;

// What a mention stands for; GUM's types, and the model's numbers. docs/MODEL.md maps them to those of
// records.
enum class EntityType : std::uint8_t {
  abstract,
  animal,
  event,
  object,
  organization,
  person,
  place,
  plant,
  substance,
  time,
};
inline constexpr std::size_t kEntityTypes = 10;

enum class MentionForm : std::uint8_t { name, nominal, pronoun };

enum class NameType : std::uint8_t { person, organization, place };

// As in CoNLL-U: "PROPN", "nsubj", "person", "nominal", "PER".
const char* to_string(Upos tag);
const char* to_string(Relation relation);
const char* to_string(EntityType type);
const char* to_string(MentionForm form);
const char* to_string(NameType type);

// Half-open range [begin, end) of indices into Layers::words.
struct WordRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool contains(const WordRange& other) const { return begin <= other.begin && other.end <= end; }

  friend bool operator==(const WordRange&, const WordRange&) = default;
  friend auto operator<=>(const WordRange&, const WordRange&) = default;
};

// A word of Universal Dependencies: "don't" is two, "do" and "n't".
struct Word {
  Span text;
  std::uint32_t sentence = 0;  // index into Layers::sentences
  Upos tag = Upos::x;
  // Index into Layers::words, in the same sentence; none for its root.
  std::optional<std::uint32_t> head = {};
  Relation relation = Relation::root;
};

struct Sentence {
  WordRange words;          // never empty
  std::uint32_t block = 0;  // index into Article::blocks
};

// Words of one sentence that stand for somebody or something. Mentions may lie inside each other, but never
// cross.
struct Mention {
  WordRange words;
  std::uint32_t head = 0;  // index into Layers::words
  EntityType type = EntityType::abstract;
  MentionForm form = MentionForm::nominal;
  // Mentions of one number stand for the same; counted from 0 in the order of the text.
  std::uint32_t entity = 0;
};

// A name of a person, an organization or a place; flat, so that no name lies in another.
struct Name {
  WordRange words;
  NameType type = NameType::person;
};

// Lists in the order of the text; of mentions that begin together, the longest comes first.
struct Layers {
  std::vector<Sentence> sentences;
  std::vector<Word> words;
  std::vector<Mention> mentions;
  std::vector<Name> names;
  std::uint32_t entities = 0;  // how many numbers the mentions have
};

}  // namespace sayso
