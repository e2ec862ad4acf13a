#include "claims/entity_keys.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string_view>

#include "claims/called.h"
#include "claims/common_names.h"
#include "claims/content_stems.h"
#include "claims/entity_descriptions.h"
#include "claims/key_hash.h"
#include "reading/names.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kMostCompany = 6;
constexpr std::size_t kMostOffices = 3;
constexpr std::size_t kShortestCompany = 3;  // letters

// Offices that many people have: without their body they tell nobody from others. Sorted.
constexpr auto kFrequentOffices = std::to_array<std::string_view>({
    "activist",  "adviser",    "ambassador",   "analyst",     "attorney",       "author",       "boss",
    "candidate", "ceo",        "chair",        "chairman",    "chairwoman",     "chief",        "citizen",
    "coach",     "colonel",    "commander",    "congressman", "councillor",     "dean",         "democrat",
    "deputy",    "director",   "doctor",       "dr",          "driver",         "economist",    "editor",
    "envoy",     "executive",  "expert",       "father",      "general",        "governor",     "head",
    "inspector", "journalist", "judge",        "justice",     "king",           "lawmaker",     "lawyer",
    "leader",    "man",        "manager",      "mayor",       "member",         "minister",     "miss",
    "mother",    "mr",         "mrs",          "ms",          "neighbour",      "nurse",        "officer",
    "official",  "owner",      "partner",      "player",      "president",      "presidential", "priest",
    "professor", "prosecutor", "queen",        "reporter",    "representative", "republican",   "researcher",
    "resident",  "scientist",  "secretary",    "senator",     "sergeant",       "sheriff",      "sir",
    "soldier",   "spokesman",  "spokesperson", "spokeswoman", "student",        "teacher",      "technician",
    "victim",    "witness",    "woman",        "writer",
});
static_assert(std::is_sorted(kFrequentOffices.begin(), kFrequentOffices.end()));

bool begins_large(std::string_view word) {
  return !word.empty() && (std::isupper(static_cast<unsigned char>(word.front())) != 0 ||
                           static_cast<unsigned char>(word.front()) >= 0x80 ||
                           std::isdigit(static_cast<unsigned char>(word.front())) != 0);
}

// Whether every word is written as in a name: not "Corvane plant".
bool is_written_as_name(std::string_view name) {
  const Words words = reading::split_words(name);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return begins_large(word) || is_joint(word) || word == "the" || word == "de" || word == "von" ||
           word == "van" || word == "al" || word == "bin";
  });
}

bool has_own_word(std::string_view name) {
  const Words words = reading::split_words(name);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return begins_large(word) && !is_common_name(reading::normal_form(word));
  });
}

std::uint64_t slot(std::string_view form, std::string_view company, std::string_view name) {
  const std::uint64_t range = Hash().add("slot").add(form).add(company).value() & ~kSlotMask;
  if (name.empty()) return range;
  return range | (kFirstSlot + Hash().add(name).value() % (kSlotMask + 1 - kFirstSlot));
}

// What several documents may have in common beside a name.
struct Company {
  std::string key;  // "with halcyon", "is technician of coastal light board"
  std::string why;
};

// A description is told from a short name by its article.
std::string as_form(const std::string& description) {
  return "the " + description;
}

// The same for a longer name and for its short form, whichever comes first.
std::string reason(const std::string& form, const Company& with) {
  return (form.starts_with("the ") ? "described as \"" : "one name, \"") + form + "\", " + with.why;
}

class KeyMaker {
 public:
  explicit KeyMaker(const Record& record)
      : record_(record), mentions_(record.entities.size()), mentions_of_(record.entities.size()) {
    named_.resize(record.entities.size());
    for (const EntityMention& mention : record.mentions) {
      ++mentions_[mention.entity];
      mentions_of_[mention.entity].push_back(&mention);
      named_[mention.entity] = named_[mention.entity] || mention.form == MentionForm::name;
    }
    find_company();
  }

  EntityKeys make(std::uint32_t index) const;

 private:
  bool has_name(std::uint32_t index) const {
    const Entity& entity = record_.entities[index];
    return named_[index] && !is_anonymous(entity) && !reading::split_words(entity.name).empty();
  }

  void find_company();
  std::vector<Company> names_beside(const Entity& entity) const;
  std::vector<Company> company_of(const Entity& entity) const;
  void add_catalog(const Entity& entity, EntityKeys& keys) const;
  void add_whole_name(const Entity& entity, EntityKeys& keys) const;
  void add_slots(const Entity& entity, EntityKeys& keys) const;
  void add_slots(const std::string& name, const Words& forms, const std::vector<Company>& company,
                 EntityKeys& keys) const;
  void add_shorts(const std::string& form, const std::vector<Company>& company, EntityKeys& keys) const;

  const Record& record_;
  std::vector<std::uint32_t> mentions_;
  std::vector<std::vector<const EntityMention*>> mentions_of_;
  std::vector<bool> named_;
  Words company_;  // most mentioned first
};

// A word of a name counts as often as those are mentioned who have it.
void KeyMaker::find_company() {
  std::set<std::string> own;  // of the outlet and the authors
  const auto take_own = [&](std::string_view name) {
    for (std::string& word : reading::split_words(reading::normal_form(name))) own.insert(std::move(word));
  };
  take_own(record_.document.outlet);
  for (const std::string& author : record_.document.authors) take_own(author);
  std::map<std::string, std::uint32_t> counts;
  for (std::uint32_t i = 0; i < record_.entities.size(); ++i) {
    const Entity& entity = record_.entities[i];
    if (!has_name(i) || !entity.catalog.empty()) continue;
    for (const std::string& written : reading::split_words(entity.name)) {
      const std::string word = reading::normal_form(written);
      if (!begins_large(written) || word.size() < kShortestCompany || own.contains(word)) continue;
      if (is_common_name(word) || is_calendar_word(word) || reading::is_honorific(written)) continue;
      counts[word] += mentions_[i];
    }
  }
  std::vector<std::pair<std::uint32_t, std::string>> order;
  for (const auto& [word, count] : counts) order.emplace_back(count, word);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [count, word] : order) company_.push_back(std::move(word));
}

std::vector<Company> KeyMaker::names_beside(const Entity& entity) const {
  const Words own = reading::split_words(reading::normal_form(entity.name));
  std::vector<Company> out;
  for (const std::string& word : company_) {
    if (out.size() == kMostCompany) break;
    if (std::find(own.begin(), own.end(), word) == own.end())
      out.push_back({"with " + word, "in the company of \"" + word + "\""});
  }
  return out;
}

std::vector<Company> KeyMaker::company_of(const Entity& entity) const {
  std::vector<Company> out = names_beside(entity);
  std::size_t offices = 0;
  for (const Role& role : entity.roles) {
    const std::string title = reading::normal_form(role.title), of = reading::normal_form(role.of);
    if (title.empty() || offices == kMostOffices) continue;
    if (of.empty() && reading::contains(kFrequentOffices, reading::split_words(title).back())) continue;
    ++offices;
    const std::string words = title + (of.empty() ? "" : " of " + of);
    out.push_back({"is " + words, "each " + words});
  }
  return out;
}

EntityKeys KeyMaker::make(std::uint32_t index) const {
  EntityKeys keys;
  const Entity& entity = record_.entities[index];
  keys.person = entity.kind == EntityKind::person;
  if (!entity.catalog.empty()) {
    add_catalog(entity, keys);
    if (!keys.person) return keys;
  }
  if (!has_name(index)) {
    const std::string description = described_as(record_, entity, mentions_of_[index]);
    if (!description.empty()) {
      add_shorts(as_form(description), names_beside(entity), keys);
      keys.person = true;  // where it may be several, it is nobody
    }
    return keys;
  }
  if (!has_own_word(entity.name)) return keys;
  const bool short_name = reading::split_words(reading::normal_form(entity.name)).size() == 1;
  if (short_name) {
    add_shorts(reading::normal_form(entity.name), company_of(entity), keys);
  } else if (is_written_as_name(entity.name)) {
    add_slots(entity, keys);
  }
  if (!keys.person) add_whole_name(entity, keys);
  return keys;
}

void KeyMaker::add_catalog(const Entity& entity, EntityKeys& keys) const {
  const std::uint64_t key = Hash().add("catalog").add(entity.catalog).value() | kFirstSlot;
  keys.binding.push_back(key);
  keys.why[key] = "one entry of the catalog: " + entity.catalog;
}

void KeyMaker::add_whole_name(const Entity& entity, EntityKeys& keys) const {
  const std::string name = reading::normal_form(entity.name);
  const std::uint64_t key = Hash().add("name").add(name).value() | kFirstSlot;
  keys.binding.push_back(key);
  keys.why[key] = "one name: \"" + name + "\"";
}

// The short forms of a name of several words.
Words forms_of(const Entity& entity) {
  Words forms;
  if (entity.kind == EntityKind::person) {
    const reading::PersonName person = reading::parse_person(entity.name);
    if (person.full()) forms.push_back(person.family());
    return forms;
  }
  const Words words = reading::split_words(reading::normal_form(entity.name));
  const auto joint = std::find_if(words.begin(), words.end(), is_joint);
  if (joint != words.end()) {
    if (joint != words.begin()) forms.push_back(*std::prev(joint));
  } else {
    forms = {words.back(), words.front()};
    if (entity.kind == EntityKind::place) forms.pop_back();
  }
  for (const std::string& alias : entity.aliases) {
    if (reading::is_acronym(reading::bare(alias)) && reading::abbreviates(reading::bare(alias), entity.name))
      forms.push_back(reading::normal_form(alias));
  }
  return forms;
}

// Given and family name: middle names come and go.
std::string whole_name(const Entity& entity) {
  if (entity.kind != EntityKind::person) return reading::normal_form(entity.name);
  const reading::PersonName person = reading::parse_person(entity.name);
  return person.full() ? person.parts.front() + " " + person.parts.back() : reading::normal_form(entity.name);
}

// By a description in the company of names alone: the office is what it says already.
void KeyMaker::add_slots(const Entity& entity, EntityKeys& keys) const {
  const std::string name = whole_name(entity);
  add_slots(name, forms_of(entity), company_of(entity), keys);
  Words described;
  for (const std::string& description : descriptions_of(entity)) described.push_back(as_form(description));
  add_slots(name, described, names_beside(entity), keys);
}

void KeyMaker::add_slots(const std::string& name, const Words& forms, const std::vector<Company>& company,
                         EntityKeys& keys) const {
  for (const std::string& form : forms) {
    for (const Company& with : company) {
      const std::uint64_t key = slot(form, with.key, name);
      keys.slots.push_back(key);
      keys.why[key] = reason(form, with);
    }
  }
}

void KeyMaker::add_shorts(const std::string& form, const std::vector<Company>& company,
                          EntityKeys& keys) const {
  for (const Company& with : company) {
    const std::uint64_t key = slot(form, with.key, {});
    keys.shorts.push_back(key);
    keys.why[key] = reason(form, with);
  }
}

void tidy(std::vector<std::uint64_t>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

std::vector<EntityKeys> entity_keys(const Record& record) {
  const KeyMaker maker(record);
  std::vector<EntityKeys> all;
  for (std::uint32_t i = 0; i < record.entities.size(); ++i) {
    all.push_back(maker.make(i));
    tidy(all.back().binding);
    tidy(all.back().slots);
    tidy(all.back().shorts);
  }
  return all;
}

}  // namespace sayso::claims
