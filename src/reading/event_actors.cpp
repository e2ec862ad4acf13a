#include "reading/event_actors.h"

#include <unicode/locid.h>

#include <algorithm>
#include <unordered_map>

#include "reading/catalog_rows.h"
#include "reading/head_nouns.h"
#include "reading/lemma.h"

namespace sayso::reading {
namespace {

constexpr std::uint32_t kLongestName = 6;     // words
constexpr std::uint32_t kLongestPhrase = 12;  // words; what is longer describes, and names nobody

using Codes = std::unordered_map<std::string_view, ActorCode>;

const Codes& codes_of_bodies() {
  static const Codes codes = [] {
    Codes out;
    for_each_row("actor_codes", [&](const TableCells& row) {
      for_each_name(row[2], [&](std::string_view id) {
        out[id] = {std::string(row[0]), std::string(row[1])};
      });
    });
    return out;
  }();
  return codes;
}

const std::unordered_map<std::string_view, std::string_view>& sectors() {
  static const auto sectors = [] {
    std::unordered_map<std::string_view, std::string_view> out;
    for_each_row("sectors", [&](const TableCells& row) {
      for_each_name(row[1], [&](std::string_view noun) { out.try_emplace(noun, row[0]); });
    });
    return out;
  }();
  return sectors;
}

// ISO 3166-1 alpha-3; Kosovo has none of its own, PLOVER writes KOS.
std::string alpha3(const std::string& alpha2) {
  if (alpha2 == "XK") return "KOS";
  return icu::Locale("", alpha2.c_str()).getISO3Country();
}

// Without the mark of one that others come before.
std::string strong(std::string_view sector) {
  if (sector.ends_with('?')) sector.remove_suffix(1);
  return std::string(sector);
}

}  // namespace

std::string_view sector_of_noun(std::string_view noun) {
  const auto found = sectors().find(noun);
  if (found != sectors().end()) return found->second;
  const std::size_t blank = noun.rfind(' ');
  const std::string last = singular(noun.substr(blank == std::string_view::npos ? 0 : blank + 1));
  const std::string whole =
      blank == std::string_view::npos ? last : std::string(noun.substr(0, blank + 1)) + last;
  const auto one = sectors().find(whole);
  return one != sectors().end() ? one->second : std::string_view();
}

ActorCode actor_code(const CatalogEntry& entry, FormKind form) {
  ActorCode out;
  if (!entry.actor.empty()) {  // imported: "USAGOV"
    out.code = entry.actor.substr(0, 3);
    if (entry.actor.size() > 3) out.sector = entry.actor.substr(3);
    return out;
  }
  if (!entry.country.empty()) out.code = alpha3(entry.country);
  if (entry.id.starts_with("org:")) {
    const auto body = codes_of_bodies().find(std::string_view(entry.id).substr(4));
    if (body != codes_of_bodies().end()) {
      if (!body->second.code.empty()) out.code = body->second.code;
      out.sector = body->second.sector;
    }
  }
  if (entry.kind == CatalogKind::outlet || entry.kind == CatalogKind::agency) out.sector = "JRN";
  if (form == FormKind::metonym || form == FormKind::capital) out.sector = "GOV";
  return out;
}

// Names of the catalog in a range of words, the longest that begins at each place.
std::vector<ActorReader::Found> ActorReader::look_up(WordRange words) const {
  std::vector<Found> out;
  for (std::uint32_t first = words.begin; first < words.end;) {
    std::uint32_t next = first + 1;
    for (std::uint32_t last = std::min(words.end, first + kLongestName); last > first; --last) {
      const Span span{layers_.words[first].text.begin, layers_.words[last - 1].text.end};
      const std::string_view name = span.of(text_);
      if (name.empty() || name.front() == ' ') continue;
      const auto matches = catalog_.find(name);
      const auto match = std::ranges::find_if(matches, [](const CatalogMatch& m) {
        return m.entry->kind != CatalogKind::outlet && m.entry->kind != CatalogKind::agency &&
               !actor_code(*m.entry, m.form).code.empty();
      });
      if (match == matches.end()) continue;
      out.push_back(
          {actor_code(*match->entry, match->form),
           {first, last},
           match->entry->entity_kind == EntityKind::organization && match->form != FormKind::demonym});
      next = last;
      break;
    }
    first = next;
  }
  return out;
}

// A word with what hangs on it in one piece, without clauses and what is joined to it.
WordRange ActorReader::phrase(const SentenceTree& tree, std::uint32_t head) const {
  std::uint32_t first = head, last = head;
  std::vector<std::uint32_t> open = {head};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    for (const std::uint32_t d : tree.dependents(at)) {
      switch (tree.word(d).relation) {
        case Relation::conj:
        case Relation::cc:
        case Relation::punct:
        case Relation::acl:
        case Relation::advcl:
        case Relation::parataxis:
        case Relation::appos:
          continue;
        case Relation::case_:
        case Relation::nsubj:
        case Relation::cop:
        case Relation::aux:
        case Relation::mark:
        case Relation::advmod:
        case Relation::obl:
          if (at == head) continue;
          break;
        default:
          break;
      }
      if (d > head && last - first + (d - last) > kLongestPhrase) continue;
      first = std::min(first, d);
      last = std::max(last, d);
      open.push_back(d);
    }
  }
  if (last - head > kLongestPhrase) last = head;
  if (head - first > kLongestPhrase) first = head;
  while (first < head && (tree.word(first).tag == Upos::punct || tree.word(first).tag == Upos::adp)) ++first;
  return {first, last + 1};
}

// With what is joined to it by hyphens: "secretary-general" is no general.
std::string ActorReader::form(std::uint32_t word, WordRange words) const {
  const auto plain = [&](std::uint32_t w) { return plain_form(layers_.words[w].text.of(text_)); };
  std::string out = plain(word);
  for (std::uint32_t w = word; w >= words.begin + 2 && plain(w - 1) == "-"; w -= 2)
    out = plain(w - 2) + "-" + out;
  return out;
}

// The noun itself, then the words before it from the nearest on, then those behind it.
std::string_view ActorReader::sector_in(WordRange words, std::optional<std::uint32_t> head) const {
  const auto at = [&](std::uint32_t w) -> std::string_view {
    if (w > words.begin) {
      if (const auto two = sector_of_noun(form(w - 1, words) + " " + form(w, words)); !two.empty())
        return two;
    }
    return sector_of_noun(form(w, words));
  };
  const std::uint32_t middle = head.value_or(words.end == words.begin ? words.begin : words.end - 1);
  std::string_view weak;
  const auto is_found = [&](std::string_view sector) {
    if (sector.ends_with('?')) {
      if (weak.empty()) weak = sector.substr(0, sector.size() - 1);
      return false;
    }
    return !sector.empty();
  };
  for (std::uint32_t w = middle + 1; w-- > words.begin;) {
    if (const auto sector = at(w); is_found(sector)) return sector;
  }
  for (std::uint32_t w = middle + 1; w < words.end; ++w) {
    // "members of parliament", but "police in the capital"
    if (layers_.words[w].tag == Upos::adp && form(w, words) != "of") break;
    if (const auto sector = at(w); is_found(sector)) return sector;
  }
  return weak;
}

ActorCode ActorReader::code_of_entity(std::uint32_t index) const {
  const Entity& entity = entities_.entities[index];
  const auto best = [&](std::string_view words) {
    for (const CatalogMatch& match : catalog_.find(words)) {
      ActorCode code = actor_code(*match.entry, match.form);
      if (!code.code.empty()) return code;
    }
    return ActorCode();
  };
  ActorCode out;
  if (!entity.catalog.empty()) out = best(entity.name);
  for (const Role& role : entity.roles) {
    if (out.code.empty() && !role.of.empty()) out.code = best(role.of).code;
    if (out.sector.empty()) out.sector = strong(sector_of_noun(plain_form(role.title)));
  }
  return out;
}

ActorCode ActorReader::code_of(WordRange words, std::optional<std::uint32_t> head,
                               std::optional<std::uint32_t> entity) const {
  ActorCode out;
  const std::vector<Found> found = look_up(words);
  // What stands before the head noun tells whose it is; else what stands in it or behind it.
  for (const Found& f : found) {
    if (out.code.empty()) out = f.code;
  }
  if (const std::string_view sector = sector_in(words, head); !sector.empty()) {
    const bool named = std::ranges::any_of(found, [&](const Found& f) {
      return f.body && head && f.words.begin <= *head && *head < f.words.end;
    });
    if (!named) out.sector = sector;
  }
  if (entity) {
    const ActorCode known = code_of_entity(*entity);
    if (out.code.empty()) out.code = known.code;
    if (out.sector.empty()) out.sector = known.sector;
  }
  if (!out.code.empty()) return out;
  for (std::uint32_t w = words.begin; w < words.end; ++w) {  // "its forces"
    if (layers_.words[w].tag != Upos::pron) continue;
    const auto mention = entities_.mention_of(layers_.words[w].text, layers_);
    if (!mention) continue;
    const std::uint32_t owner = entities_.mentions[*mention].entity;
    if (owner != entity) out.code = code_of_entity(owner).code;
    if (!out.code.empty()) break;
  }
  return out;
}

bool ActorReader::is_named(std::uint32_t index) const {
  const std::string& name = entities_.entities[index].name;
  return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

bool ActorReader::is_named_body(std::uint32_t index) const {
  const EntityKind kind = entities_.entities[index].kind;
  return (kind == EntityKind::place || kind == EntityKind::organization) && is_named(index);
}

bool ActorReader::is_named_person(std::uint32_t index) const {
  return entities_.entities[index].kind == EntityKind::person && is_named(index);
}

bool ActorReader::names_country(const EventActor& actor) const {
  const auto matches = catalog_.find(actor.text);
  return std::ranges::any_of(matches,
                             [](const CatalogMatch& m) { return m.entry->kind == CatalogKind::country; });
}

EventActor ActorReader::as_actor(const SentenceTree& tree, std::uint32_t head) const {
  EventActor out;
  const WordRange words = phrase(tree, head);
  out.span = {layers_.words[words.begin].text.begin, layers_.words[words.end - 1].text.end};
  out.text = std::string(out.span.of(text_));
  const auto mention = entities_.mention_of(out.span, layers_);
  if (mention) out.entity = entities_.mentions[*mention].entity;
  const ActorCode code = code_of(words, head, out.entity);
  out.code = code.code;
  out.sector = code.sector;
  const bool pronoun = tree.word(head).tag == Upos::pron || tree.word(head).tag == Upos::det;
  if (pronoun && out.entity) {
    const std::string& name = entities_.entities[*out.entity].name;
    constexpr std::string_view kAnonymous = "anonymous: ";
    out.text = name.starts_with(kAnonymous) ? name.substr(kAnonymous.size()) : name;
    if (out.sector.empty()) out.sector = strong(sector_of_noun(plain_form(out.text)));
  }
  return out;
}

bool ActorReader::is_actor(const EventActor& actor, std::uint32_t head) const {
  const Upos tag = layers_.words[head].tag;
  if (plain_form(layers_.words[head].text.of(text_)) == "others") return false;
  if (tag == Upos::pron || tag == Upos::det)
    return actor.entity && (!actor.code.empty() || !actor.sector.empty() ||
                            entities_.entities[*actor.entity].kind == EntityKind::person ||
                            entities_.entities[*actor.entity].kind == EntityKind::organization ||
                            entities_.entities[*actor.entity].kind == EntityKind::group);
  const std::string noun = singular(plain_form(layers_.words[head].text.of(text_)));
  if (!sector_of_noun(noun).empty()) return true;
  switch (head_noun(noun).noun) {
    case HeadNoun::role:
    case HeadNoun::person:
    case HeadNoun::people:
    case HeadNoun::body:
    case HeadNoun::polity:
      return true;
    case HeadNoun::document:
    case HeadNoun::event:
      return false;
    default:
      break;
  }
  const bool has_name = std::ranges::any_of(look_up({head, head + 1}), [](const Found&) { return true; });
  if (has_name) return true;
  if (!actor.entity) return tag == Upos::propn;
  switch (entities_.entities[*actor.entity].kind) {
    case EntityKind::person:
    case EntityKind::organization:
    case EntityKind::group:
      return true;
    case EntityKind::place:
      return !actor.code.empty() || tag == Upos::propn;
    default:
      return false;
  }
}

std::vector<EventActor> ActorReader::adjectives(const SentenceTree& tree, std::uint32_t noun) const {
  std::vector<EventActor> out;
  std::uint32_t first = noun;
  for (const std::uint32_t d : tree.dependents(noun)) {
    const Relation relation = tree.word(d).relation;
    if (d < noun &&
        (relation == Relation::amod || relation == Relation::compound || relation == Relation::det ||
         relation == Relation::conj || relation == Relation::nmod || relation == Relation::nummod))
      first = std::min(first, d);
  }
  for (const Found& found : look_up({first, noun})) {
    EventActor actor;
    actor.span = {layers_.words[found.words.begin].text.begin, layers_.words[found.words.end - 1].text.end};
    actor.text = std::string(actor.span.of(text_));
    actor.code = found.code.code;
    actor.sector = found.code.sector;
    if (const auto mention = entities_.mention_of(actor.span, layers_))
      actor.entity = entities_.mentions[*mention].entity;
    out.push_back(std::move(actor));
  }
  return out;
}

std::vector<EventActor> ActorReader::read(const SentenceTree& tree, std::uint32_t head) const {
  EventActor whole = as_actor(tree, head);
  if (!is_actor(whole, head)) return {};
  // "French and Egyptian warships": two adjectives with "and" or a comma between them, and no name behind.
  std::vector<EventActor> sides = adjectives(tree, head);
  if (sides.size() >= 2 && tree.word(head).tag == Upos::noun &&
      sides.back().span.end <= tree.word(head).text.begin) {
    bool joined = true;
    for (std::size_t i = 0; i + 1 < sides.size(); ++i) {
      const Span between{sides[i].span.end, sides[i + 1].span.begin};
      const std::string_view words = between.of(text_);
      joined = joined && (words == " and " || words == ", " || words == ", and ");
    }
    if (joined) {
      for (EventActor& side : sides) {
        side.sector = whole.sector;
        side.text += " " + std::string(tree.word(head).text.of(text_));
      }
      return sides;
    }
  }
  return {std::move(whole)};
}

std::optional<EventActor> ActorReader::of_span(Span span, std::optional<std::uint32_t> entity) const {
  const WordRange words = words_of(layers_, span);
  if (words.size() == 0) return std::nullopt;
  EventActor out;
  out.span = span;
  out.text = std::string(span.of(text_));
  out.entity = entity;
  const ActorCode code = code_of(words, std::nullopt, entity);
  out.code = code.code;
  out.sector = code.sector;
  if (words.size() == 1 && layers_.words[words.begin].tag == Upos::pron && entity) {
    const std::string& name = entities_.entities[*entity].name;
    constexpr std::string_view kAnonymous = "anonymous: ";
    out.text = name.starts_with(kAnonymous) ? name.substr(kAnonymous.size()) : name;
  }
  return out;
}

}  // namespace sayso::reading
