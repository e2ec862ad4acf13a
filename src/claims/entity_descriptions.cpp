#include "claims/entity_descriptions.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "reading/names.h"
#include "reading/word_list.h"

namespace sayso::claims {
namespace {

// Offices of which one affair has several; sorted.
constexpr auto kManyHave = std::to_array<std::string_view>({
    "activist",
    "adviser",
    "agent",
    "aide",
    "analyst",
    "attorney",
    "author",
    "boy",
    "brother",
    "candidate",
    "child",
    "citizen",
    "colleague",
    "commander",
    "councillor",
    "daughter",
    "deputy",
    "diplomat",
    "doctor",
    "driver",
    "economist",
    "editor",
    "employee",
    "engineer",
    "executive",
    "expert",
    "father",
    "fighter",
    "firefighter",
    "friend",
    "girl",
    "head",
    "husband",
    "inspector",
    "journalist",
    "lawmaker",
    "lawyer",
    "leader",
    "man",
    "member",
    "mother",
    "neighbour",
    "nurse",
    "observer",
    "officer",
    "official",
    "one",
    "operator",
    "other",
    "owner",
    "passenger",
    "patient",
    "person",
    "player",
    "politician",
    "professor",
    "reader",
    "reporter",
    "representative",
    "researcher",
    "resident",
    "scientist",
    "senator",
    "sister",
    "soldier",
    "son",
    "source",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "student",
    "teacher",
    "technician",
    "victim",
    "wife",
    "witness",
    "woman",
    "worker",
    "writer",
});
static_assert(std::is_sorted(kManyHave.begin(), kManyHave.end()));

// Before one of these stands the head of a body's name: "Ministry of Foreign Affairs". Sorted.
constexpr auto kJoints = std::to_array<std::string_view>({"and", "at", "for", "in", "of", "on"});
static_assert(std::is_sorted(kJoints.begin(), kJoints.end()));

using Words = std::vector<std::string>;

bool is_definite(std::string_view words) {
  return words.starts_with("the ") || words.starts_with("The ");
}

bool is_telling(const Words& title) {
  return !title.empty() && !reading::contains(kManyHave, title.back());
}

void add(std::vector<std::string>& descriptions, const std::string& description) {
  if (description.empty() || std::ranges::find(descriptions, description) != descriptions.end()) return;
  descriptions.push_back(description);
}

std::vector<std::string> offices_of(const Entity& person) {
  std::vector<std::string> descriptions;
  for (const Role& role : person.roles) {
    const std::string title = reading::normal_form(role.title), of = reading::normal_form(role.of);
    const Words words = reading::split_words(title);
    if (!is_telling(words)) continue;
    add(descriptions, title);
    add(descriptions, words.back());
    if (!of.empty()) add(descriptions, of + " " + title);
  }
  return descriptions;
}

std::vector<std::string> tails_of(const Entity& body) {
  std::vector<std::string> descriptions;
  const Words words = reading::split_words(reading::normal_form(body.name));
  const bool joint = std::ranges::any_of(words, is_joint);
  if (joint || words.size() < 2) return descriptions;
  add(descriptions, words.back());
  if (words.size() > 2) add(descriptions, words[words.size() - 2] + " " + words.back());
  return descriptions;
}

bool is_body(const Entity& entity) {
  return entity.kind == EntityKind::organization || entity.kind == EntityKind::group;
}

}  // namespace

bool is_joint(std::string_view word) {
  return reading::contains(kJoints, word);
}

std::string described_as(const Record& record, const Entity& entity,
                         const std::vector<const EntityMention*>& mentions) {
  if (!entity.catalog.empty() ||
      (entity.kind != EntityKind::person && entity.kind != EntityKind::organization))
    return {};
  bool definite = false;
  for (const EntityMention* mention : mentions) {
    if (mention->form == MentionForm::name) return {};
    definite = definite || is_definite(mention->span.of(record.document.text));
  }
  constexpr std::string_view kAnonymous = "anonymous: ";
  const std::string_view name = entity.name;
  const std::string description =
      reading::normal_form(name.starts_with(kAnonymous) ? name.substr(kAnonymous.size()) : name);
  const Words words = reading::split_words(description);
  if (!definite || words.size() > 2 || !is_telling(words)) return {};
  return description;
}

std::vector<std::string> descriptions_of(const Entity& entity) {
  if (entity.kind == EntityKind::person) return offices_of(entity);
  return is_body(entity) ? tails_of(entity) : std::vector<std::string>();
}

}  // namespace sayso::claims
