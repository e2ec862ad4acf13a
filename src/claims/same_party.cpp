#include "claims/same_party.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "claims/content_stems.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

using Words = std::vector<std::string>;

// Whoever has such an office speaks for the body; sorted.
constexpr auto kVoices = std::to_array<std::string_view>({
    "boss",         "ceo",          "chair",       "chairman",       "chairperson", "chairwoman", "chief",
    "commissioner", "director",     "executive",   "governor",       "head",        "leader",     "manager",
    "mayor",        "minister",     "premier",     "president",      "principal",   "secretary",  "spokesman",
    "spokespeople", "spokesperson", "spokeswoman", "superintendent",
});
static_assert(std::is_sorted(kVoices.begin(), kVoices.end()));

Words words_of(std::string_view name) {
  constexpr std::string_view kAnonymous = "anonymous: ";
  if (name.starts_with(kAnonymous)) name.remove_prefix(kAnonymous.size());
  Words words;
  for (std::string& word : small_words(reading::normal_form(name))) {
    if (word != "the" && word != "a" && word != "an" && word != "of" && word != "for")
      words.push_back(std::move(word));
  }
  return words;
}

// Whether the shorter list opens or closes the longer: "Corvane" and "Corvane Chemicals", "Inspectorate" and
// "State Environment Inspectorate".
bool is_part(const Words& a, const Words& b) {
  const Words& shorter = a.size() < b.size() ? a : b;
  const Words& longer = a.size() < b.size() ? b : a;
  if (shorter.empty()) return false;
  return std::equal(shorter.begin(), shorter.end(), longer.begin()) ||
         std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

bool holds(const Words& words, const Words& all) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  });
}

bool has_voice(const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& w) { return reading::contains(kVoices, w); });
}

// "anonymous: plant manager" and somebody whose office is "plant manager".
std::optional<std::string> by_office(const ComparedParty& described, const ComparedParty& named) {
  const Words& description = described.words();
  for (std::size_t i = 0; i < named.offices().size(); ++i) {
    const ComparedParty::Office& office = named.offices()[i];
    if (office.title.empty() || description.empty()) continue;
    const std::string& head = office.title.back();
    Words all = office.title;
    all.insert(all.end(), office.of.begin(), office.of.end());
    if ((head == description.back() || head == description.front()) && holds(description, all))
      return named.party().name + " is " + named.party().offices[i].title;
  }
  return std::nullopt;
}

bool may_be_one_person(const ComparedParty& a, const ComparedParty& b) {
  const reading::PersonName &x = a.person_name(), &y = b.person_name();
  if (x.parts.empty() || y.parts.empty()) return false;
  return x.family() == y.family() && reading::may_be_one_person(x, y);
}

}  // namespace

ComparedParty::ComparedParty(const Party& party)
    : party_(&party),
      words_(words_of(party.name)),
      normal_name_(reading::normal_form(party.name)),
      person_name_(reading::parse_person(party.name)) {
  for (const Party::Office& office : party.offices)
    offices_.push_back({words_of(office.title), words_of(office.of)});
}

std::optional<std::string> same_party(const ComparedParty& first, const ComparedParty& second) {
  const Party &a = first.party(), &b = second.party();
  if (!a.catalog.empty() && a.catalog == b.catalog) return "one entry of the catalog";
  const Words &x = first.words(), &y = second.words();
  if (a.anonymous != b.anonymous) return a.anonymous ? by_office(first, second) : by_office(second, first);
  if (a.anonymous) return std::nullopt;
  if (!x.empty() && x == y) return "one name";
  // "The 14-page audit" and "the leaked safety audit".
  const bool documents = a.kind == EntityKind::document && b.kind == EntityKind::document;
  if (documents && !x.empty() && !y.empty() && x.back() == y.back()) return "one " + x.back();
  if (may_be_one_person(first, second)) return "\"" + a.name + "\" may be \"" + b.name + "\"";
  const bool persons = a.kind == EntityKind::person && b.kind == EntityKind::person;
  if (!persons && is_part(x, y) && !reading::told_apart(first.normal_name(), second.normal_name()))
    return "\"" + a.name + "\" is short for \"" + b.name + "\" or the reverse";
  return std::nullopt;
}

std::optional<std::string> speaks_for(const ComparedParty& person, const ComparedParty& body) {
  const Words& name = body.words();
  if (name.empty() || body.party().kind == EntityKind::person) return std::nullopt;
  for (std::size_t i = 0; i < person.offices().size(); ++i) {
    const ComparedParty::Office& office = person.offices()[i];
    const Words& of = office.of;
    if (has_voice(office.title) && !of.empty() && (is_part(of, name) || holds(of, name))) {
      const Party::Office& shown = person.party().offices[i];
      return person.party().name + " is " + shown.title + " of " + shown.of;
    }
  }
  if (!person.party().anonymous) return std::nullopt;
  Words description = person.words();
  if (!has_voice(description)) return std::nullopt;
  std::erase_if(description, [](const std::string& word) { return reading::contains(kVoices, word); });
  if (holds(description, name)) return "spokesperson or head of " + body.party().name;
  return std::nullopt;
}

}  // namespace sayso::claims
