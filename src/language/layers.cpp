// What the values of the linguistic layers are called (include/sayso/layers.h).
#include "sayso/layers.h"

#include <array>

namespace sayso {
namespace {

constexpr std::array<const char*, kUposTags> kUposNames = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                           "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                           "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<const char*, kRelations> kRelationNames = {
    "acl",       "advcl",      "advmod",   "amod",     "appos", "aux",      "case",   "cc",
    "ccomp",     "clf",        "compound", "conj",     "cop",   "csubj",    "dep",    "det",
    "discourse", "dislocated", "expl",     "fixed",    "flat",  "goeswith", "iobj",   "list",
    "mark",      "nmod",       "nsubj",    "nummod",   "obj",   "obl",      "orphan", "parataxis",
    "punct",     "reparandum", "root",     "vocative", "xcomp"};

constexpr std::array<const char*, kEntityTypes> kEntityTypeNames = {
    "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time"};

constexpr std::array<const char*, 3> kMentionFormNames = {"name", "nominal", "pronoun"};

constexpr std::array<const char*, 3> kNameTypeNames = {"PER", "ORG", "LOC"};

}  // namespace

const char* to_string(Upos tag) {
  return kUposNames[static_cast<std::size_t>(tag)];
}
const char* to_string(Relation relation) {
  return kRelationNames[static_cast<std::size_t>(relation)];
}
const char* to_string(EntityType type) {
  return kEntityTypeNames[static_cast<std::size_t>(type)];
}
const char* to_string(MentionForm form) {
  return kMentionFormNames[static_cast<std::size_t>(form)];
}
const char* to_string(NameType type) {
  return kNameTypeNames[static_cast<std::size_t>(type)];
}

}  // namespace sayso
