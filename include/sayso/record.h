// What the reading finds in one article; docs/RECORD.md describes every field, docs/record.schema.json its
// JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sayso/article.h"
#include "sayso/layers.h"
#include "sayso/span.h"

namespace sayso {

// One or more pieces of the text, in order and disjoint.
struct Passage {
  std::vector<Span> spans;
  // The pieces, joined by one blank where there are several.
  std::string text;
};

enum class QuoteKind {
  direct,    // the whole content stands in quotation marks
  indirect,  // none of it does
  mixed,     // part of it does
};
const char* to_string(QuoteKind kind);

// What a record calls a person, a body, a place; GUM's types are finer (layers.h), docs/MODEL.md maps them.
enum class EntityKind : std::uint8_t { person, organization, place, group, document, event, other };
const char* to_string(EntityKind kind);

// "the Russian ambassador" says of its entity: title "ambassador", of Russia.
struct Role {
  std::string title;
  std::string of;  // empty where the words do not say
  Span span;       // the words that give the role
};

struct Place {
  double latitude = 0;   // degrees, WGS 84
  double longitude = 0;  // degrees, WGS 84
  std::string country;   // ISO 3166-1 alpha-2
};

// Somebody or something that the article speaks of.
struct Entity {
  std::string id;  // "e1", "e2", ... in the order of the text
  // The fullest name in the text or the catalog's; "anonymous: some analysts" for a source without a name.
  // Never a pronoun.
  std::string name;
  EntityKind kind = EntityKind::other;
  std::vector<std::string> aliases;  // other words for it in the text, no pronouns
  std::vector<Role> roles;
  std::string catalog;  // its id there; empty where it is not known
  std::optional<Place> place;
};

// Words that stand for an entity.
struct EntityMention {
  std::string id;            // "m1", "m2", ... in the order of the text
  std::uint32_t entity = 0;  // index into Record::entities
  Span span;
  MentionForm form = MentionForm::nominal;
  bool metonym = false;  // "Moscow" for the Russian government
};

enum class TimexType : std::uint8_t { date, time, duration, set };
const char* to_string(TimexType type);

// A time expression as in TIMEX3 (ISO-TimeML).
struct Timex {
  std::string id;  // "t1", "t2", ... in the order of the text
  Span span;
  TimexType type = TimexType::date;
  std::string value;  // "2016-12-12", "2015-10", "2016-W50", "P2Y", "PRESENT_REF", "XXXX-WXX-1"; never empty
  std::string mod;    // "START", "APPROX", "MORE_THAN", ... or empty
  std::string begin_point;  // of a duration or a range: a date
  std::string end_point;
};

enum class SpeechAct : std::uint8_t { assertive, directive, commissive, expressive, question };
const char* to_string(SpeechAct act);

// FactBank's values: how sure the origin is that the content is so, or that it is not so.
enum class Commitment : std::uint8_t {
  certain_plus,   // CT+
  probable_plus,  // PR+
  possible_plus,  // PS+
  certain_minus,  // CT-
  probable_minus,
  possible_minus,
  uncommitted,  // U
};
const char* to_string(Commitment commitment);

struct ChainLink {
  std::string name;                     // empty for an outlet that is not known
  std::optional<std::uint32_t> entity;  // index into Record::entities; none for the outlet
  std::string cue;          // the words by which this link speaks; empty for a carrier without a cue
  std::vector<Span> spans;  // where the text names it; empty for the outlet
};

struct Source : Passage {
  std::optional<std::uint32_t> mention;  // index into Record::mentions
  std::optional<std::uint32_t> entity;   // index into Record::entities
  bool named = false;                    // the entity has a name
  bool anonymous = false;                // it has none, and is a person or a group of persons
};

struct Cue : Passage {
  std::string lemma;  // of its main word: "say", "tell", "accord"
};

// Words in an attribution that name an addressee or a place.
struct Circumstance : Passage {
  std::optional<std::uint32_t> entity;  // index into Record::entities
};

// When something was said.
struct TimeOfSaying {
  std::uint32_t timex = 0;  // index into Record::timexes
  // A day, month, season, year, as of TIMEX3, without the time of day: "2016-12-12", "2016-12", "2016-SU".
  std::string value;
};

// One act of saying.
struct Attribution {
  std::string id;                // "a1", "a2", ... in the order of the text
  std::optional<Source> source;  // who; none where the text names nobody ("is said to")
  Cue cue;                       // the reporting words
  Passage content;               // what was said
  QuoteKind quote = QuoteKind::indirect;
  std::optional<std::uint32_t> within;  // index into Record::attributions: the one in whose content it stands
  std::vector<ChainLink> chain;         // first the publishing outlet, then carriers, last the origin
  std::optional<std::uint32_t> origin;  // index into Record::entities; none where the article itself speaks
  SpeechAct act = SpeechAct::assertive;
  Commitment commitment = Commitment::certain_plus;
  std::vector<Span> hedges;  // words that weaken the content or the attribution
  std::optional<Circumstance> addressee;
  std::optional<Circumstance> place;  // where it was said
  std::optional<TimeOfSaying> time;
  double confidence = 0;  // 0..1, the model's probability that spans and links are exactly these
  // What the content means: of length 1, or empty where it was not asked for. Not part of the JSON.
  std::vector<float> meaning;
};

enum class Bound : std::uint8_t { exact, at_least, at_most, about };
const char* to_string(Bound bound);

// "at least 18 people", "4,000 litres", "$3.2 million", "7.5 percent".
struct Quantity {
  double value = 0;
  std::string
      unit;  // lemma of what is counted or the unit's symbol: "people", "litre", "USD", "%"; may be empty
  Bound bound = Bound::exact;
  Span span;
};

struct Predicate {
  std::string
      lemma;  // "leak", "be cause", "agree"; a nominalisation gives its verb where the lexicon knows it
  Span span;
};

struct Argument {
  std::string
      role;  // of Universal Dependencies, voice undone: "nsubj" (who acts), "obj", "iobj", "obl:in", ...
  std::optional<std::uint32_t> mention;  // index into Record::mentions
  std::optional<std::uint32_t> entity;   // index into Record::entities
  Span span;
  std::string text;
};

// What is said to be the case by a clause of a content, or by the article itself.
struct Proposition {
  std::string id;  // "v1", "v2", ... in the order of the text
  Span span;       // the clause, without the clauses that are propositions of their own
  Predicate predicate;
  std::vector<Argument> arguments;
  bool negated = false;
  std::string
      modality;  // lemma of the modal or of the word that makes it unreal: "may", "would", "if"; or empty
  std::string tense;  // "past", "present", "future", or empty
  std::vector<Quantity> quantities;
  std::optional<std::uint32_t> time;         // index into Record::timexes
  std::optional<std::uint32_t> place;        // index into Record::entities
  std::optional<std::uint32_t> attribution;  // index into Record::attributions; none: the article asserts it
  // Of whoever speaks (the attribution's origin, else the article) to this clause.
  Commitment factuality = Commitment::certain_plus;
  std::vector<float> meaning;  // as in Attribution
};

// Who does something, or to whom it is done, as PLOVER has it.
struct EventActor {
  std::string text;    // the words; of a pronoun, the name of what it stands for
  std::string code;    // ISO 3166-1 alpha-3, KOS, or IGO, UNO, EUR, NGO, IMG; empty where it is not known
  std::string sector;  // GOV, MIL, COP, REB, CVL, ...; empty where the words do not say
  std::optional<std::uint32_t> entity;  // index into Record::entities
  Span span;
};

// Who did what to whom, in PLOVER's terms (Open Event Data Alliance); docs/EVENTS.md has the types.
struct Event {
  std::string id;    // "x1", "x2", ... in the order of the sentences, the main clause's before the others
  std::string date;  // "2016-12-12", or less of it; empty where neither the text nor the article has one
  std::vector<EventActor> actors;  // all sides of a meeting or a fight that both sides wage
  std::vector<EventActor> recipients;
  std::string type;                   // "AGREE", "CONSULT", ..., "ASSAULT"
  std::string mode;                   // "visit", "arrest", ..., or empty
  std::vector<std::string> contexts;  // "military", "election", ..., "negation", "future", "hypothetical"
  std::string cameo;                  // CAMEO's code: "0331"
  int quad = 0;                       // 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
  std::optional<std::uint32_t> place;        // index into Record::entities
  Span span;                                 // from the first to the last of the words that tell it
  std::optional<std::uint32_t> proposition;  // index into Record::propositions; none for an act of saying
  std::optional<std::uint32_t> attribution;  // the innermost one; none: the article itself asserts it
  // Of everybody whose word it is, from the innermost to the outermost, together.
  Commitment factuality = Commitment::certain_plus;
};

struct Generator {
  std::string version;  // of sayso
  std::string model;    // hash of the model's files
  std::string catalog;  // hash of the catalogs in use
};

struct Record {
  Generator generator;
  std::string id;  // sha256 of the canonical URL, else of outlet, title and text with a newline between
  std::string text_hash;  // sha256 of the text
  Article document;       // its warnings are the record's
  std::vector<EntityMention> mentions;
  std::vector<Entity> entities;
  std::vector<Attribution> attributions;
  std::vector<Timex> timexes;
  std::vector<Proposition> propositions;
  std::vector<Event> events;
};

}  // namespace sayso
