#include "reading/event_meaning.h"

#include <algorithm>
#include <array>

namespace sayso::reading {
namespace {

using enum Stance;
using Governed = std::optional<EventMeaning>;

constexpr std::array<std::string_view, 16> kOperators = {
    "ACCUSE", "ALLOW",   "ASK",    "DO",      "FAIL", "HIDE", "INTEND",  "MENACE",
    "ORDER",  "PROMISE", "REFUSE", "REQUEST", "SHUN", "STOP", "SUGGEST", "THREATEN"};
static_assert(std::ranges::is_sorted(kOperators));

// What a deed of these types is done in words, so that one who rejects it rejects no demand.
bool is_accusation(const EventLexicon& lexicon, const EventMeaning& meaning) {
  return meaning.stance == done && code_of(lexicon, meaning).type == "ACCUSE";
}

Governed promise(const EventLexicon& lexicon, const Governed& governed) {
  if (!governed) return EventMeaning{nullptr, promised};
  if (governed->stance == requested) return EventMeaning{governed->deed, promised};  // "agreed to a demand"
  if (governed->stance != done || governed->deed == nullptr) return governed;
  // To investigate, to sue, to blame, to veto is done in words: to promise it is to begin it.
  const EventCode& code = governed->deed->done;
  if (code.type == "ACCUSE" || (code.type == "REJECT" && code.cameo != "125")) return governed;
  // To promise what is done to somebody is a threat.
  const bool threat = governed->deed->promised.cameo.empty() && is_hostile(lexicon, *governed);
  return EventMeaning{governed->deed, threat ? threatened : promised};
}

Governed request(const Governed& governed) {
  return EventMeaning{governed ? governed->deed : nullptr, requested};
}

Governed refuse(const EventLexicon& lexicon, const Governed& governed) {
  if (!governed) return EventMeaning{nullptr, refused};
  if (is_accusation(lexicon, *governed)) return std::nullopt;  // denies it, which is a statement
  if (governed->stance == refused) return std::nullopt;
  return EventMeaning{governed->stance == threatened ? nullptr : governed->deed, refused};
}

Governed threaten(const Governed& governed) {
  if (!governed) return EventMeaning{nullptr, threatened};
  return EventMeaning{governed->deed, threatened};
}

Governed follow(const EventLexicon& lexicon, const Governed& governed, std::string_view Deed::*next) {
  if (!governed || governed->deed == nullptr || governed->stance != done) return std::nullopt;
  const Deed* const deed = lexicon.deed(governed->deed->*next);
  return deed != nullptr ? Governed({deed, done}) : std::nullopt;
}

Governed allow(const EventLexicon& lexicon, const Governed& governed) {
  if (auto allowed = follow(lexicon, governed, &Deed::allowed)) return allowed;
  if (governed && is_hostile(lexicon, *governed)) return std::nullopt;
  if (governed && governed->deed != nullptr && governed->stance == done &&
      code_of(lexicon, *governed).cameo.starts_with("08"))
    return governed;
  return EventMeaning{lexicon.deed("ease_restrictions"), done};
}

Governed order(const EventLexicon& lexicon, const Governed& governed) {
  if (!governed) return std::nullopt;
  return is_hostile(lexicon, *governed) ? governed : request(governed);
}

Governed accuse(const EventLexicon& lexicon, const Governed& governed) {
  const Deed* deed =
      governed && governed->deed != nullptr ? lexicon.pair("ACCUSE", governed->deed->name) : nullptr;
  if (deed == nullptr) deed = lexicon.deed("accuse");
  return EventMeaning{deed, done};
}

}  // namespace

bool is_operator(std::string_view verb_class) {
  return std::ranges::binary_search(kOperators, verb_class);
}

EventCode code_of(const EventLexicon& lexicon, const EventMeaning& meaning) {
  const Deed* const deed = meaning.deed;
  EventCode code;
  std::string_view general;
  switch (meaning.stance) {
    case done:
      return deed != nullptr ? deed->done : EventCode();
    case promised:
      if (deed != nullptr) code = deed->promised;
      general = "030";
      break;
    case requested:
      if (deed != nullptr) code = deed->requested;
      general = "100";
      break;
    case refused:
      if (deed != nullptr) code = deed->refused;
      general = "120";
      break;
    case threatened:
      if (deed != nullptr) code = deed->threatened;
      general = "130";
      break;
  }
  return code.cameo.empty() ? lexicon.code(general) : code;
}

bool is_hostile(const EventLexicon& lexicon, const EventMeaning& meaning) {
  return quad_of(code_of(lexicon, meaning).type) >= 3;
}

std::optional<EventMeaning> apply(const EventLexicon& lexicon, std::string_view operation,
                                  const std::optional<EventMeaning>& governed) {
  if (operation == "PROMISE") return promise(lexicon, governed);
  if (operation == "INTEND") return governed ? promise(lexicon, governed) : std::nullopt;
  if (operation == "REQUEST" || operation == "ASK") return request(governed);
  if (operation == "SUGGEST") return governed ? request(governed) : std::nullopt;
  if (operation == "REFUSE") return refuse(lexicon, governed);
  if (operation == "SHUN") return governed ? refuse(lexicon, governed) : std::nullopt;
  if (operation == "THREATEN") return threaten(governed);
  if (operation == "MENACE")
    return governed && is_hostile(lexicon, *governed) ? threaten(governed) : std::nullopt;
  if (operation == "ALLOW") return allow(lexicon, governed);
  if (operation == "STOP") return follow(lexicon, governed, &Deed::stopped);
  if (operation == "FAIL") return governed ? denied(lexicon, *governed) : std::nullopt;
  if (operation == "ORDER") return order(lexicon, governed);
  if (operation == "ACCUSE") return accuse(lexicon, governed);
  if (operation == "DO") return governed;
  return std::nullopt;
}

std::optional<EventMeaning> denied(const EventLexicon& lexicon, const EventMeaning& meaning) {
  if (meaning.stance == promised || (meaning.stance == done && !is_hostile(lexicon, meaning)))
    return EventMeaning{meaning.deed, refused};
  return std::nullopt;
}

}  // namespace sayso::reading
