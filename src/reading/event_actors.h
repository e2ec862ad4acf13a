// Who acts in an event and on whom: words to PLOVER's codes of countries, bodies and sectors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/catalog.h"
#include "reading/entities.h"
#include "reading/sentence_tree.h"
#include "sayso/record.h"

namespace sayso::reading {

// Code and sector of an actor; each empty where the words and the catalog do not say.
struct ActorCode {
  std::string code;
  std::string sector;

  friend bool operator==(const ActorCode&, const ActorCode&) = default;
};

// Of a catalog's entry: a country's alpha-3 code, a body's own. Cost: a lookup.
ActorCode actor_code(const CatalogEntry& entry, FormKind form);

// PLOVER's sector by what somebody is called: "minister", "riot police", "students"; empty for other words.
// With a
// "?" behind where any other word of the phrase comes first: "opposition leader". Small letters; plurals too.
std::string_view sector_of_noun(std::string_view noun);

// Of one article; keeps its arguments, which must outlive it.
class ActorReader {
 public:
  ActorReader(std::string_view text, const Layers& layers, const EntityReading& entities,
              const Catalog& catalog)
      : text_(text), layers_(layers), entities_(entities), catalog_(catalog) {}

  // The actors that a word with its phrase names, several for "French and Egyptian warships"; none where they
  // are no actor ("the agreement").
  std::vector<EventActor> read(const SentenceTree& tree, std::uint32_t head) const;
  // The same of any word, even if it is no known kind of actor.
  EventActor as_actor(const SentenceTree& tree, std::uint32_t head) const;
  // Of a passage that names a source.
  std::optional<EventActor> of_span(Span span, std::optional<std::uint32_t> entity) const;

  // A place or body with a name; somebody or something with one; a person with one.
  bool is_named_body(std::uint32_t entity) const;
  bool is_named(std::uint32_t entity) const;
  bool is_named_person(std::uint32_t entity) const;

  // Whether its words are no more than a country's name or adjective.
  bool names_country(const EventActor& actor) const;

  // What stands before a noun and names an actor: "an Australian ultimatum".
  std::vector<EventActor> adjectives(const SentenceTree& tree, std::uint32_t noun) const;

 private:
  struct Found {
    ActorCode code;
    WordRange words;
    bool body = false;  // an organization: its name says its sector, if any
  };
  std::vector<Found> look_up(WordRange words) const;
  WordRange phrase(const SentenceTree& tree, std::uint32_t head) const;
  ActorCode code_of(WordRange words, std::optional<std::uint32_t> head,
                    std::optional<std::uint32_t> entity) const;
  std::string form(std::uint32_t word, WordRange words) const;
  std::string_view sector_in(WordRange words, std::optional<std::uint32_t> head) const;
  ActorCode code_of_entity(std::uint32_t entity) const;
  bool is_actor(const EventActor& actor, std::uint32_t head) const;

  std::string_view text_;
  const Layers& layers_;
  const EntityReading& entities_;
  const Catalog& catalog_;
};

}  // namespace sayso::reading
