#include "reading/event_worth.h"

#include <algorithm>
#include <array>

#include "reading/lemma.h"

namespace sayso::reading {
namespace {

using Actors = std::vector<EventActor>;

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// Sectors of those who can give way, hold prisoners, open a border.
constexpr std::array<std::string_view, 12> kPowers = {"COP", "GOV", "JUD", "LEG", "MIL", "OPP",
                                                      "PRM", "PTY", "REB", "SPY", "UAF", "UNK"};
constexpr std::array<std::string_view, 4> kState = {"COP", "GOV", "MIL", "SPY"};
// Of those who have forces.
constexpr std::array<std::string_view, 8> kForces = {"COP", "CRM", "MIL", "PRM", "REB", "SPY", "UAF", "UNK"};
// Deeds whose words are as often meant of a debate.
constexpr std::array<std::string_view, 2> kFigurative = {"assault", "fight"};

constexpr std::array<std::string_view, 4> kOfAnything = {"criticise", "defend_in_words", "praise", "support"};
// What candidates do to each other, and to states that vote, without force.
constexpr std::array<std::string_view, 3> kOfContests = {"abduct", "beat", "occupy"};

constexpr std::array<std::string_view, 5> kOfNature = {"abduct", "cut_aid", "deport", "destroy",
                                                       "mass_expulsion"};
// Of hosts and of those abroad.
constexpr std::array<std::string_view, 5> kHosts = {"", "GOV", "MIL", "OPP", "REB"};

constexpr std::array<std::string_view, 5> kPoliticians = {"ELI", "GOV", "LEG", "OPP", "PTY"};

class Worth {
 public:
  Worth(const ActorReader& actors, const ToldEvent& told, const EventCode& code, const Event& event)
      : actors_(actors), told_(told), code_(code), event_(event) {}

  bool holds() const {
    if (!any(event_.actors, &Worth::is_known) && !any(event_.recipients, &Worth::is_known))
      return has_named_actor();
    if (event_.actors.empty()) return may_lack_actor();
    if (is_contest() || is_campaign() || is_struggle() || is_mere_readiness()) return false;
    if (code_.type == "CONSULT") return is_talk();
    if (code_.cameo == "074") return any(event_.actors, &Worth::has_forces);
    const bool of_state = any(event_.actors, &Worth::is_state);
    if (needs_recipient() && event_.recipients.empty() && event_.actors.size() < 2) return of_state;
    if (code_.type == "COOPERATE") return of_state || any(event_.recipients, &Worth::is_state);
    if (code_.cameo == "081" && told_.things.empty() && !of_state) return false;  // "cannot allow her to win"
    if (deed_is("repress") && told_.things.empty() && event_.recipients.empty())
      return false;  // "quash talk of it"
    if (code_.type == "CONCEDE" || code_.type == "RETREAT") return any(event_.actors, &Worth::is_power);
    if (code_.cameo == "054") return any(event_.recipients, &Worth::is_known) || !told_.things.empty();
    return !(quad_of(code_.type) % 2 == 1 && is_private());
  }

 private:
  bool deed_is(std::string_view name) const {
    return told_.meaning.deed != nullptr && told_.meaning.deed->name == name;
  }
  bool is_known(const EventActor& a) const {
    return !a.code.empty() || !a.sector.empty() || (a.entity && actors_.is_named_body(*a.entity));
  }
  // Somebody by name, or of a country.
  bool is_particular(const EventActor& a) const {
    return !a.code.empty() || (a.entity && actors_.is_named(*a.entity));
  }
  bool is_power(const EventActor& a) const {
    return !a.code.empty() || has(kPowers, a.sector) || (a.entity && actors_.is_named(*a.entity));
  }
  // A country, its government or its forces.
  bool is_state(const EventActor& a) const {
    return !a.code.empty() && (actors_.names_country(a) || has(kState, a.sector));
  }
  bool has_forces(const EventActor& a) const {
    return is_state(a) || !a.code.empty() || has(kForces, a.sector) || a.sector == "GOV";
  }
  bool is_office(const EventActor& a) const { return !a.code.empty() || has(kPowers, a.sector); }
  bool any(const Actors& actors, bool (Worth::*what)(const EventActor&) const) const {
    return std::ranges::any_of(actors, [&](const EventActor& a) { return (this->*what)(a); });
  }

  // Somebody of whom no more is known than the name, with no one else: what only a person of public life
  // does.
  bool has_named_actor() const {
    return told_.meaning.deed != nullptr && told_.meaning.deed->name == "resign" &&
           any(event_.actors, &Worth::is_power);
  }

  // "was arrested", "were killed", where the other side is one that can be coded.
  bool may_lack_actor() const {
    if (quad_of(code_.type) < 3 || code_.type == "REQUEST" || code_.type == "PROTEST") return false;
    // "homes were damaged", "were forced out by floods": mostly nobody's deed.
    if (told_.meaning.deed != nullptr && has(kOfNature, told_.meaning.deed->name)) return false;
    if (code_.type == "ASSAULT" && !told_.things.empty() && !event_.recipients.empty())
      return true;  // "killed in clashes"
    return std::ranges::any_of(event_.recipients, [&](const EventActor& a) {
      if (quad_of(code_.type) == 3) return is_particular(a);
      return is_particular(a) || (!a.sector.empty() && a.sector != "CVL" && a.sector != "UNK");
    });
  }

  // Help and trade have another side; words of support or blame, and those whose subject is not known, are
  // told of anything at all: "bemoaned the climate", "defended the plan".
  bool needs_recipient() const {
    const Deed* const deed = told_.meaning.deed;
    if (code_.type == "COOPERATE" || code_.type == "AID") return true;
    if (deed == nullptr) return !any(event_.actors, &Worth::is_office);
    return told_.things.empty() && has(kOfAnything, deed->name);
  }

  // "fight for a law", "fight terrorism"
  bool is_struggle() const {
    const Deed* const deed = told_.meaning.deed;
    if (deed == nullptr || deed->name != "fight" || !told_.things.empty() || !event_.recipients.empty())
      return false;
    return event_.actors.size() < 2 &&
           std::ranges::none_of(event_.actors, [](const EventActor& a) { return has(kForces, a.sector); });
  }
  // "is willing to stand up"
  bool is_mere_readiness() const {
    return told_.adjectival && told_.meaning.deed == nullptr && told_.meaning.stance == Stance::promised &&
           !any(event_.actors, &Worth::is_state);
  }

  // "held rallies": candidates campaign.
  bool is_campaign() const {
    const Deed* const deed = told_.meaning.deed;
    if (deed == nullptr || told_.meaning.stance != Stance::done) return false;
    if (deed->name != "demonstrate" && deed->name != "protest" && !is_gift()) return false;
    return std::ranges::all_of(event_.actors, [&](const EventActor& a) {
      return a.sector == "PTY" || a.sector == "LEG" || a.sector == "ELI" ||
             (a.entity && actors_.is_named_person(*a.entity) && a.sector != "OPP");
    });
  }
  // Help that crosses no border.
  bool is_gift() const {
    return code_.type == "AID" &&
           std::ranges::none_of(event_.recipients, [](const EventActor& a) { return !a.code.empty(); });
  }

  // "captured Texas", "would beat Trump", "his attacks"
  bool is_contest() const {
    const Deed* const deed = told_.meaning.deed;
    if (deed == nullptr || event_.actors.empty()) return false;
    const bool aimless =
        deed->name == "assault" && event_.recipients.empty() && told_.meaning.stance == Stance::done;
    if (!aimless && !has(kOfContests, deed->name)) return false;
    return std::ranges::all_of(event_.actors, [&](const EventActor& a) {
      const bool runs = a.sector == "PTY" || a.sector == "LEG" || a.sector == "OPP";
      return runs || (a.entity && actors_.is_named_person(*a.entity) && !has(kForces, a.sector));
    });
  }

  // Visits lead to countries or to somebody; talks have two sides, none of them the press or the public.
  bool is_talk() const {
    if (code_.cameo == "042" || code_.cameo == "043") {
      return std::ranges::any_of(
          event_.recipients, [&](const EventActor& a) { return !a.code.empty() && has(kHosts, a.sector); });
    }
    const auto counts = [&](const EventActor& a) {
      return is_known(a) && a.sector != "JRN" && (a.sector != "CVL" || !a.code.empty());
    };
    const auto sides =
        std::ranges::count_if(event_.actors, counts) + std::ranges::count_if(event_.recipients, counts);
    return sides >= 2 || (sides == 1 && (!told_.things.empty() || is_several(event_.actors.front())));
  }

  // "the two sides", "factions", "leaders": who meet each other.
  static bool is_several(const EventActor& a) {
    const std::string form = plain_form(a.text);
    return form.ends_with("s") || form.find("s of ") != std::string::npos ||
           form.find("s from ") != std::string::npos;
  }

  // Voters, women, a man in the street.
  bool is_private() const {
    const auto is_state = [](const EventActor& a) { return !a.code.empty() || a.sector == "GOV"; };
    if (std::ranges::any_of(event_.recipients, is_state)) return false;
    return std::ranges::all_of(event_.actors, [&](const EventActor& a) {
      return !is_particular(a) && (a.sector.empty() || a.sector == "CVL" || a.sector == "UAF");
    });
  }

  const ActorReader& actors_;
  const ToldEvent& told_;
  const EventCode& code_;
  const Event& event_;
};

}  // namespace

bool is_worth_coding(const ActorReader& actors, const ToldEvent& told, const EventCode& code,
                     const Event& event) {
  return Worth(actors, told, code, event).holds();
}

bool is_attack_in_words(const ActorReader& actors, const ToldEvent& told, const EventCode& code,
                        const Event& event) {
  if (code.type != "ASSAULT" || told.meaning.deed == nullptr || told.meaning.stance != Stance::done)
    return false;
  if (!has(kFigurative, told.meaning.deed->name) || event.actors.empty()) return false;
  const auto is_public = [&](const EventActor& a) {
    if (actors.names_country(a)) return false;
    return has(kPoliticians, a.sector) || (a.entity && actors.is_named(*a.entity));
  };
  if (std::ranges::none_of(event.recipients, is_public)) return false;
  return std::ranges::all_of(event.actors, [&](const EventActor& a) {
    if (has(kForces, a.sector)) return false;
    const bool speaks = a.sector == "PTY" || a.sector == "LEG" || a.sector == "JRN" || a.sector == "ELI";
    return speaks || (a.entity && actors.is_named_person(*a.entity));
  });
}

}  // namespace sayso::reading
