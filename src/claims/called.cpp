#include "claims/called.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "reading/names.h"

namespace sayso::claims {
namespace {

constexpr std::size_t kLongest = 80;  // bytes; longer descriptions are no names
constexpr std::size_t kLongestTitle = 12;

// "The mayor" at the head of a sentence is "the mayor".
std::string with_small_article(std::string words) {
  static constexpr std::array<std::string_view, 3> kArticles = {"The ", "A ", "An "};
  for (const std::string_view article : kArticles) {
    if (words.starts_with(article)) words.front() = static_cast<char>(std::tolower(article.front()));
  }
  return words;
}

// Where the title before a name begins, or the name itself.
std::uint32_t title_begin(std::string_view text, const Entity& entity, Span name) {
  for (const Role& role : entity.roles) {
    if (role.span.end < name.begin && name.begin - role.span.end <= 1) return role.span.begin;
  }
  if (name.begin < 2 || text[name.begin - 1] != ' ') return name.begin;
  const std::string_view before = text.substr(0, name.begin - 1);
  const std::size_t blank = before.find_last_of(" \n\t(\"");
  const std::size_t begin = blank == before.npos ? 0 : blank + 1;
  const std::string_view word = before.substr(begin);
  const bool title = word.size() <= kLongestTitle &&
                     std::isupper(static_cast<unsigned char>(word.front())) != 0 &&
                     reading::is_honorific(word);
  return title ? static_cast<std::uint32_t>(begin) : name.begin;
}

}  // namespace

bool is_anonymous(const Entity& entity) {
  return entity.name.starts_with("anonymous:");
}

std::vector<Called> called_in(const Record& record) {
  std::vector<Called> called(record.entities.size());
  const std::string_view text = record.document.text;
  const auto add = [&](std::uint32_t entity, std::uint32_t begin, std::uint32_t end) {
    if (end <= begin || end - begin > kLongest) return;
    ++called[entity][with_small_article(reading::one_line(text.substr(begin, end - begin)))];
  };
  for (const EntityMention& mention : record.mentions) {
    if (mention.form == MentionForm::pronoun || mention.entity >= called.size()) continue;
    const Entity& entity = record.entities[mention.entity];
    add(mention.entity, mention.span.begin, mention.span.end);
    if (mention.form != MentionForm::name) continue;
    const std::uint32_t begin = title_begin(text, entity, mention.span);
    if (begin < mention.span.begin) add(mention.entity, begin, mention.span.end);
  }
  return called;
}

std::string family_name(const Entity& entity) {
  if (entity.kind != EntityKind::person || is_anonymous(entity)) return {};
  const reading::PersonName person = reading::parse_person(entity.name);
  if (!person.full()) return {};
  // As it is written, if its last word is the one.
  const std::size_t blank = entity.name.find_last_of(' ');
  const std::string last = blank == entity.name.npos ? "" : entity.name.substr(blank + 1);
  return reading::normal_form(last) == person.family() ? last : std::string();
}

}  // namespace sayso::claims
