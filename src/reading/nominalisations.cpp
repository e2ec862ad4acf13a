#include "reading/nominalisations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sayso::reading {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

// Sorted by noun.
constexpr std::array kVerbs = {
    Entry("abduction", "abduct"),
    Entry("acquisition", "acquire"),
    Entry("acquittal", "acquit"),
    Entry("advance", "advance"),
    Entry("agreement", "agree"),
    Entry("ambush", "ambush"),
    Entry("annexation", "annex"),
    Entry("announcement", "announce"),
    Entry("appointment", "appoint"),
    Entry("approval", "approve"),
    Entry("arrest", "arrest"),
    Entry("arrival", "arrive"),
    Entry("assassination", "assassinate"),
    Entry("attack", "attack"),
    Entry("ban", "ban"),
    Entry("bombardment", "bombard"),
    Entry("bombing", "bomb"),
    Entry("boycott", "boycott"),
    Entry("cancellation", "cancel"),
    Entry("capture", "capture"),
    Entry("closure", "close"),
    Entry("collapse", "collapse"),
    Entry("condemnation", "condemn"),
    Entry("construction", "build"),
    Entry("conviction", "convict"),
    Entry("cooperation", "cooperate"),
    Entry("crash", "crash"),
    Entry("criticism", "criticise"),
    Entry("cut", "cut"),
    Entry("decision", "decide"),
    Entry("defeat", "defeat"),
    Entry("delay", "delay"),
    Entry("delivery", "deliver"),
    Entry("demolition", "demolish"),
    Entry("departure", "depart"),
    Entry("deployment", "deploy"),
    Entry("destruction", "destroy"),
    Entry("detention", "detain"),
    Entry("discharge", "discharge"),
    Entry("dismissal", "dismiss"),
    Entry("dispute", "dispute"),
    Entry("election", "elect"),
    Entry("escape", "escape"),
    Entry("evacuation", "evacuate"),
    Entry("execution", "execute"),
    Entry("expansion", "expand"),
    Entry("explosion", "explode"),
    Entry("expulsion", "expel"),
    Entry("failure", "fail"),
    Entry("fall", "fall"),
    Entry("fire", "fire"),
    Entry("increase", "increase"),
    Entry("inspection", "inspect"),
    Entry("invasion", "invade"),
    Entry("investigation", "investigate"),
    Entry("kidnapping", "kidnap"),
    Entry("killing", "kill"),
    Entry("launch", "launch"),
    Entry("leak", "leak"),
    Entry("leakage", "leak"),
    Entry("loss", "lose"),
    Entry("meeting", "meet"),
    Entry("merger", "merge"),
    Entry("murder", "murder"),
    Entry("negotiation", "negotiate"),
    Entry("nomination", "nominate"),
    Entry("opening", "open"),
    Entry("operation", "operate"),
    Entry("payment", "pay"),
    Entry("production", "produce"),
    Entry("protest", "protest"),
    Entry("publication", "publish"),
    Entry("purchase", "buy"),
    Entry("raid", "raid"),
    Entry("recall", "recall"),
    Entry("reduction", "reduce"),
    Entry("refusal", "refuse"),
    Entry("rejection", "reject"),
    Entry("release", "release"),
    Entry("removal", "remove"),
    Entry("repair", "repair"),
    Entry("resignation", "resign"),
    Entry("return", "return"),
    Entry("rise", "rise"),
    Entry("sale", "sell"),
    Entry("search", "search"),
    Entry("seizure", "seize"),
    Entry("shelling", "shell"),
    Entry("shooting", "shoot"),
    Entry("shutdown", "shut"),
    Entry("signing", "sign"),
    Entry("spill", "spill"),
    Entry("strike", "strike"),
    Entry("supply", "supply"),
    Entry("support", "support"),
    Entry("suspension", "suspend"),
    Entry("talk", "talk"),
    Entry("test", "test"),
    Entry("theft", "steal"),
    Entry("threat", "threaten"),
    Entry("transfer", "transfer"),
    Entry("treatment", "treat"),
    Entry("use", "use"),
    Entry("victory", "win"),
    Entry("visit", "visit"),
    Entry("vote", "vote"),
    Entry("withdrawal", "withdraw"),
};
static_assert(std::ranges::is_sorted(kVerbs, {}, &Entry::first));

constexpr std::array<std::string_view, 13> kLight = {"carry", "conduct", "do",       "give",  "have",
                                                     "hold",  "launch",  "make",     "mount", "reach",
                                                     "stage", "take",    "undertake"};
static_assert(std::ranges::is_sorted(kLight));

}  // namespace

std::string_view verb_of_noun(std::string_view noun) {
  const auto entry = std::ranges::lower_bound(kVerbs, noun, {}, &Entry::first);
  return entry != kVerbs.end() && entry->first == noun ? entry->second : std::string_view();
}

bool is_light_verb(std::string_view lemma) {
  return std::ranges::binary_search(kLight, lemma);
}

}  // namespace sayso::reading
