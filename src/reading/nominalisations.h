// Nouns that speak of what happens, and the verbs they stand for: "the closure of the port" is about closing.
#pragma once

#include <string_view>

namespace sayso::reading {

// "closure" gives close, "arrest" arrest; empty for other nouns. Small letters, singular.
std::string_view verb_of_noun(std::string_view noun);

// Verbs that mean little more than that their object happens: "make a decision", "reach an agreement".
bool is_light_verb(std::string_view lemma);

}  // namespace sayso::reading
