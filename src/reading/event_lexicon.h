// What words say of political events: our own tables, catalog/event_*.tsv.
//
// A deed ("release", "embargo") has CAMEO codes for being done, promised, asked for, refused and threatened,
// which is how CAMEO is built. Verbs and nouns name deeds, or turn what they govern into something else
// ("agree to", "demand", "lift"), or make a deed together ("break off" with "relations").
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sayso::reading {

struct EventCode {
  std::string_view cameo;  // empty where there is none
  std::string_view type;   // PLOVER's
  std::string_view mode;   // or empty
};

struct Deed {
  std::string_view name;
  EventCode done;
  EventCode promised;
  EventCode requested;
  EventCode refused;
  EventCode threatened;
  std::string_view stopped;  // the deed that it is to stop this one, or to allow it; or empty
  std::string_view allowed;
  std::string_view context;
};

// Views into the built-in tables. Immutable once made.
class EventLexicon {
 public:
  static const EventLexicon& builtin();

  // The classes of a verb ("release", "call for", "be ready") and of a noun ("hunger strike"), in small
  // letters, the first the likeliest; empty for words that are not known. A class is a deed's name, an
  // operator's
  // ("REQUEST") or that of a kind of verb or thing, which only counts in pairs.
  std::span<const std::string_view> verb(std::string_view lemma) const { return classes(verbs_, lemma); }
  std::span<const std::string_view> noun(std::string_view lemma) const { return classes(nouns_, lemma); }

  // Null where there is no such deed.
  const Deed* deed(std::string_view name) const;
  // What a verb of one class and a thing of another make; null where they make nothing.
  const Deed* pair(std::string_view verb, std::string_view thing) const;

  // PLOVER's contexts that a word or compound tells of.
  std::span<const std::string_view> contexts(std::string_view word) const { return classes(contexts_, word); }

  // Of a CAMEO code; "TYPE/code" gives another type than the code's.
  EventCode code(std::string_view cell) const;

 private:
  using Classes = std::unordered_map<std::string_view, std::vector<std::string_view>>;
  EventLexicon();
  static std::span<const std::string_view> classes(const Classes& words, std::string_view word);
  void read_codes();
  void read_deeds();
  void read_pairs();

  Classes verbs_, nouns_, contexts_;
  std::unordered_map<std::string_view, Deed> deeds_;
  std::unordered_map<std::string_view, EventCode> codes_;
  std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::string_view>> pairs_;
};

// PLOVER's quad class of an event type, 1..4; 0 for other words.
int quad_of(std::string_view type);

}  // namespace sayso::reading
