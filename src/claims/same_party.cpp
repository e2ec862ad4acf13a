#include "claims/same_party.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "claims/content_stems.h"
#include "reading/names.h"
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
std::optional<std::string> by_office(const Party& described, const Party& named) {
  const Words description = words_of(described.name);
  for (const Party::Office& office : named.offices) {
    Words all = words_of(office.title);
    if (all.empty() || description.empty()) continue;
    const bool same_head = all.back() == description.back() || all.back() == description.front();
    for (std::string& word : words_of(office.of)) all.push_back(std::move(word));
    if (same_head && holds(description, all)) return named.name + " is " + office.title;
  }
  return std::nullopt;
}

bool may_be_one_person(const Party& a, const Party& b) {
  const reading::PersonName x = reading::parse_person(a.name), y = reading::parse_person(b.name);
  if (x.parts.empty() || y.parts.empty()) return false;
  return x.family() == y.family() && reading::may_be_one_person(x, y);
}

}  // namespace

std::optional<std::string> same_party(const Party& a, const Party& b) {
  if (!a.catalog.empty() && a.catalog == b.catalog) return "one entry of the catalog";
  const Words x = words_of(a.name), y = words_of(b.name);
  if (a.anonymous != b.anonymous) return a.anonymous ? by_office(a, b) : by_office(b, a);
  if (a.anonymous) return std::nullopt;
  if (!x.empty() && x == y) return "one name";
  // "The 14-page audit" and "the leaked safety audit".
  const bool documents = a.kind == EntityKind::document && b.kind == EntityKind::document;
  if (documents && !x.empty() && !y.empty() && x.back() == y.back()) return "one " + x.back();
  if (may_be_one_person(a, b)) return "\"" + a.name + "\" may be \"" + b.name + "\"";
  const bool persons = a.kind == EntityKind::person && b.kind == EntityKind::person;
  const bool apart = reading::told_apart(reading::normal_form(a.name), reading::normal_form(b.name));
  if (!persons && !apart && is_part(x, y))
    return "\"" + a.name + "\" is short for \"" + b.name + "\" or the reverse";
  return std::nullopt;
}

std::optional<std::string> speaks_for(const Party& person, const Party& body) {
  const Words name = words_of(body.name);
  if (name.empty() || body.kind == EntityKind::person) return std::nullopt;
  for (const Party::Office& office : person.offices) {
    const Words of = words_of(office.of);
    if (has_voice(words_of(office.title)) && !of.empty() && (is_part(of, name) || holds(of, name))) {
      return person.name + " is " + office.title + " of " + office.of;
    }
  }
  if (!person.anonymous) return std::nullopt;
  Words description = words_of(person.name);
  if (!has_voice(description)) return std::nullopt;
  std::erase_if(description, [](const std::string& word) { return reading::contains(kVoices, word); });
  if (holds(description, name)) return "spokesperson or head of " + body.name;
  return std::nullopt;
}

}  // namespace sayso::claims
