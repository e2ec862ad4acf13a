// Mentions joined into entities: who and what the article speaks of.
//
// Joins the coreference of the language layer with name parts, acronyms given in brackets, appositions and
// roles, the catalog, and metonymy ("Moscow calls on ..."). Names that differ stay apart.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "reading/catalog.h"
#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/record.h"

namespace sayso::reading {

struct EntityReading {
  std::vector<EntityMention> mentions;  // in the order of the text, with ids
  std::vector<Entity> entities;         // in the order of their first mention, with ids

  // The mention that a phrase is: it has the phrase's head word, and covers most of it. None for words that
  // are no mention.
  std::optional<std::uint32_t> mention_of(Span phrase, const Layers& layers) const;

  // The entity that a phrase names, made where there is none yet: a source without a name becomes "anonymous:
  // <description>". A pronoun without an antecedent gives "anonymous: unspecified".
  std::uint32_t entity_of_source(Span phrase, const Article& article, const Layers& layers);

  std::unordered_map<std::string, std::uint32_t> by_name;  // normal forms (names.h) of the entities' names
};

EntityReading read_entities(const Article& article, const Layers& layers, const Catalog& catalog);

}  // namespace sayso::reading
