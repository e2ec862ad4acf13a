#include "reading/metonymy.h"

#include "reading/head_nouns.h"
#include "reading/word_list.h"

namespace sayso::reading {
namespace {

// Behind these a name is whom one acts towards, not where one is.
constexpr auto kTowardsSomebody = std::to_array<std::string_view>({
    "against",
    "between",
    "by",
    "on",
    "with",
});
static_assert(std::is_sorted(kTowardsSomebody.begin(), kTowardsSomebody.end()));

// "pressure from", "an appeal to", "the support of": nouns and verbs whose preposition leads to somebody.
constexpr auto kTransactions = std::to_array<std::string_view>({
    "accord",     "accused",    "aid",        "answer",   "answers", "appeal",   "appealed",    "appeals",
    "approval",   "assistance", "assurances", "backing",  "called",  "calls",    "cooperation", "criticism",
    "decision",   "demand",     "demands",    "denial",   "funding", "help",     "hostile",     "influence",
    "intentions", "letter",     "loyal",      "message",  "moves",   "note",     "offer",       "opposed",
    "orders",     "permission", "permit",     "plans",    "policy",  "position", "pressure",    "protest",
    "reaction",   "refusal",    "relations",  "reply",    "request", "requests", "response",    "role",
    "rule",       "sanctions",  "signals",    "support",  "talked",  "ties",     "turned",      "ultimatum",
    "view",       "views",      "warning",    "warnings",
});
static_assert(std::is_sorted(kTransactions.begin(), kTransactions.end()));

// What one does to a government, as against to a town.
constexpr auto kDoneToSomebody = std::to_array<std::string_view>({
    "accuse",     "accused",    "accuses",     "accusing",  "ask",    "asked",   "asking",     "asks",
    "assure",     "assured",    "blame",       "blamed",    "blames", "blaming", "condemn",    "condemned",
    "criticised", "criticized", "criticizing", "defied",    "defy",   "help",    "helped",     "informed",
    "irked",      "notified",   "persuade",    "persuaded", "press",  "pressed", "pressing",   "provoked",
    "punish",     "push",       "pushed",      "reassure",  "tells",  "thanked", "threatened", "told",
    "urge",       "urged",      "urges",       "urging",    "warn",   "warned",  "warning",    "warns",
});
static_assert(std::is_sorted(kDoneToSomebody.begin(), kDoneToSomebody.end()));

// What a town has: "Paris’s streets".
constexpr auto kTownThings = std::to_array<std::string_view>({
    "airport",    "airports", "area",       "avenue",     "bridge",       "cathedral",     "center",
    "centre",     "district", "districts",  "downtown",   "harbor",       "harbour",       "hotel",
    "hotels",     "mayor",    "metro",      "museum",     "neighborhood", "neighborhoods", "outskirts",
    "population", "port",     "restaurant", "square",     "station",      "street",        "streets",
    "suburb",     "suburbs",  "traffic",    "university", "weather",      "zoo",
});
static_assert(std::is_sorted(kTownThings.begin(), kTownThings.end()));

// Verbs of which a town itself is the subject.
constexpr auto kTownDoes = std::to_array<std::string_view>({
    "awoke",
    "burned",
    "fell",
    "flooded",
    "hosted",
    "hosts",
    "lay",
    "lies",
    "sits",
    "sleeps",
    "stands",
    "stood",
    "woke",
});
static_assert(std::is_sorted(kTownDoes.begin(), kTownDoes.end()));

bool governs_place(const ArticleWords& words, std::uint32_t noun) {
  return contains(kTownThings, words.small(noun));
}

}  // namespace

bool acts_or_is_addressed(const ArticleWords& words, WordRange name) {
  if (name.begin >= name.end || name.end > words.size()) return false;
  const WordRange sentence = words.sentence_of(name.begin);
  // The word of the name that hangs on the outside.
  std::uint32_t head = name.end - 1;
  for (std::uint32_t w = name.begin; w < name.end; ++w) {
    const auto above = words.head(w);
    if (!above || *above < name.begin || *above >= name.end) head = w;
  }
  const std::uint32_t next = name.end;
  if (next < sentence.end && words.is_possessive(next)) {
    for (std::uint32_t w = next + 1; w < sentence.end && w < next + 5; ++w) {
      if (words.tag(w) != Upos::noun) continue;
      if (w + 1 < sentence.end && words.tag(w + 1) == Upos::noun) continue;
      return !governs_place(words, w);
    }
    return false;
  }
  // "the Kabul-Moscow talks"
  if (next + 1 < sentence.end && words.of(next) == "-" && words.is_capitalized(next + 1)) return true;
  if (name.begin >= sentence.begin + 2 && words.of(name.begin - 1) == "-" &&
      words.is_capitalized(name.begin - 2))
    return true;

  const std::string before = name.begin > sentence.begin ? words.small(name.begin - 1) : std::string{};
  if (name.begin > sentence.begin && words.tag(name.begin - 1) == Upos::adp) {
    const std::string leading = name.begin > sentence.begin + 1 ? words.small(name.begin - 2) : std::string{};
    if (before == "on") return leading != "marched" && leading != "march";
    if (contains(kTowardsSomebody, before)) return words.relation(head) != Relation::root;
    if (before == "to" || before == "from" || before == "of" || before == "for" || before == "in") {
      return before != "in" && contains(kTransactions, leading);
    }
    return false;
  }
  const Relation relation = words.relation(head);
  const auto above = words.head(head);
  if (relation == Relation::nsubj || relation == Relation::csubj) {
    if (!above) return false;
    return words.tag(*above) != Upos::propn && !contains(kTownDoes, words.small(*above));
  }
  if (relation == Relation::obj || relation == Relation::iobj) {
    return above && contains(kDoneToSomebody, words.small(*above));
  }
  // The tree may miss a subject; a name that opens a sentence and stands before its verb is one.
  if (next < sentence.end && (words.tag(next) == Upos::verb || words.tag(next) == Upos::aux) &&
      (name.begin == sentence.begin || words.tag(name.begin - 1) == Upos::punct ||
       words.tag(name.begin - 1) == Upos::sconj)) {
    return !contains(kTownDoes, words.small(next));
  }
  if (relation == Relation::conj && above && *above < name.begin) {
    const Relation first = words.relation(*above);
    return first == Relation::nsubj && words.tag(*above) == Upos::propn;
  }
  return false;
}

}  // namespace sayso::reading
